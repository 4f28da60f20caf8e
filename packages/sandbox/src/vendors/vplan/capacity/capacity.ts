import { notFound } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { ofBoard } from '../records/card-rules.ts';
import { linkIds } from '../records/lists.ts';
import { resourceTypes } from '../resource-types.ts';
import { type BoardResource, resourcesOf } from './availability.ts';
import { periodsOf } from './periods.ts';
import { plannedOn } from './planned.ts';

const boardOf = ({ twin, path }: Call): Row => {
  const board = twin.store.find('board', path.board_id);
  if (!board) throw notFound('board', path.board_id);
  return board;
};

const sum = <T>(entries: readonly T[], minutesOf: (entry: T) => number): number =>
  Math.round(entries.reduce((total, entry) => total + minutesOf(entry), 0));

/** An answer with one row for each period; what is in it, the given function says for the days of the period. */
const byPeriod = (call: Call, content: (days: readonly string[]) => Readonly<Record<string, unknown>>) => {
  const rows = periodsOf(call).map(({ date, days }): Row => ({ id: date, date, ...content(days) }));
  return { kind: 'content', content: { data: rows.map(({ id: _, ...row }) => row) } } as const;
};

const stagesOf = (board: Row, { twin, query }: Call): Row[] =>
  ofBoard('stage', board.id, twin).filter(({ id }) => query.stage_id === undefined || query.stage_id === id);

const stageTime = (board: Row, stage: Row, resources: readonly BoardResource[], days: readonly string[]): number => {
  if (board.capacity_method === 'none') return 0;
  const efficiency = Number(stage.efficiency ?? 100) / 100;
  return sum(resources, ({ shares, on }) => {
    const share = shares.get(stage.id) ?? 0;
    return share === 0 ? 0 : days.reduce((total, day) => total + on(day).available * share * efficiency, 0);
  });
};

/** `GET /board/{board_id}/capacity/stage`: time of the linked resources by their shares, and time of the planned cards. */
export const stageCapacity: Handler = (call) => {
  const board = boardOf(call);
  const resources = resourcesOf(board, call.twin);
  const planned = plannedOn(board, call.twin);
  return byPeriod(call, (days) => ({
    stage: stagesOf(board, call).map((stage) => ({
      id: stage.id,
      time_available: stageTime(board, stage, resources, days),
      time_planned: sum(
        planned.filter((part) => part.stage === stage.id && days.includes(part.day)),
        ({ minutes }) => minutes,
      ),
    })),
  }));
};

/** `GET …/capacity/resource_type/stage`: the names of the answer are ours, nobody has shown one. */
export const resourceTypeCapacity: Handler = (call) => {
  const board = boardOf(call);
  const resources = resourcesOf(board, call.twin);
  const planned = plannedOn(board, call.twin);
  return byPeriod(call, (days) => ({
    resource_type: resourceTypes.map((type) => ({
      type,
      stage: stagesOf(board, call).map((stage) => ({
        id: stage.id,
        time_available: stageTime(
          board,
          stage,
          resources.filter(({ resource }) => resource.type === type),
          days,
        ),
        time_planned: sum(
          planned.filter((part) => part.stage === stage.id && days.includes(part.day)),
          ({ byType }) => byType[type] ?? 0,
        ),
      })),
    })),
  }));
};

const timesOf = (resources: readonly BoardResource[], days: readonly string[]) => ({
  time_available: sum(resources, ({ on }) => days.reduce((total, day) => total + on(day).available, 0)),
  time_off: sum(resources, ({ on }) => days.reduce((total, day) => total + on(day).off, 0)),
});

/** `GET /board/{board_id}/capacity/resource` */
export const resourceCapacity: Handler = (call) => {
  const resources = resourcesOf(boardOf(call), call.twin);
  return byPeriod(call, (days) => ({
    resource: resources.map((one) => ({ id: one.resource.id, ...timesOf([one], days) })),
  }));
};

/** `GET /board/{board_id}/capacity/group`: groups with a resource of the board. */
export const groupCapacity: Handler = (call) => {
  const resources = resourcesOf(boardOf(call), call.twin);
  const groups = call.twin.store.rows('group').flatMap(({ id, resources: links }) => {
    const members = resources.filter(({ resource }) => linkIds(links).includes(resource.id));
    return members.length > 0 ? [{ id, members }] : [];
  });
  return byPeriod(call, (days) => ({ group: groups.map(({ id, members }) => ({ id, ...timesOf(members, days) })) }));
};
