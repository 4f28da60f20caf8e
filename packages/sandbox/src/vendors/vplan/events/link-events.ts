import type { Change, TwinEvent } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { plain } from '../query/plain.ts';
import { pivotsOf } from '../records/lists.ts';

/** A list of links on a record whose comings and goings are events. */
interface Links {
  readonly field: string;
  /** Table of the linked records */
  readonly table: string;
  /** Name in events */
  readonly as: string;
  /** The links carry values of their own, whose change is an event too */
  readonly pivot: boolean;
}

const links: Readonly<Record<string, readonly Links[]>> = {
  card: [
    { field: 'labels', table: 'label', as: 'label', pivot: false },
    { field: 'resources', table: 'resource', as: 'resource', pivot: false },
    { field: 'activities', table: 'activity', as: 'activity', pivot: true },
  ],
  collection: [
    { field: 'labels', table: 'label', as: 'label', pivot: false },
    { field: 'followers', table: 'user', as: 'follower', pivot: false },
    { field: 'activities', table: 'activity', as: 'activity', pivot: true },
  ],
};

/** Fields of a kind of record that hold links with events. */
export const linkFields = (resource: string): ReadonlySet<string> =>
  new Set(links[resource]?.map(({ field }) => field));

const same = (one: Row, other: Row): boolean => JSON.stringify(one) === JSON.stringify(other);

const changedValues = (before: Row, after: Row): Readonly<Record<string, unknown>> => ({
  id: after.id,
  ...Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value)),
});

/** Events of links that came, went or changed: `{attached, detached, current}`, with a pivot also `new` and `updated`. */
export const linkEvents = ({ resource, row, before }: Change, name: string, about: string, twin: Twin): TwinEvent[] => {
  const current = plain(resource, row, twin);
  return (links[resource] ?? []).flatMap(({ field, table, as, pivot }) => {
    const [was, is] = [pivotsOf(before?.[field]), pivotsOf(row[field])];
    const none = pivot ? { attached: {}, detached: {}, updated: {}, new: {} } : { attached: {}, detached: {} };
    const event = (how: string, content: unknown): TwinEvent => ({
      event: `${name}.${as}.${how}`,
      data: { ...none, [how]: content, current },
      about,
    });
    const whole = ({ id, ...values }: Row) => ({
      ...plain(table, twin.store.find(table, id) ?? { id }, twin),
      ...(pivot && values),
    });
    const stays = is.flatMap((link) => was.filter(({ id }) => id === link.id).map((old) => [old, link] as const));
    return [
      ...is.filter(({ id }) => !was.some((old) => old.id === id)).map((link) => event('attached', whole(link))),
      ...was.filter(({ id }) => !is.some((link) => link.id === id)).map((link) => event('detached', whole(link))),
      ...stays
        .filter(([old, link]) => pivot && !same(old, link))
        .map(([old, link]) => event('updated', changedValues(old, link))),
    ];
  });
};
