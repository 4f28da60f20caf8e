import { defineResource, operationsOf, text, type Vendor, vplan } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { listSearch } from '../lookup/list-search.ts';
import { nodeProperties } from './node-properties.ts';

const isShown = ({ displayOptions }: INodeProperties, values: Record<string, string>): boolean =>
  Object.entries(displayOptions?.show ?? {}).every(([name, allowed]) => {
    const value = values[name.replace('/', '')];
    return value === undefined || (allowed as unknown[]).includes(value);
  });

const shownFor = (vendor: Vendor, resource: string, operation: string): INodeProperties[] =>
  nodeProperties(vendor).filter((property) => isShown(property, { resource, operation }));

const namesIn = (vendor: Vendor, resource: string, operation: string): string[] =>
  shownFor(vendor, resource, operation).flatMap((property) =>
    property.type === 'collection'
      ? (property.options as INodeProperties[])
          .filter((option) => isShown(option, { resource, operation }))
          .map(({ name }) => `${property.name}.${name}`)
      : [property.name],
  );

const operationsIn = (vendor: Vendor, resource: string) => {
  const [select] = nodeProperties(vendor).filter(
    (property) => property.name === 'operation' && isShown(property, { resource }),
  );
  return select?.options as { name: string; value: string; action: string; description?: string }[];
};

test('resources with operations are offered by their labels, sorted', () => {
  const stage = { ...vplan.resources.stage, operations: {} };
  const { me, card, board } = vplan.resources;
  const [resource] = nodeProperties({ ...vplan, resources: { me, stage, card, board } });
  expect(resource?.options?.map(({ name }) => name)).toEqual(['Account', 'Board', 'Card']);
});

test('a list is Get Many, another list says what sets it apart', () => {
  expect(operationsIn(vplan, 'card')).toMatchObject([
    { name: 'Create', value: 'create', action: 'Create a card in a collection' },
    { name: 'Get', value: 'get' },
    { name: 'Get Many', value: 'getAll', action: 'Get many cards of a collection' },
    { name: 'Get Many of All Collections', value: 'listAll', action: 'Get many cards of all collections' },
    { name: 'Update', value: 'update' },
  ]);
});

test("what the vendor's documentation does not confirm is marked", () => {
  const remove = operationsIn(vplan, 'board').find(({ value }) => value === 'delete');
  expect(remove?.description).toBe("Delete a board (not confirmed by vPlan's documentation)");
});

test('each operation shows exactly its own inputs, none twice', () => {
  for (const operation of operationsOf(vplan).values()) {
    const shown = namesIn(vplan, operation.resource.name, operation.name === 'list' ? 'getAll' : operation.name);
    const expected = operation.inputs
      .filter(({ field }) => !field.deprecated)
      .map(({ name, required, place }) => (required ? name : `${place === 'query' ? 'options' : 'fields'}.${name}`));
    const own = shown.filter((name) => !['resource', 'operation', 'returnAll', 'limit', 'simplify'].includes(name));
    expect(own.toSorted(), operation.key).toEqual(expected.toSorted());
  }
});

test('lists have Return All and Limit, records of more than ten fields Simplify', () => {
  expect(namesIn(vplan, 'card', 'listAll')).toEqual(expect.arrayContaining(['returnAll', 'limit', 'simplify']));
  expect(namesIn(vplan, 'board', 'delete')).not.toContain('simplify');
  expect(namesIn(vplan, 'me', 'get')).toEqual(['resource', 'operation']);
});

test('an operation more in a definition appears with its inputs, and makes a pick list of references to it', () => {
  const { stage } = vplan.resources;
  const vendor: Vendor = {
    ...vplan,
    resources: {
      ...vplan.resources,
      stage: {
        ...stage,
        operations: {
          list: {
            route: 'GET /stage',
            summary: 'Get many stages',
            returns: 'many',
            evidence: 'documented',
            source: '',
          },
        },
      },
    },
  };
  expect(operationsIn(vendor, 'stage')).toEqual([{ name: 'Get Many', value: 'getAll', action: 'Get many stages' }]);
  expect(namesIn(vendor, 'stage', 'getAll')).toEqual(['resource', 'operation', 'returnAll', 'limit', 'simplify']);
  const fields = shownFor(vendor, 'card', 'create').find(({ name }) => name === 'fields');
  expect(fields?.options).toContainEqual(
    expect.objectContaining({ name: 'stage_id', displayName: 'Stage', type: 'resourceLocator' }),
  );
  expect(Object.keys(listSearch(vendor, 'vplanApi'))).toContain('searchStage');
});

test('a required input with a name that the form itself uses gets another one', () => {
  const thing = defineResource({
    name: 'thing',
    label: 'Thing',
    description: 'Something',
    fields: { id: text('Identifier'), limit: text('Most there may be') },
    operations: {
      create: {
        route: 'POST /thing',
        summary: 'Create a thing',
        body: { required: ['limit'] },
        returns: 'one',
        evidence: 'documented',
        source: '',
      },
    },
  });
  expect(namesIn({ ...vplan, resources: { thing } }, 'thing', 'create')).toEqual([
    'resource',
    'operation',
    'limit_value',
  ]);
});
