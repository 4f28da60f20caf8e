import { operationOf, vplan } from '@patchbay/core';
import { expect, test } from 'vitest';
import { requestStory } from './request-story.ts';

const request = (key: string, method: string, body: unknown, answer: unknown, status = 200) =>
  requestStory({
    operation: operationOf(vplan, key),
    method,
    path: '/',
    query: {},
    target: '/',
    headers: {},
    body,
    status,
    milliseconds: 1,
    answer,
    faults: [],
    early: false,
    problem: status >= 400 ? 'Duplicate entry' : undefined,
  });

const summaryOf = (key: string) => operationOf(vplan, key).definition.summary;

test('an update tells what it writes, but no identifiers', () => {
  const body = { description: '5 cards planned', board_id: '8512', due_date: null };
  expect(request('collection.update', 'PUT', body, undefined)).toBe(
    `${summaryOf('collection.update')}, description “5 cards planned”: 200`,
  );
});

test('a record is named, and a refusal says why', () => {
  expect(request('board.create', 'POST', { name: 'Doors' }, { name: 'Doors' }, 201)).toBe(
    `${summaryOf('board.create')} “Doors”: 201`,
  );
  expect(request('board.create', 'POST', {}, undefined, 422)).toMatch(/: refused with 422, Duplicate entry$/);
});
