import { operationOf, vplan } from '@patchbay/core';
import { axiosTransport } from '@patchbay/node';
import { bareClients } from '../bare-clients.ts';
import { engineOn } from '../fake.ts';
import { type Figure, line, type Thoroughness } from '../figure.ts';
import { n8nPagination } from '../n8n-pagination.ts';
import { inRounds, paired, timed } from '../rounds.ts';
import type { VendorServer } from '../vendor-server.ts';

const pageSize = 1000;
const ahead = 8;

interface BarePage {
  readonly count: number;
  readonly data: readonly unknown[];
}

/** As many pages at once as the core, by hand: the first page tells how many there are. */
const bareWalk = async (fetchPage: (offset: number) => Promise<BarePage>): Promise<number> => {
  const first = await fetchPage(0);
  let next = pageSize;
  let rows = first.data.length;
  const worker = async (): Promise<void> => {
    while (next < first.count) {
      const offset = next;
      next += pageSize;
      const { data } = await fetchPage(offset);
      rows += data.length;
    }
  };
  await Promise.all(Array.from({ length: ahead }, worker));
  return rows;
};

/** How fast a long list is read from a vendor that takes its time for each page. */
export const walk = async ({ quick }: Thoroughness, { baseUrl }: VendorServer): Promise<Figure> => {
  const total = quick ? 20_000 : 50_000;
  const pause = quick ? 20 : 60;
  const key = `${total}:${pause}`;
  const list = operationOf(vplan, 'board.list');
  const transport = axiosTransport();
  const bare = bareClients();
  const address = (offset: number): string => `${baseUrl}/board?limit=${pageSize}&offset=${offset}`;
  const headers = { 'X-Api-Key': key, 'X-Api-Env': 'an environment' };
  const allRows = async (read: () => Promise<number>): Promise<void> => {
    const rows = await read();
    if (rows !== total) throw new Error(`${rows} rows were read, not ${total}`);
  };
  const sequential = n8nPagination({ address: `${baseUrl}/board`, headers, pageSize });
  const { core, n8n, axios, fetch } = await inRounds(quick ? 1 : 7, {
    core: () =>
      timed(() =>
        allRows(async () => {
          let rows = 0;
          const engine = engineOn({ transport, baseUrl, key });
          for await (const page of engine.pages(list, {}, { ahead })) rows += page.rows.length;
          return rows;
        }),
      ),
    n8n: () => timed(() => allRows(sequential)),
    axios: () =>
      timed(() => allRows(() => bareWalk(async (offset) => (await bare.axios(address(offset), headers)) as BarePage))),
    fetch: () =>
      timed(() => allRows(() => bareWalk(async (offset) => (await bare.fetch(address(offset), headers)) as BarePage))),
  });
  bare.close();
  const speed = (our: number, their: number): number => their / our;
  return {
    title: 'A long list',
    how: `${total.toLocaleString('en')} rows, ${pageSize.toLocaleString('en')} a page, ${pause} ms a page, the core ${ahead} pages ahead. Beside it: the pagination helper of n8n's HTTP Request node in n8n's own engine, which asks for one page after the other; and ${ahead} requests at once by hand, which hold no order and notice no row that moves.`,
    lines: [
      line("Core to n8n's HTTP Request pagination, speed", 'times', paired(core, n8n, speed), { atLeast: 5 }),
      line(
        'Core to axios with the same concurrency, speed',
        '%',
        paired(core, axios, (our, their) => 100 * speed(our, their)),
        { atLeast: 85 },
      ),
      line(
        "Core to undici's fetch with the same concurrency, speed",
        '%',
        paired(core, fetch, (our, their) => 100 * speed(our, their)),
        { atLeast: 85 },
      ),
      line('Core', 'ms', core),
      line("n8n's HTTP Request pagination", 'ms', n8n),
      line('axios, by hand', 'ms', axios),
    ],
  };
};
