import { isSubscribed, nifty, readDelivery, subscribe, unsubscribe } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { receive } from './harness.ts';
import { startStudio } from './nifty-studio.ts';

const subscribed = async (event: readonly string[]) => {
  const receiver = await receive();
  const studio = await startStudio();
  const app_id = studio.id('app', 'Studio automation');
  const webhook = await studio.client.webhook.create({ app_id, endpoint: receiver.url, event });
  return { ...studio, receiver, app_id, webhook_id: String(webhook.id) };
};

describe('a webhook of Nifty', () => {
  it('tells of a new task thinly: neither its name nor its status', async () => {
    const { client, status, sandbox, receiver, id } = await subscribed(['taskCreated']);
    const task_group_id = status('Lumen rebrand', 'Brief');
    const task = await client.task.create({ name: 'Napkins', task_group_id });
    await sandbox.settle();
    expect(receiver.received.map(({ payload }) => payload)).toEqual([
      {
        eventType: 'taskCreated',
        data: {
          id: task.id,
          project: id('project', 'Lumen rebrand'),
          nice_id: task.nice_id,
          order: 400,
          assignees: [],
          start_date: null,
          due_date: null,
          milestone: null,
          hidden: [],
          message: 'Ana Duarte created a task',
        },
        triggeredBy: { id: id('member', 'Ana Duarte') },
      },
    ]);
  });

  it('tells of a new message at length, with private data of its author, which the core drops', async () => {
    const { twin, sandbox, receiver, id, found } = await subscribed(['messageCreated']);
    const emil = id('member', 'Emil Bakke');
    twin.act('postMessage', { project_id: id('project', 'Lumen rebrand'), member_id: emil, text: 'Looks great' });
    await sandbox.settle();
    const [{ payload } = { payload: {} }] = receiver.received;
    expect(payload).toMatchObject({
      eventType: 'messageCreated',
      data: {
        type: 0,
        subtype: null,
        text: 'Looks great',
        author: {
          id: emil,
          user: { email: 'emil@lumenbakery.example' },
          team: { name: 'Halden Studio' },
          role: { name: 'client' },
        },
        chat: { id: found('project', 'Lumen rebrand').general_discussion, name: 'General', type: 2 },
        isEdited: false,
        createdAt: '2026-11-22T09:00:00.000Z',
      },
      triggeredBy: { id: emil },
    });
    const delivery = readDelivery(nifty, payload);
    expect(delivery.event).toBe('messageCreated');
    expect(delivery.record).toMatchObject({ text: 'Looks great', author: { id: emil } });
    expect(JSON.stringify(delivery.record)).not.toMatch(/lumenbakery|cus_/);
  });

  it('has no filter: every project of the workspace is told of, and comments too', async () => {
    const { client, twin, sandbox, receiver, id, status } = await subscribed(['taskCreated', 'messageCreated']);
    const member_id = id('member', 'Noor Haddad');
    twin.act('createTask', { name: 'Cookies', taskgroup_id: status('Fjordline booking site', 'Backlog'), member_id });
    twin.act('createTask', { name: 'Raise', taskgroup_id: status('Salaries and hiring', 'Backlog'), member_id });
    await client.message.comment({ task_id: id('task', 'Business cards'), text: 'Matt' });
    await sandbox.settle();
    expect(
      receiver.received.map(({ payload }) => [payload.eventType, payload.data.project ?? payload.data.task]),
    ).toEqual([
      ['taskCreated', id('project', 'Fjordline booking site')],
      ['taskCreated', id('project', 'Salaries and hiring')],
      ['messageCreated', id('task', 'Business cards')],
    ]);
  });

  it('keeps event names that nobody knows, which never fire', async () => {
    const { client, sandbox, receiver, app_id, id } = await subscribed(['taskUpdated', 'projectCreated']);
    const [row] = await client.webhook.list({ app_id }).toArray();
    expect(row).toMatchObject({ endpoint: receiver.url, event: ['taskUpdated', 'projectCreated'] });
    await client.task.complete({ task_id: id('task', 'Business cards') });
    await client.project.create({ name: 'Otter books' });
    await sandbox.settle();
    expect(receiver.received).toEqual([]);
  });

  it('belongs to an app: it is listed and ended by that app alone', async () => {
    const { call, client, id, app_id, webhook_id } = await subscribed(['taskCreated']);
    const other = id('app', 'Old import script');
    expect(await client.webhook.list({ app_id: other }).toArray()).toEqual([]);
    expect((await call('DELETE', `/api/v1.0/webhooks/${webhook_id}`)).status).toBe(400);
    await expect(client.webhook.delete({ webhook_id, app_id: other })).rejects.toMatchObject({ status: 404 });
    await client.webhook.delete({ webhook_id, app_id });
    expect(await client.webhook.list({ app_id }).toArray()).toEqual([]);
  });

  it('is answered within an object of its own', async () => {
    const { call, app_id } = await subscribed([]);
    const body = { app_id, endpoint: 'http://localhost:9/hook', event: ['taskCreated'] };
    const { status, json } = await call('POST', '/api/v1.0/webhooks', { body });
    expect([status, Object.keys(json), typeof json.webhook.id]).toEqual([201, ['webhook'], 'string']);
    const outside = await call('POST', '/api/v1.0/webhooks', { body: { ...body, endpoint: 'https://example.com/x' } });
    expect(outside.json.message).toContain('must point to this machine');
  });

  it('is not tried again, nor is activity told of', async () => {
    const { client, sandbox, twin, receiver, status } = await subscribed(['taskCreated', 'messageCreated']);
    await receiver.close();
    await client.task.create({ name: 'Napkins', task_group_id: status('Lumen rebrand', 'Brief') });
    await sandbox.settle();
    expect(twin.deliveries.map(({ event, state, attempts }) => [event, state, attempts.length])).toEqual([
      ['taskCreated', 'failed', 1],
    ]);
  });

  it('is made, made anew for other events, and ended by a trigger of the core', async () => {
    const { engine, id, twin } = await startStudio();
    const needs = { app_id: id('app', 'Studio automation') };
    const wanted = { url: 'http://127.0.0.1:9/hook/1', events: ['taskCreated'], description: 'Flow', needs };
    const events = () => twin.rows('webhook').map(({ event }) => event);
    await subscribe(engine, wanted);
    expect([await isSubscribed(engine, wanted), await subscribe(engine, wanted)]).toEqual([true, []]);
    await subscribe(engine, { ...wanted, events: ['messageCreated'] });
    expect(events()).toEqual([['messageCreated']]);
    expect(twin.requests.map(({ method }) => method)).not.toContain('PUT');
    await unsubscribe(engine, wanted.url, {}, needs);
    expect(events()).toEqual([]);
  });
});
