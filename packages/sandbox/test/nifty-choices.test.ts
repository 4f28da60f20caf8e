import { lookUp, lookupOf, nifty, operationsOf } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { startStudio } from './nifty-studio.ts';

/** Resources that a form points to and that can be chosen from a list. */
const chosen = [
  ...new Set(
    [...operationsOf(nifty).values()].flatMap(({ inputs }) =>
      inputs.flatMap(({ field: { to, item } }) => [to ?? [], item?.to ?? []].flat()),
    ),
  ),
].filter((resource) => lookupOf(nifty, resource));

describe('a form for Nifty', () => {
  it.each(chosen)('offers every %s of the studio that its owner sees', async (resource) => {
    const { client, engine, id, twin } = await startStudio();
    twin.act('commentTask', {
      task_id: id('task', 'Business cards'),
      member_id: id('member', 'Ana Duarte'),
      text: 'Matt',
    });
    const app_id = id('app', 'Studio automation');
    await client.webhook.create({ app_id, endpoint: 'http://127.0.0.1:9/hook', event: ['taskCreated'] });
    const known: Readonly<Record<string, string>> = {
      project_id: id('project', 'Lumen rebrand'),
      task_id: id('task', 'Business cards'),
      app_id,
    };
    const { choices } = await lookUp(engine, resource, { values: known });
    expect(choices.length).toBeGreaterThan(0);
    for (const { title } of choices) expect(title).not.toBe('');
  });
});
