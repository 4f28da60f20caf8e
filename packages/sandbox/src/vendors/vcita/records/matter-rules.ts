import type { ResourceRules } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { tagsIn } from './client-rules.ts';
import { checkedFields, nameOfMatter, newMatter } from './matters.ts';

const owner = ({ store }: Twin): unknown => store.rows('staff')[0]?.id;
const business = ({ store }: Twin): unknown => store.rows('business')[0]?.id;

/** A further matter of a client, with a name of its own. */
const matter: ResourceRules = {
  nested: ['note'],
  defaults: (_, twin) => ({ ...newMatter, staff_id: owner(twin), business_uid: business(twin) }),
  prepare({ fields, tags, ...values }, before, { twin }) {
    const owner = values.client_id ?? before?.client_id;
    const checked = fields === undefined ? undefined : checkedFields(fields, before, owner, twin);
    return {
      ...values,
      ...(checked && { fields: checked, display_name: nameOfMatter({ fields: checked }) }),
      ...(tags !== undefined && { tags: Array.isArray(tags) ? tags : tagsIn(tags) }),
    };
  },
  storeNested(row, { note }, { twin, actor }) {
    if (typeof note === 'string' && note !== '')
      twin.records.create('clientNote', { ...noteDefaults(twin), matter_uid: row.id, content: note }, actor);
  },
};

const noteDefaults = (twin: Twin) => ({
  staff_id: owner(twin),
  business_uid: business(twin),
  summary_status: 'skipped',
  capabilities: { update: true, delete: true },
});

/** A note on a matter; nobody sums it up here. */
const clientNote: ResourceRules = { defaults: (_, twin) => noteDefaults(twin) };

/** A field of clients or matters. */
const field: ResourceRules = {
  defaults: () => ({
    object_type: 'contact',
    deleted: false,
    keep_asking: false,
    required: false,
    options: [],
    forms: [],
  }),
};

/** What clients are invited to. */
const activityMessage: ResourceRules = {
  defaults: ({ client_id }, twin) => ({
    activity_type: 'invite',
    direction: 'to_client',
    staff_id: twin.store.find('client', client_id)?.staff_id ?? owner(twin),
    business_uid: business(twin),
  }),
};

/** Rules of what hangs on clients and matters. */
export const matterRules: Readonly<Record<string, ResourceRules>> = { matter, clientNote, field, activityMessage };
