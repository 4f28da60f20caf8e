import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { rebuildSchedule } from '../background/rebuild-schedule.ts';
import { ofBoard } from '../records/card-rules.ts';
import { newUser } from '../records/user-rules.ts';
import { deviations, groups, resources, users } from './people.ts';
import { activities, spaces, views } from './work.ts';
import { found, inDays, type Values, type Write } from './writer.ts';

/** Where a resource works: boards with those of their stages that have one of the names. */
const boardLinks = (places: readonly number[], stages: readonly string[], twin: Twin): Values[] =>
  places.flatMap((place) => {
    const board = twin.store.rows('board')[place];
    if (!board) return [];
    const own = ofBoard('stage', board.id, twin).filter(({ name }) => stages.includes(String(name)));
    return [{ id: board.id, active: true, stages: own.map(({ id }) => ({ id, percentage: 100, active: true })) }];
  });

const stampIf = (archived: boolean, twin: Twin): string | null =>
  archived ? `${inDays(-5, twin)}T16:00:00.000Z` : null;

const seedResources = (twin: Twin, write: Write): void => {
  for (const { boards, stages, week, reference, ...resource } of resources)
    write('resource', {
      ...resource,
      workdays: week,
      boards: boardLinks(boards, stages, twin),
      external_ref: reference,
      archived_at: stampIf('archived' in resource, twin),
    });
  for (const { name, resources: members } of groups)
    write('group', { name, resources: members.map((member) => ({ id: found('resource', 'name', member, twin).id })) });
  for (const { resource, from, to, reference, ...deviation } of deviations)
    write('scheduleDeviation', {
      type: deviation.type,
      description: deviation.description,
      time: 'minutes' in deviation ? deviation.minutes : null,
      resource_id: found('resource', 'name', resource, twin).id,
      start_date: inDays(from, twin),
      end_date: inDays(to, twin),
      external_ref: reference,
    });
  for (const { id } of twin.store.rows('resource')) rebuildSchedule(id, twin);
};

const seedUsers = (twin: Twin, write: Write): void => {
  for (const { username, fullname, role, language, ...user } of users) {
    const works = 'works' in user ? found('resource', 'name', user.works, twin).id : null;
    write('user', {
      ...newUser,
      username,
      fullname,
      display_name: fullname.split(' ')[0],
      email: `${username}@delinden.example`,
      role,
      language,
      status: 'active',
      resource_id: works,
      archived_at: stampIf('archived' in user, twin),
    });
  }
};

const seedActivities = (twin: Twin, write: Write): void => {
  const stages = twin.store.rows('stage');
  for (const { stages: names, ...activity } of activities) {
    const own = stages.filter(({ name }) => (names as readonly string[]).includes(String(name)));
    write('activity', { ...activity, billable: true, stages: own.map(({ id }) => ({ id })) });
  }
};

const boardAt = (place: number, { store }: Twin): Row => store.rows('board')[place] as Row;

/** Who and what works in the factory: resources with their schedules, groups, users, activities, spaces and views. */
export const seedPeople = (twin: Twin, write: Write): void => {
  seedResources(twin, write);
  seedUsers(twin, write);
  seedActivities(twin, write);
  for (const { name, boards } of spaces)
    write('space', { name, boards: boards.map((place) => ({ id: boardAt(place, twin).id })) });
  for (const { board, user, ...view } of views)
    write('boardView', {
      ...view,
      board_id: boardAt(board, twin).id,
      created_for_user_id: found('user', 'username', user, twin).id,
    });
};
