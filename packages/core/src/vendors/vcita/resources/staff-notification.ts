import { choice, choices, id, json, list, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, stamps } from '../shared-fields.ts';
import { notificationLocales } from './notification-template.ts';

const source = 'vcita/developers-hub:swagger/communication/staff_notification.json';
const progress = [
  'processed',
  'dropped',
  'deferred',
  'bounce',
  'delivered',
  'open',
  'click',
  'spam_report',
  'unsubscribe',
] as const;

/** A notification template, filled in and sent to a staff member. */
export const staffNotification = defineResource({
  name: 'staffNotification',
  label: 'Staff Notification',
  description: 'A notification template, filled in and sent to a staff member',
  key: 'uid',
  title: 'notification_template_code_name',
  fields: {
    ...identityUid,
    staff_uid: ref('staff', 'Staff member who gets it', { label: 'Staff' }),
    notification_template_code_name: text('Code name of the template', {
      label: 'Template',
      example: 'lab_result_arrived',
    }),
    locale: choice(notificationLocales, 'Language; English when left out'),
    params: list(
      object({ key: text('Name', { required: true }), value: text('Value', { required: true }) }, 'A value'),
      'What to fill in, as {key, value}',
      { label: 'Parameters', example: [{ key: 'client', value: 'Nora Lindqvist' }] },
    ),
    staff_portal_content: json('What the pages show', { readOnly: true }),
    email_content: json('The email', { readOnly: true }),
    sms_content: json('The SMS', { readOnly: true }),
    push_status: choice(['sent', 'failed'], 'State of the push message', { readOnly: true }),
    pane_status: choice(['sent', 'read', 'failed'], 'State on the pages', { readOnly: true }),
    email_status: choices(['in_process', ...progress], 'States of the email', { readOnly: true }),
    sms_status: choices(['in_progress', ...progress, 'failed'], 'States of the SMS', { readOnly: true }),
    ...stamps,
  },
  operations: {
    get: {
      route: 'GET /v3/communication/staff_notifications/{uid}',
      summary: 'Get a staff notification',
      description: 'For directory tokens only',
      path: { uid: id('Notification') },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/communication/staff_notifications',
      summary: 'Notify a staff member',
      description: 'For app and directory tokens only',
      body: { required: ['staff_uid', 'notification_template_code_name'], optional: ['locale', 'params'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
  },
});
