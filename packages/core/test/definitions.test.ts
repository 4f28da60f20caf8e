import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  errorCodes,
  type Field,
  listOperations,
  type Operation,
  operationsOf,
  referencePages,
  vendors,
} from '../src/index.ts';
import { checkField } from '../src/request/check-field.ts';

const reference = join(import.meta.dirname, '../../../docs/reference');

const everyField = (fields: Readonly<Record<string, Field>>, path = ''): [string, Field][] =>
  Object.entries(fields).flatMap(([name, field]) => [
    [`${path}${name}`, field] as [string, Field],
    ...everyField(field.fields ?? {}, `${path}${name}.`),
    ...(field.item ? everyField({ '*': field.item }, `${path}${name}.`) : []),
  ]);

describe.each(vendors)('$label', (vendor) => {
  const operations = [...operationsOf(vendor).values()];

  test.each(operations.map((operation) => [operation.key, operation] as const))(
    '%s is well defined',
    (_, operation) => {
      const { definition, inputs } = operation;
      const names = inputs.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(definition.source).not.toBe('');
      expect(definition.summary).toMatch(/^[A-Z][^.]*[^.]$/);
      if (definition.readBack) expect(Object.keys(operation.resource.operations)).toContain('get');
      for (const { name, field } of inputs) {
        if (field.default !== undefined) expect(checkField(field, field.default, name)).toEqual([]);
        if (field.example !== undefined) expect(checkField(field, field.example, name)).toEqual([]);
      }
    },
  );

  test('every field tells what a person chooses by, in a sentence without full stop', () => {
    for (const { fields } of Object.values(vendor.resources))
      for (const [name, { description }] of everyField(fields)) expect(description, name).toMatch(/^[A-Z\d].*[^.]$/);
  });

  test('whatever a definition points to exists', () => {
    const all = operationsOf(vendor);
    const targets = new Set([...Object.keys(vendor.resources), ...Object.keys(vendor.lookups ?? {})]);
    const names = (operation: Operation): string[] => operation.inputs.map(({ name }) => name);
    for (const operation of all.values()) {
      const { key, definition, inputs } = operation;
      const fields = Object.fromEntries(inputs.map(({ name, field }) => [name, field]));
      for (const [name, { to, otherwise }] of [...everyField(fields), ...everyField(operation.resource.fields)]) {
        if (to !== undefined) expect(targets, `${key} ${name}`).toContain(to);
        if (otherwise) expect([...all.keys()], `${key} ${name}`).toContain(otherwise.operation);
      }
      if (definition.background) expect([...all.keys()], key).toContain(definition.background.list);
      if (definition.otherWayOf) expect([...all.keys()], key).toContain(definition.otherWayOf);
      for (const name of (definition.oneOf ?? []).flat()) expect(names(operation), key).toContain(name);
      for (const name of operation.composite?.definition.by ?? []) expect(names(operation), key).toContain(name);
      const budgets = vendor.quota.budgets.flatMap(({ operations = [] }) => operations);
      for (const counted of budgets) expect([...all.keys()]).toContain(counted);
    }
    for (const { operation } of Object.values(vendor.lookups ?? {})) expect([...all.keys()]).toContain(operation);
  });

  test('events have unique names and a shape; credentials are tested by an operation that exists', () => {
    expect(new Set(vendor.events.map(({ name }) => name)).size).toBe(vendor.events.length);
    for (const { shape } of vendor.events) expect(vendor.webhooks.shapes).toHaveProperty(shape);
    for (const { test: key } of Object.values(vendor.auth)) expect(operationsOf(vendor).has(key)).toBe(true);
  });

  test('the reference in docs/ is what the definitions say: run `npm run docs` after a change', () => {
    const folder = join(reference, vendor.name);
    const pages = referencePages(vendor);
    expect(readdirSync(folder).sort()).toEqual(pages.map(({ file }) => file).sort());
    for (const { file, content } of pages)
      expect(existsSync(join(folder, file)) && readFileSync(join(folder, file), 'utf8'), file).toBe(content);
  });
});

test('the list of operations tells each once, with method, path and evidence', () => {
  const rows = listOperations(vendors);
  expect(new Set(rows.map(({ vendor, resource, operation }) => `${vendor}.${resource}.${operation}`)).size).toBe(
    rows.length,
  );
  expect(rows).toContainEqual({
    vendor: 'vplan',
    resource: 'board',
    operation: 'delete',
    method: 'DELETE',
    path: '/board/{board_id}',
    evidence: 'inferred',
    tier: 1,
  });
});

test('the guide tells every error code and what it means', () => {
  const guide = readFileSync(join(reference, '../guide/errors.md'), 'utf8');
  for (const [code, meaning] of Object.entries(errorCodes)) expect(guide).toContain(`| \`${code}\` | ${meaning} |`);
});
