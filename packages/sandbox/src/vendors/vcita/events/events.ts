import type { Change, TwinEvent } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { fullName } from '../views/view.ts';
import { happenings } from './happenings.ts';
import { namesOf } from './names.ts';
import { payloads } from './payloads.ts';

const aboutOf = (row: Row): string =>
  String(row.title ?? row.name ?? row.text ?? row.invoice_label ?? row.display_name ?? (fullName(row) || row.id));

const tagsOf = (row: Row | undefined): readonly string[] => (Array.isArray(row?.tags) ? row.tags.map(String) : []);

/** Events of tags that came to a matter or went: they tell the clients. */
const tagEvents = ({ resource, kind, row, before }: Change, { store }: Twin): TwinEvent[] => {
  if (resource !== 'matter' || kind === 'deleted') return [];
  const [was, is] = [tagsOf(before), tagsOf(row)];
  const event = (name: string, tag: string): TwinEvent => ({
    event: `tag/${name}`,
    data: { name: tag, business_id: store.rows('business')[0]?.id, clients: [row.client_id] },
    about: tag,
  });
  return [
    ...is.filter((tag) => !was.includes(tag)).map((tag) => event('add', tag)),
    ...was.filter((tag) => !is.includes(tag)).map((tag) => event('delete', tag)),
  ];
};

/** What a change is told as, under its name and that of its alias. */
export const eventsOf = (change: Change, twin: Twin): TwinEvent[] => {
  const { resource, row, before } = change;
  const names = happenings[resource]?.({ ...change, was: before ?? {} }) ?? [];
  const own = names.flatMap((name) => {
    const data = payloads[name.split('/')[0] as string]?.(row, twin) ?? row;
    return namesOf(name).map((event): TwinEvent => ({ event, data, about: aboutOf(row) }));
  });
  return [...own, ...tagEvents(change, twin)];
};
