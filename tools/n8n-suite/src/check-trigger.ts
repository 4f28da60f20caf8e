import { type N8nEngine, WEBHOOK_BASE_URL } from '@patchbay/n8n-engine';
import { type Row, type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import type { INodeParameters } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { engineWith, type Subject } from './subject.ts';

type Twin = VendorSandbox<Readonly<Record<string, string>>>;

/** How a vendor's trigger is tried. */
export interface TriggerStory {
  readonly events: readonly string[];
  /** What the form asks besides the events */
  parameters?(twin: Twin): INodeParameters;
  /** Makes the first of the events come about at the vendor; gives the record that it is about */
  happen(twin: Twin): Row | undefined;
  /** What a workflow reads of it, beside event, record and resource */
  expected(row: Row): object;
  /** Contents that are no delivery of this vendor */
  readonly strange: readonly unknown[];
}

/** A trigger against the vendor's twin: its subscription, and a delivery as the vendor makes it. */
export const checkTrigger = (subject: Subject, story: TriggerStory): void => {
  const { vendor, trigger } = subject;
  const { resource, fields } = vendor.webhooks;
  const { events } = story;
  let sandbox: Sandbox;
  let twin: Twin;
  let n8n: N8nEngine;

  beforeAll(async () => {
    // Deliveries are made and not posted: there is no server behind the engine's address.
    sandbox = await startSandbox({ allowHosts: ['n8n.test'], schedule: () => () => undefined });
    twin = sandbox.twin(vendor.name);
    n8n = engineWith(subject, twin.baseUrl, twin.credential);
  });
  beforeEach(() => twin.reset());
  afterAll(() => sandbox.close());

  const placed = (more: INodeParameters = {}) => ({
    type: trigger.description.name,
    parameters: { ...story.parameters?.(twin), events: [...events], ...more },
    webhookId: 'hook-1',
  });
  const call = (method: 'checkExists' | 'create' | 'delete', more: object = {}, engine = n8n) =>
    engine.callWebhookMethod({ ...placed(), ...more, method });
  const url = `${WEBHOOK_BASE_URL}/hook-1/${vendor.name}`;
  const subscribed = () =>
    twin.rows(resource).map((row) => ({ url: row[fields.url], events: [row[fields.events]].flat() }));

  test('publishing subscribes to the chosen events and no other, under the address of this trigger', async () => {
    expect(await call('checkExists')).toBe(false);
    expect(await call('create')).toBe(true);
    expect(await call('checkExists')).toBe(true);
    expect(new Set(subscribed().map((one) => one.url))).toEqual(new Set([url]));
    expect(
      subscribed()
        .flatMap((one) => one.events)
        .sort(),
    ).toEqual([...events].sort());
  });

  test('a webhook that a lost answer left behind is adopted, not doubled', async () => {
    await call('create');
    const before = subscribed();
    expect(await call('create')).toBe(true);
    expect(subscribed()).toEqual(before);
  });

  test('a webhook with other events is not taken for the wanted one, and is brought in line', async () => {
    const [last] = events.slice(-1) as [string];
    await call('create', placed({ events: [last] }));
    expect(await call('checkExists')).toBe(events.length === 1);
    await call('create');
    expect(
      subscribed()
        .flatMap((one) => one.events)
        .sort(),
    ).toEqual([...events].sort());
  });

  test('testing in the editor uses a webhook of its own, and ending the test leaves the other', async () => {
    await call('create');
    const before = subscribed();
    await call('create', { isTest: true });
    expect(new Set(subscribed().map((one) => one.url)).size).toBe(2);
    await call('delete', { isTest: true });
    expect(subscribed()).toEqual(before);
  });

  test('unpublishing removes the webhook; one that is gone already is no failure', async () => {
    await call('create');
    expect(await call('delete')).toBe(true);
    expect(subscribed()).toEqual([]);
    expect(await call('delete')).toBe(true);
  });

  test("a failed registration is thrown with the vendor's own words and what to do", async () => {
    const values = Object.fromEntries(Object.keys(twin.credential).map((name) => [name, 'wrong']));
    const wrong = engineWith(subject, twin.baseUrl, values);
    await expect(call('create', {}, wrong)).rejects.toMatchObject({
      name: 'NodeApiError',
      message: expect.stringMatching(new RegExp(`^${vendor.label} answered 401 to ".+": \\S`)),
      description: expect.stringMatching(/\(NOT_AUTHENTICATED\)$/),
    });
  });

  /** What the vendor posts when the first of the events comes about. */
  const delivered = async (): Promise<{ row: Row; payload: unknown }> => {
    await call('create');
    const row = story.happen(twin) as Row;
    const [delivery] = twin.deliveries;
    expect(delivery).toMatchObject({ event: events[0], url });
    return { row, payload: delivery?.payload };
  };

  test('a delivery starts the workflow with its event and record', async () => {
    const { row, payload } = await delivered();
    const { items, answer } = await n8n.receive({ ...placed(), body: payload });
    expect(answer).toBeUndefined();
    const { resource: of } = vendor.events.find(({ name }) => name === events[0]) ?? {};
    expect(items).toMatchObject([{ json: { event: events[0], resource: of, ...story.expected(row) } }]);
    expect(items?.[0]?.json).not.toHaveProperty('raw');
  });

  test('Whole Delivery hands on what was sent', async () => {
    const { payload } = await delivered();
    const whole = { options: { wholeDelivery: true } };
    const { items } = await n8n.receive({ ...placed(whole), body: payload });
    expect(items).toEqual([{ json: payload }]);
  });

  test.each(story.strange)('what is no delivery (%j) is answered with 400 and starts nothing', async (body) => {
    const { items, answer } = await n8n.receive({ ...placed(), body });
    expect(items).toBeUndefined();
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(vendor.label) } });
  });
};
