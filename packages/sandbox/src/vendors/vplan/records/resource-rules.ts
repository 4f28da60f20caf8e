import type { Problem } from '../../../api-error.ts';
import type { ResourceRules } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { rebuildSchedule, rebuildSoon } from '../background/rebuild-schedule.ts';
import { problem, type Values, withReference } from './checks.ts';
import { entriesOf } from './lists.ts';

/** Hours of a week that nobody gave. */
const officeHours = { 1: 8, 2: 8, 3: 8, 4: 8, 5: 8, 6: null, 7: null } as const;

const dataUri = /^data:([\w.+-]+\/[\w.+-]+);base64,([A-Za-z0-9+/]+=*)$/;

const boardProblems = ({ boards }: Values, { store }: Twin): Problem[] =>
  entriesOf(boards).flatMap(({ id, stages }, index) => {
    const missing = Object.entries({ id, stages }).filter(([, value]) => value === undefined);
    if (missing.length > 0) return missing.map(([name]) => problem(`boards.${index}.${name}`, 'is missing'));
    if (!store.find('board', id)) return [problem(`boards.${index}.id`, 'must be the identifier of a board')];
    return entriesOf(stages).flatMap((stage, place) =>
      store.find('stage', stage.id)?.board_id === id
        ? []
        : [problem(`boards.${index}.stages.${place}.id`, 'must be the identifier of a stage of the board')],
    );
  });

const avatarProblems = ({ avatar }: Values): Problem[] =>
  avatar === undefined || avatar === null || dataUri.test(String(avatar))
    ? []
    : [problem('avatar', 'must be a data URI; an address is not accepted')];

const pictureOf = (avatar: unknown, { files }: Twin): string | null => {
  const [, type, content] = dataUri.exec(String(avatar)) ?? [];
  if (!type || !content) return null;
  return files.keep(`avatar.${type.split('/')[1]}`, type, Buffer.from(content, 'base64')).url;
};

/** Whoever does the work. An update rebuilds the schedule in the background; a new one has its schedule at once (assumed). */
export const resourceRules: ResourceRules = withReference('resource', {
  defaults: () => ({ description: '', workdays: officeHours, integration_schedule: false, boards: [] }),
  check: (values, before, twin) => {
    const { start_date, end_date } = { ...before, ...values };
    return [
      ...boardProblems(values, twin),
      ...avatarProblems(values),
      ...(start_date && end_date && start_date > end_date
        ? [problem('end_date', 'must not be before start_date')]
        : []),
    ];
  },
  prepare: (values, _, { twin }) => ({
    ...values,
    ...('avatar' in values && { avatar: pictureOf(values.avatar, twin) }),
  }),
  storeNested(resource, _, { twin }) {
    const isNew = !twin.store.rows('schedule').some(({ resource_id }) => resource_id === resource.id);
    if (isNew) rebuildSchedule(resource.id, twin);
    else rebuildSoon(resource.id, twin);
  },
  remove({ id }, twin, actor) {
    twin.background.cancel(`schedule:${id}`);
    for (const table of ['schedule', 'scheduleDeviation'])
      for (const row of twin.store.rows(table).filter(({ resource_id }) => resource_id === id))
        twin.records.remove(table, row.id, actor);
    twin.records.remove('resource', id, actor);
  },
});
