import { describe, expect, test } from 'vitest';
import * as fields from '../define/field.ts';
import { checkField } from './check-field.ts';

const endless: unknown[] = [];
endless.push(endless);

const problem = (field: fields.Field, value: unknown): string | undefined =>
  checkField(field, value, 'field')[0]?.problem;

describe('checking a value', () => {
  test.each<[string, fields.Field, unknown, unknown]>([
    ['text', fields.text('t'), 'a', 3],
    ['text within its length', fields.text('t', { maxLength: 3 }), 'abc', 'abcd'],
    ['text, by its characters', fields.text('t', { maxLength: 2 }), '😀😀', '😀😀😀'],
    ['integer', fields.integer('t'), 0, 1.5],
    ['integer within its bounds', fields.integer('t', { minimum: 0, maximum: 7 }), 7, 8],
    ['number', fields.number('t'), -1.5, Number.NaN],
    ['flag', fields.flag('t'), false, 'false'],
    ['choice', fields.choice(['a', 'b'], 't'), 'a', 'c'],
    ['choices', fields.choices(['a', 'b'], 't'), ['a', 'b'], ['a', 'c']],
    ['date', fields.date('t'), '2028-02-29', '2026-02-29'],
    ['a dateTime that exists', fields.dateTime('t'), '2028-02-29T09:00:00Z', '2026-02-29T09:00:00Z'],
    ['dateTime', fields.dateTime('t'), '2026-01-31T09:00:00+01:00', '2026-01-31 09:00'],
    ['time', fields.time('t'), '23:59', '24:00'],
    ['colour', fields.colour('t'), '#3b82f6', 'blue'],
    ['email', fields.email('t'), 'ann@example.com', 'ann'],
    ['url', fields.url('t'), 'https://example.com', 'javascript:alert(1)'],
    ['list', fields.list(fields.integer('i'), 't'), [1, 2], [1, '2']],
    ['object', fields.object({ id: fields.id('i') }, 't'), { id: 'a' }, { id: 3 }],
    ['a free object', fields.object({}, 't'), { id: 'a', more: 1 }, []],
    ['json', fields.json('t'), { a: [1, 'b', null, { c: undefined }] }, { a: [Number.NaN] }],
    ['json without functions', fields.json('t'), new Date(0), { a: () => 1 }],
    ['json that ends', fields.json('t'), [[], []], endless],
    ['a number that JSON has', fields.number('t'), 1, 1n],
    ['nullable', fields.date('t', { nullable: true }), null, 'never'],
    ['not nullable', fields.date('t'), '2026-01-01', null],
    ['text without half characters', fields.text('t'), '😀', '\ud83d'],
  ])('%s', (_, field, good, bad) => {
    expect(problem(field, good)).toBeUndefined();
    expect(problem(field, bad)).toMatch(/^must /);
  });

  test('the place inside a nested value is named', () => {
    const unknown = fields.object({ name: fields.text('n', { required: true }) }, 't');
    expect(problem(unknown, { nmae: 'x' })).toMatch(/is missing/);
    expect(checkField(unknown, { name: 'x', nmae: 'y' }, 'stage')).toEqual([
      { field: 'stage.nmae', problem: 'is not one of name' },
    ]);
    const stages = fields.list(fields.object({ name: fields.text('n') }, 's'), 't');
    expect(checkField(stages, [{ name: 'ok' }, { name: 5 }], 'stages')).toEqual([
      { field: 'stages.1.name', problem: 'must be a text, but is 5' },
    ]);
  });

  test('what only the vendor gives is not looked at in a nested value, however it came', () => {
    const stage = fields.object(
      { name: fields.text('n'), made: fields.date('m', { readOnly: true, required: true }) },
      's',
    );
    for (const made of [undefined, null, 'then', 5]) expect(problem(stage, { name: 'Sawing', made })).toBeUndefined();
  });

  test('a secret is not repeated in the problem', () => {
    expect(problem(fields.integer('t', { secret: true }), 'hunter2')).not.toContain('hunter2');
  });
});
