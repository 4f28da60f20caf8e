import type { ResourceRules } from '../../../rules.ts';
import { rebuildSchedule } from '../background/rebuild-schedule.ts';
import { problem, withReference } from './checks.ts';

const look = { holiday: ['palm-tree', 'teal'], sick: ['thermometer', 'red'] } as const;

/** A time off the schedule. The days follow at once; `time` is read as minutes a day (the unit is not published). */
export const scheduleDeviationRules: ResourceRules = withReference('scheduleDeviation', {
  defaults({ type }) {
    const [icon, color] = look[type as keyof typeof look] ?? ['calendar', 'grey'];
    return { description: '', icon, color };
  },
  check(values, before) {
    const { start_date, end_date, time } = { ...before, ...values };
    return [
      ...(String(end_date) < String(start_date) ? [problem('end_date', 'must not be before start_date')] : []),
      ...(typeof time === 'number' && time < 0 ? [problem('time', 'must be at least 0')] : []),
    ];
  },
  storeNested: (row, _, { twin }) => rebuildSchedule(String(row.resource_id), twin),
  remove(row, twin, actor) {
    twin.records.remove('scheduleDeviation', row.id, actor);
    rebuildSchedule(String(row.resource_id), twin);
  },
});
