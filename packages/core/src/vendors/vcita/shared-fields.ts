import { choices, dateTime, id, object, ref, sort, text } from '../../define/field.ts';

/** The credential's own business: the one row of `business.list` with a business token. */
const ownBusiness = { operation: 'business.list', input: {}, take: 'uid', once: true } as const;

/** Business in a path or body of the `uid` families; found when left out. */
export const businessUid = {
  business_uid: ref('business', 'Business; your own when left out', {
    label: 'Business',
    required: true,
    otherwise: ownBusiness,
  }),
} as const;

/** Business in a query or body of the `id` families; found when left out. */
export const businessId = {
  business_id: ref('business', 'Business; your own when left out', {
    label: 'Business',
    required: true,
    otherwise: ownBusiness,
  }),
} as const;

/** The input that stands for a matter: a client, whose first matter counts. */
const firstMatter = {
  instead: { name: 'client_id', field: ref('client', 'Client, whose first matter is taken; or give the matter') },
  operation: 'client.get',
  input: { client_id: '{client_id}' },
  take: 'matters.0.uid',
} as const;

/** Matter that a record hangs on; a caller may give the client instead. Not beside a `client_id` of the operation's own. */
export const matterUid = {
  matter_uid: ref('matter', 'Matter; or give its client', { label: 'Matter', required: true, otherwise: firstMatter }),
} as const;

/** The same value under the name of platform v1. */
export const conversationId = {
  conversation_id: ref('matter', 'Matter (conversation); or give its client', {
    label: 'Matter',
    required: true,
    otherwise: firstMatter,
  }),
} as const;

/** Identifier of records in v3 and business v1. */
export const identityUid = { uid: id('Identifier', { readOnly: true }) } as const;

/** Identifier of records in platform v1: the same value as `uid` elsewhere. */
export const identityId = { id: id('Identifier', { readOnly: true }) } as const;

/** Instants that vcita keeps of nearly every record. */
export const stamps = {
  created_at: dateTime('When it was made', { readOnly: true }),
  updated_at: dateTime('When it was last changed', { readOnly: true }),
} as const;

/** Order of a list, by the fields that the vendor names for it. */
export const sortBy = (...fields: readonly string[]) =>
  ({ sort: sort(`By ${fields.join(', ')}`, { suggestions: fields }) }) as const;

/** Order of v3 lists. */
export const sortByStamps = sortBy('created_at', 'updated_at');

/** Rows in these states: `filter[state][in]`. */
export const stateFilter = <const States extends readonly string[]>(states: States) =>
  ({ state: choices(states, 'Only in these states', { wire: 'filter[state][in]' }) }) as const;

const moment = (description: string, wire: string) => text(description, { wire, example: '2026-11-01 08:00:00' });

/** Rows made within a span: a day, or a day with a time. */
export const createdFilter = {
  created_from: moment('Made at or after this day or time', 'filter[created_at][gte]'),
  created_to: moment('Made at or before this day or time', 'filter[created_at][lte]'),
} as const;

/** Rows changed within a span: a day, or a day with a time. */
export const updatedFilter = {
  updated_from: moment('Changed at or after this day or time', 'filter[updated_at][gte]'),
  updated_to: moment('Changed at or before this day or time', 'filter[updated_at][lte]'),
} as const;

/** One value of a custom field, as matters and clients write them. */
export const fieldValue = object(
  {
    uid: ref('field', 'Field', { required: true }),
    value: text('Value', { required: true, example: 'Lower back pain' }),
  },
  'A field with its value',
);

/** An answer that the vendor does not describe: what it holds passes through. */
export const undescribed = {} as const;
