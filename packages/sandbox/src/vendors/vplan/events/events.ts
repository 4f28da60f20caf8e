import { changedNames } from '../../../records.ts';
import type { Change, TwinEvent } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { plain } from '../query/plain.ts';
import { checklistEvents } from './checklist-events.ts';
import { linkEvents, linkFields } from './link-events.ts';

/** Names that records have in events. The other resources of vPlan have none. */
const told: Readonly<Record<string, string>> = {
  card: 'card',
  collection: 'collection',
  attachment: 'attachment',
  comment: 'comment',
  timeTracking: 'time_tracking',
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

/** What a person would call a record. */
const aboutOf = (row: Row): string =>
  String(
    [row.name, row.filename, row.text, row.note].find((name) => typeof name === 'string' && name !== '') ?? row.id,
  );

/** Whether a change is told of by events of its own alone: links that came or went. */
const onlyLinks = ({ resource, kind, row, before }: Change): boolean =>
  kind === 'updated' &&
  before !== undefined &&
  changedNames(before, row).every((name) => linkFields(resource).has(name));

/**
 * The events that vPlan tells of a change. `card.updated.merged` is never sent: what makes it differ from `card.updated` is
 * not published.
 */
export const eventsOf = (change: Change, twin: Twin): TwinEvent[] => {
  const { resource, kind, row } = change;
  if (resource === 'collectionChecklist') return checklistEvents(change, twin);
  const name = told[resource];
  if (!name) return [];
  const about = aboutOf(row);
  const main: TwinEvent[] = onlyLinks(change) ? [] : [{ event: `${name}.${kind}`, data: dataOf(change, twin), about }];
  return kind === 'deleted' ? main : [...main, ...linkEvents(change, name, about, twin)];
};
