import { chosen, type Input, recordOf } from '../../../act-input.ts';
import type { Act } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { entriesOf, linksOf, pivotsOf } from '../records/lists.ts';
import { isOn, switchSetting } from '../settings.ts';

const aCard = chosen('card_id', 'Card', 'card');
const aCollection = chosen('collection_id', 'Collection', 'collection');
const aResource = chosen('resource_id', 'Resource', 'resource');
const anActivity = chosen('activity_id', 'Activity', 'activity');

/** Puts a link on a record, or takes it off. */
const setLink =
  (table: string, field: string, to: string, attach: boolean) =>
  (input: Input, twin: Twin): Row => {
    const row = recordOf(input, `${table}_id`, table, twin);
    const { id } = recordOf(input, `${to}_id`, to, twin);
    const others = entriesOf(row[field]).filter((link) => link.id !== id);
    return twin.records.update(table, row.id, { [field]: linksOf(attach ? [...others, { id }] : others) }, 'user');
  };

const setActivity =
  (attach: boolean) =>
  (input: Input, twin: Twin): Row => {
    const collection = recordOf(input, 'collection_id', 'collection', twin);
    const { id, default_duration } = recordOf(input, 'activity_id', 'activity', twin);
    const others = pivotsOf(collection.activities).filter((link) => link.id !== id);
    const time = Number(default_duration ?? 0);
    const added = { id, position: others.length + 1, time, time_remaining: time, time_original: time };
    const activities = attach ? [...others, added] : others;
    return twin.records.update('collection', collection.id, { activities }, 'user');
  };

/** Archives a record, or takes it back from the archive. */
const archive =
  (table: string) =>
  (input: Input, twin: Twin): Row => {
    const row = recordOf(input, `${table}_id`, table, twin);
    const archived_at = row.archived_at ? null : twin.scheduler.stamp();
    return twin.records.update(table, row.id, { archived_at }, 'user');
  };

/** What planners do with people and machines, as buttons on the page. */
export const peopleActs: readonly Act[] = [
  {
    name: 'assignResource',
    label: 'Assign a resource to a card',
    verb: 'Assign',
    inputs: [aCard, aResource],
    run: setLink('card', 'resources', 'resource', true),
  },
  {
    name: 'withdrawResource',
    label: 'Take a resource off a card',
    verb: 'Take off',
    inputs: [aCard, aResource],
    run: setLink('card', 'resources', 'resource', false),
  },
  {
    name: 'addActivity',
    label: 'Add an activity to a collection',
    verb: 'Add',
    inputs: [aCollection, anActivity],
    run: setActivity(true),
  },
  {
    name: 'removeActivity',
    label: 'Take an activity off a collection',
    verb: 'Take off',
    inputs: [aCollection, anActivity],
    run: setActivity(false),
  },
  {
    name: 'follow',
    label: 'Follow a collection',
    verb: 'Follow',
    inputs: [aCollection, chosen('user_id', 'User', 'user')],
    run: setLink('collection', 'followers', 'user', true),
  },
  {
    name: 'archiveResource',
    label: 'Archive a resource, or take it back',
    verb: 'Archive',
    inputs: [aResource],
    run: archive('resource'),
  },
  {
    name: 'archiveUser',
    label: 'Archive a user, or take one back',
    verb: 'Archive',
    inputs: [chosen('user_id', 'User', 'user')],
    run: archive('user'),
  },
  {
    name: 'switchPlanning',
    label: 'Switch automatic planning of new orders',
    verb: 'Switch',
    inputs: [],
    run(_, twin) {
      switchSetting('automatic_planning', !isOn('automatic_planning', twin), twin);
      return undefined;
    },
  },
];
