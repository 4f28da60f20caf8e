import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as fields from '../define/field.ts';
import { coerce } from './coerce.ts';

test.each<[string, fields.Field, unknown, unknown]>([
  ['a number in a text', fields.integer('t'), ' 12 ', 12],
  ['an empty text is no number', fields.integer('t'), '', ''],
  ['true in a text', fields.flag('t'), 'true', true],
  ['a comma list', fields.list(fields.text('i'), 't'), 'a, b', ['a', 'b']],
  ['a JSON list', fields.list(fields.json('i'), 't'), '[{"id":"a"}]', [{ id: 'a' }]],
  ['one JSON object is a list of one', fields.list(fields.json('i'), 't'), '{"id":"a","n":1}', [{ id: 'a', n: 1 }]],
  ['one entry is a list of one', fields.list(fields.json('i'), 't'), { id: 'a' }, [{ id: 'a' }]],
  ['a JSON object', fields.object({}, 't'), '{"1":true}', { 1: true }],
  ['a picked day keeps its day', fields.date('t'), '2026-11-22T00:00:00.000+01:00', '2026-11-22'],
  ['an instant without a zone is UTC', fields.dateTime('t'), '2026-11-22T08:00:00', '2026-11-22T08:00:00Z'],
  ['a Date', fields.dateTime('t'), new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a number as identifier', fields.ref('board', 't'), 7, '7'],
])('%s', (_, field, given, wanted) => {
  expect(coerce(field, given)).toEqual(wanted);
});

test('a text field is never changed, nor are null and undefined for any kind', () => {
  fc.assert(
    fc.property(fc.string(), (value) => coerce(fields.text('t'), value) === value),
    { seed: 1 },
  );
  for (const field of [fields.integer('t'), fields.flag('t'), fields.list(fields.text('i'), 't'), fields.date('t')]) {
    expect(coerce(field, null)).toBeNull();
    expect(coerce(field, undefined)).toBeUndefined();
  }
});
