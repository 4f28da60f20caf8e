import { date, dateTime, flag, integer, text } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { filterTest } from './filter-match.ts';
import { parseFilter } from './filter-parser.ts';

const fields = {
  name: text('Name'),
  due_date: date('Deadline'),
  updated_at: dateTime('Changed'),
  position: integer('Position'),
  entry: flag('Entry'),
};

const row = {
  id: '1',
  name: 'Front Door',
  due_date: '2026-12-01',
  updated_at: '2026-11-22T09:00:00.000Z',
  position: 10,
  entry: true,
};

const matches = (filter: string, record: Parameters<ReturnType<typeof filterTest>>[0] = row): boolean =>
  filterTest(parseFilter(filter), (name) => fields[name as keyof typeof fields])(record);

describe('filterTest', () => {
  it.each([
    ["name:eq:'Front Door'", true],
    ["name:eq:'front door'", false],
    ["name:contains:'nt do'", true],
    ['name:starts_with:FRONT', true],
    ['name:ends_with:door', true],
    ['name:not:ends_with:door', false],
    ['position:gt:9', true],
    ['position:lt:9', false],
    ['position:gte:10', true],
    ['position:contains:1', true],
    ['due_date:lte:2026-12-01', true],
    ["updated_at:eq:'2026-11-22T10:00:00+01:00'", true],
    ["updated_at:gt:'2026-11-22T09:00:00Z'", false],
    ['entry:eq:true', true],
    ['entry:eq:false,or,position:eq:10', true],
    ['entry:eq:true,and,position:eq:11', false],
  ])('%s is %s', (filter, expected) => {
    expect(matches(filter)).toBe(expected);
  });

  it('compares numbers as numbers, not as texts', () => {
    expect(matches('position:gt:9', { ...row, position: 100 })).toBe(true);
  });

  it('finds a missing value by no comparison', () => {
    const empty = { ...row, due_date: null };
    expect(matches('due_date:lt:2030-01-01', empty)).toBe(false);
    expect(matches('due_date:not:eq:2030-01-01', empty)).toBe(true);
  });

  it.each([
    ['colour:eq:red', 'unknown field colour'],
    ['position:eq:ten', "position needs a number, not 'ten'"],
    ['updated_at:gte:yesterday', 'updated_at needs an instant'],
    ['due_date:gte:2026-13-01', 'due_date needs a day'],
    ['entry:eq:1', 'entry needs true or false'],
  ])('refuses %s', (filter, problem) => {
    expect(() => matches(filter)).toThrow(problem);
  });
});
