import type { Background } from '../define/operation.ts';
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

const rowsNow = async (engine: Engine, { list }: Background, input: InputValues, options: CallOptions) => {
  const rows: Row[] = [];
  for await (const page of engine.pages(operationOf(engine.vendor, list), input, { ...options, limit: mostRows }))
    rows.push(...page.rows);
  return rows;
};

/** Watches for what a vendor makes after it has answered. */
export interface Watch {
  /**
   * Resolves with the new rows once two looks in a row find the same ones, or with what is there when the time is up.
   */
  appeared(): Promise<readonly Row[]>;
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
  if (values[`wait_for_${what}`] !== true) return undefined;
  const input = fillInput(background.input, values);
  const idOf = (row: Row): unknown => row[operationOf(engine.vendor, background.list).resource.key ?? 'id'];
  const before = new Set((await rowsNow(engine, background, input, options)).map(idOf));
  return {
    appeared: async () => {
      const seconds = typeof values.wait_seconds === 'number' ? values.wait_seconds : ceiling;
      const end = ports.clock.now() + seconds * 1000;
      let known = 0;
      for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
        const rows = (await rowsNow(engine, background, input, options)).filter((row) => !before.has(idOf(row)));
        options.onProgress?.({ kind: 'background', what, rows: rows.length });
        const left = end - ports.clock.now();
        if ((rows.length > 0 && rows.length === known) || left <= 0) return rows;
        known = rows.length;
        await ports.clock.sleep(Math.min(pause, left), options.signal);
      }
    },
  };
};
