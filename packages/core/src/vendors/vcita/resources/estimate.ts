import { date, dateTime, flag, list, money, number, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { documentAnswer, documentBody, documentHead } from '../document-fields.ts';
import { estimateAnswer, platformItem } from '../line-items.ts';
import { currency, sourceData, sourceFields } from '../sales-fields.ts';
import {
  createdFilter,
  identityId,
  identityUid,
  matterUid,
  sortBy,
  stateFilter,
  updatedFilter,
} from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';

const more = {
  ...documentBody,
  estimate_label: text('Title', { example: 'Course of ten treatments' }),
  estimate_number: number('Number; must be free', { example: 207 }),
  is_signature_required: flag('The client has to sign'),
} as const;

const businessRow = {
  ...identityUid,
  matter_uid: ref('matter', 'Matter'),
  estimate_number: number('Number'),
  estimate_label: text('Title'),
  status: text('State'),
  total: text('Total', { example: '95.2' }),
  ...documentAnswer,
  last_action: dateTime('When something happened to it last'),
  ...estimateAnswer,
} as const;

const which = ref('estimate', 'Estimate', { label: 'Estimate' });

/** An offer to a client; it hangs on a matter. */
export const estimate = defineResource({
  name: 'estimate',
  label: 'Estimate',
  description: 'An offer to a client, on one of its matters',
  title: ['estimate_number', 'title'],
  fields: {
    ...identityId,
    estimate_number: text('Number'),
    title: text('Title'),
    status: text('State', { example: 'issued' }),
    client_id: ref('client', 'Client'),
    client_name: text('Name of the client'),
    conversation_id: ref('matter', 'Matter'),
    staff_id: ref('staff', 'Who made it'),
    amount: money('Total'),
    currency,
    estimate_date: date('Date of the estimate'),
    due_date: date('Last day to accept'),
    address: text('Address of the business'),
    client_address: text('Address of the client'),
    note: text('Note to the recipient'),
    items: list(platformItem, 'Lines'),
    source_data: sourceData,
    created_at: dateTime('When it was made'),
  },
  operations: {
    list: {
      route: 'GET /platform/v1/estimates',
      summary: 'Get many estimates',
      query: {
        ...stateFilter(['issued', 'approved', 'draft', 'invoiced', 'rejected']),
        ...createdFilter,
        ...updatedFilter,
        ...sortBy('created_at', 'updated_at', 'state'),
      },
      returns: 'many',
      rowsPath: ['data.estimates', 'data'],
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/sales/legacy/estimates.json',
    },
    get: {
      route: 'GET /business/payments/v1/estimates/{estimate_uid}',
      summary: 'Get an estimate',
      path: { estimate_uid: which },
      returns: 'one',
      itemPath: 'data.estimate',
      row: businessRow,
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/payments/v1/estimates',
      summary: 'Create an estimate',
      description: 'A line has entity_type and entity_uid, or neither',
      body: {
        wrap: 'estimate',
        fields: { ...matterUid, ...documentHead({ required: true }), ...more, ...sourceFields },
      },
      returns: 'one',
      itemPath: 'data.estimate',
      row: businessRow,
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/payments/v1/estimates/{estimate_uid}',
      summary: 'Update an estimate',
      path: { estimate_uid: which },
      body: { wrap: 'estimate', fields: { ...documentHead({}), ...more } },
      returns: 'one',
      itemPath: 'data.estimate',
      row: businessRow,
      evidence: 'documented',
      source,
    },
  },
});
