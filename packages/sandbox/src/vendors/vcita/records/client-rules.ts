import { ApiError } from '../../../api-error.ts';
import type { Actor, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { fullName } from '../views/view.ts';
import { addMatter, mattersOf } from './matters.ts';

type Values = Readonly<Record<string, unknown>>;

const same = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase();

/** @throws ApiError 409 when another client has the email */
const checkEmail = ({ email }: Values, before: Row | undefined, { store }: Twin): void => {
  if (typeof email !== 'string' || email === '') return;
  const other = store.rows('client').find((row) => row.id !== before?.id && same(row.email, email));
  if (!other) return;
  const message = 'Client with this email already exists';
  throw new ApiError(409, [
    { message, description: `The client ${other.id} has it`, code: 'already_exists', field: 'email' },
  ]);
};

/** Names in a text with commas. */
export const tagsIn = (text: unknown): string[] =>
  String(text ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);

/** What vcita only empties when it is told so. */
const kept: readonly string[] = ['address', 'mobile_phone'];

/** Removes a client with its matters and what is on them; it leaves no event. */
export const removeClient = (client: Row, twin: Twin, actor: Actor): void => {
  for (const { id } of mattersOf(client.id, twin)) {
    for (const table of ['clientNote', 'message', 'matterCollaborator'])
      for (const row of twin.store.rows(table)) if (row.matter_uid === id) twin.store.drop(table, row.id);
    twin.store.drop('matter', id);
  }
  twin.store.drop('clientSettings', client.id);
  twin.records.remove('client', client.id, actor);
};

/** A client: its first matter is made with it, its tags are those of its matters, and an email belongs to one client. */
export const clientRules: ResourceRules = {
  nested: ['tags', 'matters'],
  defaults: (_, { store }) => ({
    status: 'lead',
    opt_in: false,
    opt_in_transactional_sms: false,
    spam: false,
    staff_id: store.rows('staff')[0]?.id,
    business_uid: store.rows('business')[0]?.id,
  }),
  check(values, before, twin) {
    checkEmail(values, before, twin);
    return [];
  },
  prepare: ({ force_nullifying, ...values }, before) =>
    Object.fromEntries(
      Object.entries(values).filter(
        ([name, value]) => !before || force_nullifying === true || value !== '' || !kept.includes(name),
      ),
    ),
  storeNested(client, lists, { twin, actor }) {
    if (!twin.store.find('clientSettings', client.id))
      twin.records.create(
        'clientSettings',
        { id: client.id, client_id: client.id, opt_out_transactional_sms: false, effective_language: 'en-GB' },
        actor,
      );
    const [first] = mattersOf(client.id, twin);
    const { staff_id } = client;
    const matter =
      first ?? addMatter(client, fullName(client), { staff_id, business_uid: client.business_uid }, twin, actor);
    if ('tags' in lists) twin.records.update('matter', matter.id, { tags: tagsIn(lists.tags) }, actor);
  },
  remove: removeClient,
};
