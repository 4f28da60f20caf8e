import { createClient, defineResource, headerAuthorization, operationsOf, type Vendor, vplan } from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import { describe, expect, it } from 'vitest';
import { unhandledOperations } from '../src/api/generic.ts';
import { vplanRules } from '../src/vendors/vplan/vplan-rules.ts';
import { start } from './harness.ts';
import { workshop, workshopRules } from './workshop.ts';

const source = 'https://docs.api.vplan.com';

const withStages = {
  ...vplan,
  resources: {
    ...vplan.resources,
    stage: defineResource({
      ...vplan.resources.stage,
      operations: {
        list: { route: 'GET /stage', summary: 'Get many stages', returns: 'many', evidence: 'documented', source },
        get: { route: 'GET /stage/{stage_id}', summary: 'Get a stage', returns: 'one', evidence: 'documented', source },
        create: {
          route: 'POST /stage',
          summary: 'Create a stage',
          body: { required: ['name', 'board_id'] },
          returns: 'one',
          evidence: 'documented',
          source,
        },
        delete: {
          route: 'DELETE /stage/{stage_id}',
          summary: 'Delete a stage',
          returns: 'nothing',
          evidence: 'inferred',
          source,
        },
        rebuild: {
          route: 'POST /stage/{stage_id}/rebuild',
          summary: 'Rebuild a stage',
          returns: 'nothing',
          evidence: 'inferred',
          source,
        },
      },
    }),
  },
} satisfies Vendor;

describe('the definition', () => {
  it('leaves no operation of vPlan without an answer', () => {
    expect(unhandledOperations({ vendor: vplan, rules: vplanRules })).toEqual([]);
    expect(operationsOf(vplan).size).toBeGreaterThan(20);
  });

  it('has a place for every handler written by hand', () => {
    for (const key of [...Object.keys(vplanRules.handlers), ...Object.keys(vplanRules.alsoTaken ?? {})])
      expect(operationsOf(vplan).has(key)).toBe(true);
  });

  it('brings new operations into the twin without an edit of the sandbox', async () => {
    const { sandbox, twin } = await start({ vendors: [withStages] });
    const client = createClient(withStages, {
      transport: axiosTransport(),
      clock: systemClock,
      baseUrl: twin.baseUrl,
      authorization: headerAuthorization(vplan.auth.apiKey, twin.credential),
    });
    const board = twin.rows('board')[0]?.id ?? '';
    const stages = await client.stage.list().toArray();
    expect(stages.map(({ name }) => name)).toContain('Gluing');
    const stage = await client.stage.create({ name: 'Packing', board_id: board });
    expect(await client.stage.get({ stage_id: String(stage.id) })).toEqual(stage);
    const whole = await client.board.get({ board_id: board, with: ['stages'] });
    expect(whole.stages?.map(({ name }) => name)).toContain('Packing');
    await client.stage.delete({ stage_id: String(stage.id) });
    expect(twin.rows('stage')).toHaveLength(stages.length);
    expect(sandbox.vendors.vplan.requests.map(({ operation }) => operation)).toContain('stage.list');
  });

  it('gives 501 for an operation that follows from no shape and has no handler', async () => {
    const { call, twin } = await start({ vendors: [withStages] });
    expect(unhandledOperations({ vendor: withStages, rules: vplanRules })).toEqual(['stage.rebuild']);
    const { status, json } = await call('POST', `/stage/${twin.rows('stage')[0]?.id}/rebuild`);
    expect(status).toBe(501);
    expect(json.errors[0].description).toBe(
      'The sandbox does not play stage.rebuild (POST /stage/{stage_id}/rebuild) yet',
    );
  });

  it('of any vendor is played beside the others when it comes with rules', async () => {
    const { sandbox, call } = await start({ vendors: [{ vendor: workshop, rules: workshopRules }] });
    const { baseUrl, credential, rows } = sandbox.twin('workshop');
    const answer = await fetch(`${baseUrl}/v2/tools`, { headers: { authorization: `Bearer ${credential.token}` } });
    expect([answer.status, rows('tool').length, (await call('GET', '/me')).status]).toEqual([200, 7, 200]);
    expect((await fetch(`${sandbox.url}/workshop`)).status).toBe(200);
    expect(() => sandbox.twin('other')).toThrow('does not play other; it plays');
  });

  it('of a vendor that the sandbox does not play is refused', async () => {
    await expect(start({ vendors: [{ ...vplan, name: 'other' }] })).rejects.toThrow('does not play other; it plays');
  });
});
