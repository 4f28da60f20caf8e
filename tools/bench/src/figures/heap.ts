import { askChild } from '../child.ts';
import type { Held } from '../children/walk-heap.ts';
import { type Figure, line, type Thoroughness } from '../figure.ts';
import { inRounds, paired, ratio } from '../rounds.ts';
import type { VendorServer } from '../vendor-server.ts';

const megabyte = 1_000_000;

/** How much memory a walk takes, and that it does not grow with the list. */
export const heap = async ({ quick }: Thoroughness, { baseUrl }: VendorServer): Promise<Figure> => {
  const sizes = quick ? [10_000, 20_000, 40_000] : [10_000, 100_000, 1_000_000];
  const [short = 0, middle = 0, long = 0] = sizes;
  const held = async (rows: number, keep = false): Promise<number> =>
    (await askChild<Held>('walk-heap.ts', { baseUrl, rows, keep })).bytes / megabyte;
  const growth = (our: number, their: number): number => ((our - their) * megabyte) / (long - short);
  const samples = await inRounds(
    quick ? 1 : 3,
    {
      short: () => held(short),
      middle: () => held(middle),
      long: () => held(long),
      kept: () => held(middle, true),
    },
    { warmUp: false },
  );
  const of = (rows: number): string => `${rows.toLocaleString('en')} rows`;
  return {
    title: 'Memory of a walk',
    how: `Live heap, with the buffers beside it, above idle after a garbage collection at every page (at most 50 of them) once the pages ahead have come in, largest of a walk, in a process of its own; 1,000 rows a page of about 390 bytes each, 4 pages ahead (default), from a server that answers at once. Flat means that nothing is kept for a row, so less than a byte for each further one. What grows at first is the memory of the identifiers of some pages, by which no row is handed out twice.`,
    lines: [
      line(`Page by page, ${of(short)}`, 'MB', samples.short, { atMost: 5 }),
      line(`Page by page, ${of(middle)}`, 'MB', samples.middle, { atMost: 5 }),
      line(`Page by page, ${of(long)}`, 'MB', samples.long, { atMost: 5 }),
      line(`Growth from ${of(short)} to ${of(long)}, a row`, 'bytes', paired(samples.long, samples.short, growth), {
        atMost: 1,
      }),
      line(`${of(long)} to ${of(middle)}`, 'times', paired(samples.long, samples.middle, ratio)),
      line(`All ${of(middle)} held, for comparison`, 'MB', samples.kept),
      line(`${of(middle)} held to page by page`, 'times', paired(samples.kept, samples.middle, ratio)),
    ],
  };
};
