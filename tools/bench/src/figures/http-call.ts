import { operationOf, vplan } from '@patchbay/core';
import { axiosTransport } from '@patchbay/node';
import { bareClients } from '../bare-clients.ts';
import { boardId, engineOn } from '../fake.ts';
import { type Figure, line, type Thoroughness } from '../figure.ts';
import { difference, inRounds, paired, processorTime, ratio } from '../rounds.ts';
import type { VendorServer } from '../vendor-server.ts';

/** What one call takes over loopback HTTP, beside the clients that people write by hand. */
export const httpCall = async ({ quick }: Thoroughness, { baseUrl }: VendorServer): Promise<Figure> => {
  const times = quick ? 25 : 100;
  const turns = 8;
  const get = operationOf(vplan, 'board.get');
  const url = `${baseUrl}/board/${boardId}`;
  const headers = { accept: 'application/json', 'X-Api-Key': 'a key', 'X-Api-Env': 'an environment' };
  const { axios, fetch, close } = bareClients();
  const transport = axiosTransport();
  const { core, port, bareAxios, bareFetch } = await inRounds(
    quick ? 3 : 15,
    {
      core: () => {
        const engine = engineOn({ transport, baseUrl });
        return processorTime(times, () => engine.call(get, { board_id: boardId }));
      },
      port: () =>
        processorTime(times, async () => JSON.parse((await transport({ method: 'GET', url, headers }, {})).content)),
      bareAxios: () => processorTime(times, () => axios(url, headers)),
      bareFetch: () => processorTime(times, () => fetch(url, headers)),
    },
    { turns },
  );
  close();
  return {
    title: 'One call over loopback HTTP',
    how: `The same GET of one record from the same server, kept-alive connections, one call after the other: the core on its axios transport, that transport alone, axios and undici's fetch, each with JSON.parse. Processor time of this process, mean of ${times * turns} calls a round.`,
    lines: [
      line('Core over its transport alone', 'µs', paired(core, port, difference), { atMost: 50 }),
      line('Core to axios', 'times', paired(core, bareAxios, ratio)),
      line("Core to undici's fetch", 'times', paired(core, bareFetch, ratio)),
      line('axios alone', 'µs', bareAxios),
      line("undici's fetch alone", 'µs', bareFetch),
    ],
  };
};
