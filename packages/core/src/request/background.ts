import type { Background } from '../define/operation.ts';
import { isConnectorError } from '../errors/connector-error.ts';
import { backgroundNames } from '../project/background-names.ts';
import { operationOf } from '../project/operation.ts';
import type { InputValues } from './check-input.ts';
import type { Engine } from './engine.ts';
import { fillInput } from './fill.ts';
import type { CallOptions, Ports } from './ports.ts';
import type { Row } from './read-answer.ts';

/** Rows that are looked at; what a vendor makes in the background of one call is fewer. */
const mostRows = 1000;
const firstPause = 500;
const longestPause = 3000;
/** Milliseconds without anything new after which nothing more is expected: some vendors make one after the other. */
const quiet = 1500;

const rowsNow = async (engine: Engine, { list }: Background, input: InputValues, options: CallOptions) => {
  const rows: Row[] = [];
  for await (const page of engine.pages(operationOf(engine.vendor, list), input, { ...options, limit: mostRows }))
    rows.push(...page.rows);
  return rows;
};

/** New rows under the background's name, and whether more may come. */
export type Appeared = Readonly<Record<string, readonly Row[] | boolean>>;

/** Watches for what a vendor makes after it has answered. */
export interface Watch {
  /**
   * Resolves once nothing new has come for a while, or when the time is up. A look that fails is one that finds nothing.
   * @throws TransportError `ABORTED`
   */
  appeared(): Promise<Appeared>;
}

/**
 * Starts a watch: what is there already is noted before the call is made. `undefined` when the caller does not want to
 * wait.
 */
export const startWatch = async (
  engine: Engine,
  background: Background,
  values: InputValues,
  ports: Ports,
  options: CallOptions,
): Promise<Watch | undefined> => {
  const { what, ceiling } = background;
  const names = backgroundNames(background);
  if (values[names.wait] !== true) return undefined;
  const input = fillInput(background.input, values);
  const idOf = (row: Row): unknown => row[operationOf(engine.vendor, background.list).resource.key ?? 'id'];
  const before = new Set((await rowsNow(engine, background, input, options)).map(idOf));
  const newRows = async (left: number): Promise<readonly Row[] | undefined> => {
    const maxWaitSeconds = Math.min(options.maxWaitSeconds ?? left / 1000, left / 1000);
    try {
      const rows = await rowsNow(engine, background, input, { ...options, maxWaitSeconds });
      return rows.filter((row) => !before.has(idOf(row)));
    } catch (error) {
      if (options.signal?.aborted || !isConnectorError(error)) throw error;
      return undefined;
    }
  };
  return {
    appeared: async () => {
      const { clock } = ports;
      const seconds = values[names.seconds];
      const end = clock.now() + (typeof seconds === 'number' ? seconds : ceiling) * 1000;
      let known: readonly Row[] = [];
      let since = clock.now();
      for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
        const rows = (await newRows(Math.max(0, end - clock.now()))) ?? known;
        options.onProgress?.({ kind: 'background', what, rows: rows.length });
        const now = clock.now();
        if (rows.length !== known.length) since = now;
        known = rows;
        const settled = rows.length > 0 && now - since >= quiet;
        if (settled || now >= end) {
          if (!settled) options.onProgress?.({ kind: 'background', what, rows: rows.length, settled: false });
          return { [what]: rows, [names.settled]: settled };
        }
        await clock.sleep(Math.min(pause, end - now), options.signal);
      }
    },
  };
};
