import { describe, expect, it } from 'vitest';
import { niftyRules } from '../src/vendors/nifty/nifty-rules.ts';
import { startStudio } from './nifty-studio.ts';

type Studio = Awaited<ReturnType<typeof startStudio>>;

/** What a person would choose: records by the table that an input chooses from. */
const chosen = ({ id, status, twin }: Studio): Readonly<Record<string, string>> => ({
  task: id('task', 'Business cards'),
  taskgroup: status('Lumen rebrand', 'Brief'),
  label: id('label', 'Web'),
  member: id('member', 'Liv Sørensen'),
  project: id('project', 'Fjordline booking site'),
  message: String(twin.rows('message').find(({ subtype }) => subtype === null)?.id),
});

const contents = ({ twin }: Studio): string =>
  JSON.stringify(['task', 'message', 'project', 'member', 'document', 'file'].map((table) => twin.rows(table)));

const typed: Readonly<Record<string, string>> = { days: '3' };

describe('a person in Nifty', () => {
  it.each(niftyRules.acts.map(({ name }) => name))('can do %s, and the story says so', async (name) => {
    const studio = await startStudio();
    const act = niftyRules.acts.find((one) => one.name === name);
    const input = Object.fromEntries(
      (act?.inputs ?? []).map(({ name: field, choose }) => [
        field,
        choose ? (chosen(studio)[choose] ?? '') : (typed[field] ?? 'Birthday cake'),
      ]),
    );
    const before = contents(studio);
    studio.twin.act(name, input);
    expect(contents(studio)).not.toBe(before);
    expect(studio.sandbox.story.at(-1)).toMatchObject({
      kind: 'person',
      text: expect.stringContaining(act?.label ?? ''),
    });
  });

  it('moves a task on until the last column, where it is done', async () => {
    const { twin, id, client } = await startStudio();
    const input = { task_id: id('task', 'Business cards'), member_id: id('member', 'Liv Sørensen') };
    for (let step = 0; step < 3; step++) twin.act('moveTask', input);
    expect(() => twin.act('moveTask', input)).toThrow('is in the last status of its board');
    expect(await client.task.get({ task_id: input.task_id })).toMatchObject({
      completed: true,
      completed_by: input.member_id,
    });
  });
});

describe('the studio', () => {
  it('is the same for the same seed, and after a reset', async () => {
    const tables = ['project', 'task', 'taskgroup', 'message', 'document', 'time'];
    const [one, other, third] = [await startStudio(), await startStudio(), await startStudio({ seed: 7 })];
    const all = ({ twin }: Studio): unknown => tables.map((table) => twin.rows(table));
    const first = all(one);
    expect(all(other)).toEqual(first);
    expect(all(third)).not.toEqual(first);
    await one.client.project.delete({ project_id: one.id('project', 'Lumen rebrand') });
    one.twin.reset();
    expect(all(one)).toEqual(first);
  });

  it('points to records that are there', async () => {
    const { twin } = await startStudio();
    const has = (table: string, id: unknown): boolean => twin.rows(table).some((row) => row.id === id);
    for (const task of twin.rows('task').filter(({ project }) => project !== null)) {
      expect(has('project', task.project) && has('taskgroup', task.task_group)).toBe(true);
      for (const id of task.assignees as string[]) expect(has('member', id)).toBe(true);
    }
    for (const { author } of twin.rows('message')) expect(has('member', author)).toBe(true);
  });

  it('shows its tables on the page', async () => {
    const { sandbox } = await startStudio();
    const state = (await (await fetch(`${sandbox.url}/_sandbox/state`)).json()) as {
      vendors: { name: string; tables: { label: string }[]; acts: { label: string }[] }[];
    };
    const [nifty] = state.vendors;
    expect(nifty?.name).toBe('nifty');
    expect(nifty?.tables.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Project', 'Task', 'Status', 'Portfolio']),
    );
    expect(nifty?.acts.map(({ label }) => label)).toContain('Create a task in the app');
  });

  it('is shown with names in place of identifiers, and without secrets', async () => {
    const { sandbox, found } = await startStudio();
    const table = async (name: string) => (await fetch(`${sandbox.url}/_sandbox/nifty/records/${name}`)).text();
    expect(await table('task')).toContain('"LUM-2","Draw the logo variants","Lumen rebrand","Client review","Concept"');
    expect(await table('app')).not.toContain(found('app', 'Studio automation').client_secret);
    expect(await table('document')).not.toContain(found('document', 'Brand guidelines').share_token);
  });
});
