import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Values } from '../values.ts';

/** Time entries that fit a query. */
export const fittingTimes = (rows: readonly Row[], query: Values, { store }: Twin): readonly Row[] => {
  const { project_id, start_date, end_date, member_id, task_id, include_subtasks, type } = query;
  const member = store.find('member', member_id);
  const isOf = (task: unknown): boolean =>
    task === task_id || (include_subtasks === true && store.find('task', task)?.task === task_id);
  return rows.filter(
    (row) =>
      row.project === project_id &&
      (start_date === undefined || Date.parse(String(row.start)) >= Date.parse(String(start_date))) &&
      (end_date === undefined || Date.parse(String(row.start)) <= Date.parse(String(end_date))) &&
      (member === undefined || row.user === member.user_id) &&
      (task_id === undefined || isOf(row.task)) &&
      (type !== 'running' || row.active === true),
  );
};
