import type { Message } from '@patchbay/node-red-runtime';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { sink, triggerNode } from './flow-nodes.ts';
import { type Hosts, startHosts } from './hosts.ts';
import type { Subject } from './subject.ts';

/** An event that can be made to happen in the twin. */
export interface TriggerChecks {
  readonly event: string;
  /** Further events for the same node */
  readonly others: readonly string[];
  /** Values that the vendor wants for every subscription, as the form saves them */
  readonly needs?: (hosts: Hosts) => object;
  /** Makes it happen, once for each number. */
  readonly happen: (hosts: Hosts, number: number) => void;
  /** What the message is like */
  readonly arrives: (number: number) => object;
}

/** The trigger node: its subscriptions at the vendor, and what becomes of deliveries. */
export const checkTrigger = (subject: Subject, { event, others, needs, happen, arrives }: TriggerChecks): void => {
  const { name, webhooks } = subject.vendor;
  let hosts: Hosts;
  beforeAll(async () => {
    hosts = await startHosts(subject);
  });
  beforeEach(async () => {
    await hosts.deploy([]);
    hosts.twin.reset();
    hosts.nodeRed.forget();
  });
  afterEach(() => hosts.deploy([]));
  afterAll(() => hosts.close());

  const trigger = (properties: object = {}) =>
    triggerNode(name, { events: [event], needs: needs?.(hosts) ?? {}, ...properties });
  const rows = () => hosts.twin.rows(webhooks.resource);
  const urls = () => rows().map((row) => String(row[webhooks.fields.url]));
  const eventsAt = () => rows().flatMap((row) => row[webhooks.fields.events]);
  const statusIs = (text: string) =>
    hosts.nodeRed.waitFor(`the status ${text}`, () =>
      hosts.nodeRed.statusesOf('trigger').find((status) => status.text?.includes(text)),
    );
  const connect = async (properties: object = {}) => {
    hosts.nodeRed.forget();
    await hosts.deploy([trigger(properties), sink('sink')]);
    await statusIs('connected');
  };
  const arrived = (): Promise<Message> =>
    hosts.nodeRed.waitFor('the delivery', () => hosts.nodeRed.messagesAt('sink')[0]);

  it('subscribes to its event at its own address, and what happens becomes a message', async () => {
    await connect();
    expect(new Set(urls()).size).toBe(1);
    expect(urls()[0]).toMatch(new RegExp(`^${hosts.nodeRed.url}/patchbay/${name}/trigger/[\\w-]{43}$`));
    happen(hosts, 1);
    const message = await arrived();
    expect(message).toMatchObject({ event, topic: event, payload: arrives(1), delivery: { id: expect.any(String) } });
    await hosts.sandbox.settle();
    expect(hosts.twin.deliveries.at(-1)).toMatchObject({ event });
  });

  it('passes the delivery on as it arrived when it is told to', async () => {
    await connect({ raw: true });
    happen(hosts, 1);
    const { payload } = await arrived();
    const [record] = Object.values(webhooks.shapes).map((shape) => shape.record);
    const delivery = Array.isArray(payload) ? payload[0] : payload;
    expect(delivery).toHaveProperty(String(record));
    expect(delivery).not.toMatchObject(arrives(1));
  });

  it('starts the flow once for a delivery that is sent again, and again for another one', async () => {
    await connect({ raw: true });
    happen(hosts, 1);
    const { payload } = await arrived();
    const again = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) };
    expect((await fetch(urls()[0] as string, again)).status).toBe(200);
    happen(hosts, 2);
    await hosts.nodeRed.waitFor('the second', () => hosts.nodeRed.messagesAt('sink')[1]);
    expect(hosts.nodeRed.messagesAt('sink')).toHaveLength(2);
  });

  it('has no address for somebody with another secret', async () => {
    await connect();
    const url = urls()[0] as string;
    for (const other of [`${url.slice(0, -1)}x`, url.replace('/trigger/', '/other/')])
      expect((await fetch(other, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('keeps its subscription in a deploy that changes nothing, and follows the events that it is given', async () => {
    await connect();
    const before = rows();
    await connect();
    expect(rows()).toEqual(before);
    await connect({ events: [event, ...others] });
    expect(eventsAt().length).toBeGreaterThan(before.length);
    const wider = eventsAt();
    await connect({ events: others });
    expect(eventsAt().length).toBeLessThan(wider.length);
    expect(new Set(urls()).size).toBe(1);
  });

  it('leaves nothing behind when the node is deleted', async () => {
    await connect({ events: [event, ...others] });
    await hosts.deploy([sink('sink')], 'nodes');
    await hosts.nodeRed.waitFor('the subscription to go', () => (rows().length === 0 ? true : undefined));
  });

  it('moves when the address of Node-RED changes', async () => {
    await connect();
    await connect({ callbackBase: hosts.nodeRed.url.replace('127.0.0.1', 'localhost') });
    expect(urls()).toEqual([expect.stringContaining('http://localhost')]);
  });

  it('names what it lacks', async () => {
    await hosts.deploy([trigger({ events: [] })]);
    await statusIs('input: events');
    for (const need of Object.keys(webhooks.needs ?? {})) {
      await hosts.deploy([trigger({ needs: {} })]);
      await statusIs(`input: ${need}`);
    }
    expect(rows()).toEqual([]);
  });
};
