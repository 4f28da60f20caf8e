import { choice, choices, flag, id, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { depositAmount } from '../sales-contents.ts';
import { currency } from '../sales-fields.ts';
import { identityUid, matterUid, sortByStamps, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';

const which = ref('deposit', 'Deposit', { label: 'Deposit' });

/** A part of an invoice or estimate that is paid ahead. */
export const deposit = defineResource({
  name: 'deposit',
  label: 'Deposit',
  description: 'A part of an invoice or estimate that is paid ahead',
  key: 'uid',
  title: 'title',
  fields: {
    ...identityUid,
    title: text('Title', { readOnly: true }),
    ...matterUid,
    entity_type: choice(['Invoice', 'Estimate'], 'What it belongs to'),
    entity_uid: id('The invoice or estimate'),
    amount: depositAmount({}),
    currency,
    can_client_pay: flag('The client can pay it in the portal'),
    payment_uid: ref('payment', 'Payment that settled it'),
    payment_request_uid: ref('paymentRequest', 'Payment request', { readOnly: true, nullable: true }),
    staff_uid: ref('staff', 'Who made it', { readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /business/payments/v1/deposits',
      summary: 'Get many deposits',
      query: {
        entity_uid: id('Of this invoice or estimate; with its type', { wire: 'filter[entity_uid][eq]' }),
        entity_type: choices(['Invoice', 'Estimate'], 'Of these kinds', { wire: 'filter[entity_type][in]' }),
        ...sortByStamps,
      },
      returns: 'many',
      rowsPath: ['data.deposits', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /business/payments/v1/deposits/{uid}',
      summary: 'Get a deposit',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.deposit',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/payments/v1/deposits',
      summary: 'Create a deposit',
      body: {
        wrap: 'deposit',
        required: ['matter_uid', 'entity_type', 'entity_uid', 'currency'],
        fields: { amount: depositAmount({ required: true }) },
        optional: ['can_client_pay', 'payment_uid'],
        fixed: { new_api: true },
      },
      returns: 'one',
      itemPath: 'data.deposit',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/payments/v1/deposits/{uid}',
      summary: 'Update a deposit',
      path: { uid: which },
      body: { wrap: 'deposit', optional: ['amount', 'currency', 'can_client_pay', 'entity_type', 'entity_uid'] },
      returns: 'one',
      itemPath: 'data.deposit',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /business/payments/v1/deposits/{uid}',
      summary: 'Delete a deposit',
      path: { uid: which },
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
