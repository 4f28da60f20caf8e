import { choice, choices, flag, json, list, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, sortByStamps, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/communication/notification_template.json';

/** Languages of notifications. */
export const notificationLocales = ['en', 'fr', 'de', 'it', 'pl', 'pt', 'es', 'nl', 'he', 'sl', 'en_gb'] as const;

const which = { uid: ref('notificationTemplate', 'Template', { label: 'Template' }) } as const;
const translated = object(
  { locale: choice(notificationLocales, 'Language', { required: true }), value: text('Text', { required: true }) },
  'A text in one language',
);

/** What an app or a partner tells staff members, on their pages, by email and by SMS. */
export const notificationTemplate = defineResource({
  name: 'notificationTemplate',
  label: 'Notification Template',
  description: 'What an app tells staff members, on their pages, by email and by SMS',
  key: 'uid',
  title: 'code_name',
  fields: {
    ...identityUid,
    code_name: text('Unique name', { example: 'lab_result_arrived' }),
    title: list(translated, 'Name by language, as {locale, value}', {
      example: [{ locale: 'en', value: 'Lab result' }],
    }),
    description: list(translated, 'Explanation by language, as {locale, value}', {
      example: [{ locale: 'en', value: 'A lab result has arrived' }],
    }),
    category: choice(
      [
        'payments',
        'clients',
        'calendar',
        'booking',
        'marketing',
        'teamchat',
        'scheduling',
        'advertising',
        'group_events',
        'documents',
        'messages',
        'reviews',
        'social',
        'account',
      ],
      'What it belongs to',
      { example: 'clients' },
    ),
    configurable_by_staff: flag('Staff may change it', { example: true }),
    content: json('Texts for staff_portal, email and sms; each a list of {locale, value}', {
      example: {
        staff_portal: {
          title: [{ locale: 'en', value: 'Lab result' }],
          message_body: [{ locale: 'en', value: 'The result of {client} has arrived' }],
          deep_link: '/clients',
        },
        email: {
          subject: [{ locale: 'en', value: 'A lab result has arrived' }],
          main_title: [{ locale: 'en', value: 'Lab result' }],
          main_text: [{ locale: 'en', value: 'Open the client to see it' }],
        },
        sms: { message_body: [{ locale: 'en', value: 'A lab result has arrived' }] },
      },
    }),
    delivery_channel: choices(['push', 'pane', 'email', 'sms'], 'Channels', { readOnly: true }),
    trigger_type: choice(['system', 'client'], 'What sets it off', { readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/communication/notification_templates',
      summary: 'Get many notification templates',
      query: sortByStamps,
      returns: 'many',
      rowsPath: ['data.notification_templates', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /v3/communication/notification_templates/{uid}',
      summary: 'Get a notification template',
      path: which,
      returns: 'one',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/communication/notification_templates',
      summary: 'Create a notification template',
      description: 'For app and directory tokens only',
      body: { required: ['code_name', 'title', 'description', 'category', 'configurable_by_staff', 'content'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /v3/communication/notification_templates/{uid}',
      summary: 'Update a notification template',
      description: 'For app and directory tokens only',
      path: which,
      body: { optional: ['title', 'description', 'category', 'configurable_by_staff', 'content'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /v3/communication/notification_templates/{uid}',
      summary: 'Delete a notification template',
      description: 'For app and directory tokens only',
      path: which,
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
