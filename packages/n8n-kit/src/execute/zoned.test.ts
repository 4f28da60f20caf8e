import { expect, test } from 'vitest';
import { instantIn } from './zoned.ts';

test.each([
  ['2026-12-01T09:00:00', 'Europe/Amsterdam', '2026-12-01T08:00:00.000Z'],
  ['2026-07-01T09:00:00', 'Europe/Amsterdam', '2026-07-01T07:00:00.000Z'],
  ['2026-07-01 09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
  ['2026-03-29T01:59:00', 'Europe/Amsterdam', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00:00', 'Europe/Amsterdam', '2026-03-29T01:00:00.000Z'],
  ['2026-12-01T00:00:00.000', 'UTC', '2026-12-01T00:00:00.000Z'],
])('%s on a clock in %s is %s', (text, zone, instant) => {
  expect(instantIn(text, zone)).toBe(instant);
});

test('in the hour that comes twice, the first one is meant', () => {
  expect(instantIn('2026-10-25T02:30:00', 'Europe/Amsterdam')).toBe('2026-10-25T00:30:00.000Z');
});

test('in the hour that a clock skips, it is read as if the clock had not been changed', () => {
  expect(instantIn('2026-03-29T02:30:00', 'Europe/Amsterdam')).toBe('2026-03-29T01:30:00.000Z');
});

test.each(['2026-12-01T09:00:00Z', '2026-12-01T09:00:00+01:00', '2026-12-01', 'soon', ''])(
  '%j has a zone or is no date and time: it stays',
  (text) => expect(instantIn(text, 'Europe/Amsterdam')).toBe(text),
);
