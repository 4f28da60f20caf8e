import { changedNames } from '../../records.ts';
import type { Change, TwinEvent } from '../../rules.ts';
import type { Row } from '../../store.ts';
import type { Twin } from '../../twin.ts';
import { plain } from './reading.ts';

// The other resources of vPlan have no events.
const told = ['card', 'collection'];

const linkIds = (row: Row | undefined): string[] =>
  Array.isArray(row?.labels) ? (row.labels as { id: string }[]).map(({ id }) => id) : [];

const labelEvents = ({ resource, row, before }: Change, twin: Twin, about: string): TwinEvent[] => {
  const [was, is] = [linkIds(before), linkIds(row)];
  const current = plain(resource, row, twin);
  const event = (how: 'attached' | 'detached', id: string): TwinEvent => {
    const label = plain('label', twin.store.find('label', id) ?? { id }, twin);
    const none = { attached: {}, detached: {} };
    return { event: `${resource}.label.${how}`, data: { ...none, [how]: label, current }, about };
  };
  return [
    ...is.filter((id) => !was.includes(id)).map((id) => event('attached', id)),
    ...was.filter((id) => !is.includes(id)).map((id) => event('detached', id)),
  ];
};

const part = (row: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, row[name]]));

const dataOf = ({ resource, kind, row, before }: Change, twin: Twin): unknown => {
  const current = plain(resource, row, twin);
  if (kind === 'created') return { new: current, old: {}, current };
  if (kind === 'deleted') return { new: {}, old: current, current };
  const names = changedNames(before ?? row, row).filter((name) => name in current && name !== 'updated_at');
  return { new: part(row, names), old: part(before ?? row, names), current };
};

/** The events that vPlan tells of a change: cards and collections, and the labels on them. */
export const eventsOf = (change: Change, twin: Twin): TwinEvent[] => {
  const { resource, kind, row, before } = change;
  if (!told.includes(resource)) return [];
  const about = String(row.name || row.id);
  const onlyLabels = kind === 'updated' && before && changedNames(before, row).every((name) => name === 'labels');
  const main: TwinEvent[] = onlyLabels ? [] : [{ event: `${resource}.${kind}`, data: dataOf(change, twin), about }];
  return kind === 'deleted' ? main : [...main, ...labelEvents(change, twin, about)];
};
