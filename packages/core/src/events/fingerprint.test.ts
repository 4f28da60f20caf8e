import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('a text has always the same fingerprint, and texts that differ in one place or in their order have different ones', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), fc.nat(), (text, place) => {
      const at = place % text.length;
      const changed = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`;
      expect(fingerprint(text)).toBe(fingerprint(`${text}`));
      expect(fingerprint(text)).toMatch(/^[\da-f]{32}$/);
      expect(fingerprint(changed)).not.toBe(fingerprint(text));
      expect(fingerprint(`${text}\0`)).not.toBe(fingerprint(text));
    }),
    { seed: 2026, numRuns: 5_000 },
  );
});

test('a hundred thousand similar texts have as many fingerprints, in either half too', () => {
  const whole = new Set<string>();
  const halves = new Set<string>();
  for (let index = 0; index < 100_000; index++) {
    const print = fingerprint(`{"event":"card.updated","data":{"id":"${index}"}}`);
    whole.add(print);
    halves.add(print.slice(0, 16));
  }
  expect([whole.size, halves.size]).toEqual([100_000, 100_000]);
});
