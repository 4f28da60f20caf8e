import type { Scheduler } from './scheduler.ts';
import type { Story } from './story.ts';

const steps = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

const inWords = (milliseconds: number): string => {
  const [length, unit] = steps.find(([step]) => milliseconds % step === 0) ?? [1, 'millisecond'];
  const count = milliseconds / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/** Far enough to outlive the longest tokens. */
export const longestAdvance = 50 * 366 * 86_400_000;

/** What a clock that is moved has to do with. */
export interface ClockParts {
  readonly scheduler: Scheduler;
  readonly story: Story;
  readonly touched: () => void;
}

/**
 * Moves the clock of a sandbox forward; background work and deliveries that fall due run.
 * @throws RangeError for what is no time to go forward
 */
export const advanceClock = async ({ scheduler, story, touched }: ClockParts, milliseconds: number): Promise<void> => {
  if (!(Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds <= longestAdvance))
    throw new RangeError(`The clock goes forward by whole milliseconds, up to ${longestAdvance}`);
  story.tell('sandbox', undefined, `The clock goes forward by ${inWords(milliseconds)}`);
  await scheduler.advance(milliseconds);
  touched();
};
