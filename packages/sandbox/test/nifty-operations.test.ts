import { checkField, type Fields, nifty, type Operation, operationOf, operationsOf, type Row } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { unhandledOperations } from '../src/api/generic.ts';
import { niftyRules } from '../src/vendors/nifty/nifty-rules.ts';
import type { Json } from './harness.ts';
import { type Records, sampleInput } from './nifty-sample.ts';
import { startStudio } from './nifty-studio.ts';

type Studio = Awaited<ReturnType<typeof startStudio>>;

/** Records of one project of the studio, in which the token's owner is a member but not the owner. */
const recordsOf = async ({ id, call, twin, status }: Studio): Promise<Records> => {
  const app = id('app', 'Studio automation');
  const body = { app_id: app, endpoint: 'http://127.0.0.1:9/hook', event: ['taskCreated'] };
  await call('POST', '/api/v1.0/webhooks', { body });
  const project = twin.rows('project').find(({ name }) => name === 'Fjordline booking site');
  return {
    app,
    project: id('project', 'Fjordline booking site'),
    task: id('task', 'Cabin photos load slowly'),
    taskgroup: status('Fjordline booking site', 'Parked'),
    milestone: id('milestone', 'Payment'),
    label: id('label', 'Web'),
    member: id('member', 'Noor Haddad'),
    subteam: id('subteam', 'Digital'),
    chat: String(project?.general_discussion),
    message: String(twin.rows('message').find(({ chat }) => chat === project?.general_discussion)?.id),
    document: id('document', 'Notes of the kick-off'),
    file: id('file', 'access.txt'),
    folder: id('folder', 'Handover'),
    field: id('field', 'Browser'),
    template: id('template', 'Web site'),
    webhook: String(twin.rows('webhook')[0]?.id),
  };
};

const wrongIn = (fields: Fields, row: Row): string[] =>
  Object.entries(row).flatMap(([name, value]) => {
    const field = fields[name];
    if (!field) return [`${name} is not documented`];
    if (value === null) return [];
    return checkField(field, value, name).map(({ field: at, problem }) => `${at} ${problem}`);
  });

const pathOf = (paths: string | readonly string[] | undefined): string => [paths ?? ''].flat()[0] ?? '';

const rowsOf = async ({ engine }: Studio, operation: Operation, input: Row): Promise<readonly Row[]> => {
  const { returns } = operation.definition;
  if (returns === 'file') {
    const { stream } = await engine.download(operation, input);
    await stream.cancel();
    return [];
  }
  const options = { raw: true };
  if (returns !== 'many') return [(await engine.call(operation, input, options)) ?? {}];
  const rows: Row[] = [];
  for await (const page of engine.pages(operation, input, options)) rows.push(...page.rows);
  return rows;
};

const plain = [...operationsOf(nifty).values()].filter(({ composite }) => !composite).map(({ key }) => key);

describe('the twin of Nifty', () => {
  it('leaves no operation without an answer', () => {
    expect(unhandledOperations({ vendor: nifty, rules: niftyRules })).toEqual([]);
  });

  it('has no handler that no operation leads to', () => {
    for (const key of Object.keys(niftyRules.handlers)) expect(operationsOf(nifty).has(key)).toBe(true);
  });

  it.each(plain)('answers %s with what the definition documents', async (key) => {
    const studio = await startStudio();
    const operation = operationOf(nifty, key);
    const { definition, resource, method } = operation;
    const input = sampleInput(operation, await recordsOf(studio)) as Row;
    const before = studio.twin.requests.length;
    const rows = await rowsOf(studio, operation, input);
    const sent = studio.twin.requests.slice(before);
    const request = sent.find((one) => one.method === method && one.path === pathWith(operation, input));
    expect(request?.status).toBe(method === 'POST' ? 201 : 200);
    const answer: Json = request?.answer;
    if (definition.returns === 'nothing') expect(answer).toEqual({ message: expect.any(String) });
    else if (definition.readBack === 'always') expect(answer).toMatchObject({ message: expect.any(String) });
    else expect(pathOf(definition.itemPath) === '' || answer[pathOf(definition.itemPath)]).toBeTruthy();
    expect(definition.returns === 'many' && rows.length === 0).toBe(false);
    const fields = definition.row ?? resource.fields;
    if (definition.returns !== 'nothing' && Object.keys(fields).length > 0)
      expect(rows.flatMap((row) => wrongIn(fields, row))).toEqual([]);
  });
});

const pathWith = ({ path }: Operation, input: Row): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
