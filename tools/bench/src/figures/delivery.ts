import { createSeen, parseJson, readDelivery, type Vendor, type VendorEvent, vendors } from '@patchbay/core';
import { type Figure, line, type Thoroughness } from '../figure.ts';
import { inRounds, paired, ratio } from '../rounds.ts';
import { quantile } from '../spread.ts';

type Json = Record<string, unknown>;

const put = (target: Json, path: string, value: unknown): void => {
  const names = path.split('.');
  const last = names.pop() as string;
  let place = target;
  for (const name of names) {
    place[name] ??= {};
    place = place[name] as Json;
  }
  place[last] = value;
};

/** A delivery of an event as the vendor sends it, each one another change. */
const deliveryText = ({ webhooks }: Vendor, event: VendorEvent, number: number, bytes: number): string => {
  const note = (index: number) => ({ id: `note-${number}-${index}`, text: 'Oak, 68 mm, two coats; before Friday' });
  const noteSize = JSON.stringify(note(number)).length + 1;
  const notes = Array.from({ length: Math.ceil(bytes / noteSize) }, (_, index) => note(index));
  const record = { id: `record-${number}`, updated_at: '2026-11-22T09:00:00Z', notes };
  const shape = webhooks.shapes[event.shape] as { record: string };
  const payload: Json = shape.record === '' ? { ...record } : {};
  if (shape.record !== '') put(payload, shape.record, record);
  const paths = [webhooks.event].flat();
  const name = webhooks.aliases?.[event.name] ?? event.name;
  const parts = paths.length > 1 ? name.split('/') : [name];
  for (const [index, path] of paths.entries()) put(payload, path, parts[index]);
  return JSON.stringify(webhooks.inList ? [payload] : payload);
};

const vendorLines = async ({ quick }: Thoroughness, vendor: Vendor) => {
  const [event] = vendor.events;
  if (!event) return [];
  const count = quick ? 300 : 2000;
  const bytes = 20_000;
  const texts = Array.from({ length: count }, (_, number) => deliveryText(vendor, event, number, bytes));
  const arrived = texts.map((text): unknown => JSON.parse(text));
  const p99 = <Each>(all: readonly Each[], handle: (each: Each) => void): number => {
    const times = all.map((each) => {
      const start = process.cpuUsage();
      handle(each);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    return quantile(times, 0.99);
  };
  const allFresh = (work: (isFresh: (payload: unknown) => void) => number): number => {
    const seen = createSeen();
    let fresh = 0;
    const slowest = work((payload) => {
      if (seen.isNew(readDelivery(vendor, payload).id, 0)) fresh++;
    });
    if (fresh !== count) throw new Error(`${count - fresh} of ${count} deliveries were taken for repetitions`);
    return slowest;
  };
  const { core, fromText, bare } = await inRounds(quick ? 3 : 15, {
    core: () => allFresh((isFresh) => p99(arrived, isFresh)),
    fromText: () => allFresh((isFresh) => p99(texts, (text) => isFresh(parseJson(text)))),
    bare: () => p99(texts, (text) => JSON.parse(text)),
  });
  return [
    line(`${vendor.label}, ${event.name}, p99`, 'ms', core, { atMost: 0.1 }),
    line(`${vendor.label}, parsed with its guards as well, p99`, 'ms', fromText),
    line(`${vendor.label}, that to JSON.parse alone`, 'times', paired(fromText, bare, ratio)),
  ];
};

/** What a delivery costs before a flow starts. */
export const delivery = async (thoroughness: Thoroughness): Promise<Figure> => {
  const lines = [];
  for (const vendor of vendors) lines.push(...(await vendorLines(thoroughness, vendor)));
  return {
    title: 'A delivery',
    how: 'A delivery of 20 KB is checked, normalised and looked for among those that came before; every one is new. p99 of 2,000 a round, in processor time: what other programs take in between is left out.',
    lines,
  };
};
