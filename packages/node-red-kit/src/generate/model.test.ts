import { vcita, vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { acme } from '../fixtures/acme.ts';
import { editorModelOf } from './model.ts';

const model = editorModelOf(acme);
const [action] = model.actions;
const resourceOf = (name: string, of = action) => of?.resources.find((resource) => resource.name === name);
const operationOf = (resource: string, name: string) =>
  resourceOf(resource)?.operations.find((operation) => operation.name === name);
const namesAt = (indexes: readonly number[] = []) => indexes.map((index) => model.fields[index]?.name);

describe('the model of the forms', () => {
  it('puts other ways, what is not confirmed and what is deprecated behind the usual operations', () => {
    expect(resourceOf('project')?.operations.map(({ name, standing }) => [name, standing])).toEqual([
      ['list', undefined],
      ['get', undefined],
      ['create', undefined],
      ['update', undefined],
      ['audit', undefined],
      ['ensure', undefined],
      ['rename', 'other'],
      ['close', 'unconfirmed'],
      ['drop', 'deprecated'],
    ]);
    expect(operationOf('project', 'rename')?.better).toBe('Project: Update');
  });

  it('ends with the custom call, in every node', () => {
    const partners = editorModelOf(acme, { partner: true }).actions;
    expect(partners.map(({ type }) => type)).toEqual(['acme', 'acme-partner']);
    for (const { resources } of [...model.actions, ...partners]) expect(resources.at(-1)?.name).toBe('customCall');
    expect(namesAt(operationOf('customCall', 'send')?.required)).toEqual(['method', 'path']);
  });

  it('tells which input stands for one that is needed', () => {
    const resources = editorModelOf(vcita).actions[0]?.resources;
    const notes = resources?.find(({ name }) => name === 'matterNote')?.operations;
    expect(notes?.find(({ name }) => name === 'list')?.eitherOf).toEqual([['matter_uid', 'client_id']]);
  });

  it('keeps what is for partners to their node, where there is one', () => {
    const [everyone, partner] = editorModelOf(acme, { partner: true }).actions;
    expect(resourceOf('project', everyone)?.operations.map(({ name }) => name)).not.toContain('audit');
    expect(partner?.resources.map(({ name, operations }) => [name, operations.length])).toEqual([
      ['project', 1],
      ['customCall', 1],
    ]);
    expect(operationOf('project', 'audit')).toBeDefined();
  });

  it('knows what a list of records depends on and what narrows it down', () => {
    expect(model.lookups.tag).toEqual({ needs: ['project_id'], narrowedBy: ['kind'] });
    expect(model.lookups.project).toEqual({ needs: [], narrowedBy: [] });
    expect(model.lookups.colour).toEqual({ needs: ['project_id'], narrowedBy: [] });
    expect(model.lookups.paper).toBeUndefined();
    expect(editorModelOf(vplan).lookups.cardStatus).toEqual({
      needs: ['board_id'],
      narrowedBy: [],
      instead: { board_id: ['collection_id'] },
    });
  });

  it('offers inputs that are never sent as any other, and tells those that only help to choose', () => {
    const create = operationOf('task', 'create');
    expect(namesAt(create?.optional)).toContain('project_id');
    expect(namesAt(create?.choosing)).toEqual(['project_id']);
    expect(create?.oneOf).toEqual([['by_name', 'by_number']]);
    expect(create).not.toHaveProperty('eitherOf');
    expect(namesAt(operationOf('project', 'update')?.optional)).toEqual(
      expect.arrayContaining(['wait_for_tasks', 'wait_seconds']),
    );
  });

  it('says which records may hold secrets, which operations give files or lists, and what a composite costs', () => {
    expect(operationOf('project', 'get')?.secrets).toBe(true);
    expect(operationOf('task', 'list')).not.toHaveProperty('secrets');
    expect(operationOf('project', 'close')).not.toHaveProperty('secrets');
    expect(operationOf('paper', 'download')?.returns).toBe('file');
    expect(operationOf('project', 'list')?.returns).toBe('many');
    expect(operationOf('project', 'ensure')?.requests).toBeGreaterThan(1);
  });

  it('offers fields to compare and order by where a list takes conditions', () => {
    expect(resourceOf('project')?.filterFields).toEqual([
      { name: 'id', kind: 'id' },
      { name: 'name', kind: 'text' },
      { name: 'due', kind: 'date' },
      { name: 'size', kind: 'integer' },
      { name: 'open', kind: 'flag' },
    ]);
    expect(resourceOf('task')).not.toHaveProperty('filterFields');
    expect(model.filter).toEqual({ operators: acme.filter?.operators, negates: true, quote: acme.filter?.quote });
  });

  it('shows what a list of objects looks like', () => {
    const lines = model.fields.find(({ name }) => name === 'lines');
    expect(lines?.sample).toBe('[{"title":"…","pieces":0}]');
  });

  it('asks a trigger for what its vendor wants for every subscription', () => {
    expect(model.needs).toMatchObject([{ name: 'project_id', to: 'project', required: true }]);
    expect(model.otherEvents).toBe(true);
  });

  it('hides resources without operations, and holds a field once however many operations take it', () => {
    const empty = { ...acme.resources.task, name: 'order' as const, operations: {} };
    const { actions, fields } = editorModelOf({ ...acme, resources: { ...acme.resources, order: empty } });
    expect(actions[0]?.resources.map(({ name }) => name)).not.toContain('order');
    expect(new Set(fields.map((field) => JSON.stringify(field))).size).toBe(fields.length);
    const large = editorModelOf(vplan);
    const uses = large.actions.flatMap(({ resources }) =>
      resources.flatMap(({ operations }) => operations.flatMap((one) => [...one.required, ...one.optional])),
    );
    expect(uses.length).toBeGreaterThan(large.fields.length * 2);
  });
});
