import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FaultKind, type FaultTarget, stageOf } from './fault.ts';
import { allFaultKinds, createSequence } from './sequence.ts';
import { createSwitchboard } from './switchboard.ts';

const target: FaultTarget = { method: 'GET', path: '/card', paged: true, operation: 'card.list', credential: 'own' };

const settings = fc.record({
  seed: fc.nat(4_294_967_295),
  rate: fc.double({ min: 0, max: 1, noNaN: true }),
  kinds: fc.uniqueArray(fc.constantFrom<FaultKind>(...allFaultKinds), { minLength: 1 }),
});

const drawn = (draw: () => unknown, count: number) => Array.from({ length: count }, draw);

describe('faults by chance', () => {
  it('strike the same requests for the same seed, rate and kinds', () => {
    fc.assert(
      fc.property(settings, fc.nat(200), (sequence, count) => {
        expect(drawn(createSequence(sequence), count)).toEqual(drawn(createSequence(sequence), count));
      }),
      { seed: 2026 },
    );
  });

  it('strike the n-th request the same, whatever was switched on for those before it', () => {
    fc.assert(
      fc.property(settings, fc.array(fc.boolean(), { maxLength: 40 }), (sequence, switched) => {
        const alone = createSwitchboard(sequence, () => undefined);
        const meddled = createSwitchboard(sequence, () => undefined);
        const expected = switched.map(() => alone.take(target));
        const met = switched.map((on) => {
          if (on) meddled.on({ kind: 'html' });
          return meddled.take(target);
        });
        for (const [index, on] of switched.entries())
          expect(met[index]).toEqual(on ? [{ kind: 'html', seconds: undefined }] : expected[index]);
      }),
      { seed: 2026 },
    );
  });

  it('strike about as often as the rate says, and only with the kinds that are wanted', () => {
    const draw = createSequence({ seed: 7, rate: 0.2, kinds: ['html', 'slow'] });
    const struck = drawn(draw, 5000).filter(Boolean) as { kind: FaultKind }[];
    expect(Math.abs(struck.length - 1000)).toBeLessThan(100);
    expect(new Set(struck.map(({ kind }) => kind))).toEqual(new Set(['html', 'slow']));
    expect(drawn(createSequence({ seed: 7, rate: 0 }), 500).every((one) => one === undefined)).toBe(true);
    expect(drawn(createSequence({ seed: 7, rate: 1 }), 500).every(Boolean)).toBe(true);
  });
});

describe('faults that are switched on', () => {
  it('strike as many requests as they were told, of those that are meant', () => {
    const board = createSwitchboard(undefined, () => undefined);
    board.on({ kind: 'html', times: 2, skip: 1, method: 'GET', path: '/card' });
    const kinds = (given: Partial<FaultTarget>) => board.take({ ...target, ...given }).map(({ kind }) => kind);
    expect([
      kinds({ method: 'POST' }),
      kinds({ path: '/board' }),
      kinds({}),
      kinds({}),
      kinds({ path: '/card/7' }),
    ]).toEqual([[], [], [], ['html'], ['html']]);
    expect([kinds({}), board.active]).toEqual([[], []]);
  });

  it('strike one after the other, and movements of rows beside them', () => {
    const board = createSwitchboard(undefined, () => undefined);
    board.on({ kind: 'rowsInserted', times: 'always' });
    board.on({ kind: 'html' });
    board.on({ kind: 'slow' });
    const kinds = (paged: boolean) => board.take({ ...target, paged }).map(({ kind }) => kind);
    expect([kinds(true), kinds(false), kinds(true)]).toEqual([['rowsInserted', 'html'], ['slow'], ['rowsInserted']]);
    expect(stageOf('rowsInserted')).toBe('rows');
  });

  it('end one by one, or all with the chance', () => {
    const board = createSwitchboard(undefined, () => undefined);
    const [one] = [board.on({ kind: 'html' }), board.on({ kind: 'slow' })];
    expect([board.off(one), board.off(one), board.active.map(({ kind }) => kind)]).toEqual([true, false, ['slow']]);
    board.repeat({ seed: 1, rate: 1 });
    board.off();
    expect([board.active, board.sequence, board.take(target)]).toEqual([[], undefined, []]);
  });
});
