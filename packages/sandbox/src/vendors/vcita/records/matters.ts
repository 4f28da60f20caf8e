import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { refused } from '../wire/refusals.ts';

type Values = Readonly<Record<string, unknown>>;

interface FieldValue {
  readonly uid: string;
  readonly value: string;
}

const fieldsOf = ({ fields }: Values): readonly FieldValue[] => (Array.isArray(fields) ? fields : []);

/** The field that holds the name of a matter. */
const nameField = ({ store }: Twin): Row | undefined =>
  store.rows('field').find(({ type, object_type }) => type === 'name' && object_type === 'matter');

/** The name of a matter; the name field comes first among its fields. */
export const nameOfMatter = (matter: Values): string => String(fieldsOf(matter)[0]?.value ?? '');

/** Matters of a client, the oldest first; those in the trash do not count. */
export const mattersOf = (clientId: unknown, { store }: Twin): Row[] =>
  store.rows('matter').filter(({ client_id, deleted }) => client_id === clientId && deleted !== true);

/**
 * The name field first, then the others, over what is stored.
 * @throws ApiError 422 without a name, or when another matter of the client has it
 */
export const checkedFields = (sent: unknown, before: Row | undefined, clientId: unknown, twin: Twin): FieldValue[] => {
  const given = fieldsOf({ fields: sent });
  const kept = before ? fieldsOf(before).filter(({ uid }) => !given.some((one) => one.uid === uid)) : [];
  const all = [...given, ...kept];
  const nameId = nameField(twin)?.id;
  const name = all.find(({ uid }) => uid === nameId);
  if (!name) throw refused(422, 'missing_param', 'fields must hold the field with type name of matters');
  const others = mattersOf(clientId, twin).filter(({ id }) => id !== before?.id);
  if (others.some((one) => nameOfMatter(one) === name.value))
    throw refused(422, 'already_exists', 'A matter with this name already exists');
  return [name, ...all.filter((one) => one !== name)];
};

/** A matter of a client with a name: the first is made with the client. */
export const addMatter = (client: Row, name: string, values: Values, twin: Twin, actor: Actor): Row => {
  const fields = [{ uid: nameField(twin)?.id ?? '', value: name }];
  return twin.records.create(
    'matter',
    { ...newMatter, client_id: client.id, fields, display_name: name, ...values },
    actor,
  );
};

/** Values of a matter of which nothing else is known. */
export const newMatter = {
  tags: [],
  deleted: false,
  archived: false,
  spam: false,
  business_unread: false,
  client_unread: false,
  follow_up: false,
} as const;
