import { createGate, type InputValues, operationOf, type Transport, vplan } from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import axios from 'axios';
import { startChild } from '../child.ts';
import type { Seen } from '../children/refusing-server.ts';
import { boardId, engineOn } from '../fake.ts';
import { type Figure, line, type Thoroughness } from '../figure.ts';

const get = operationOf(vplan, 'board.get');
const input: InputValues = { board_id: boardId };

const ways: Readonly<Record<string, string>> = {
  seconds: 'Retry-After in seconds',
  date: 'Retry-After as a date',
  reset: 'refused, told by the reset header alone',
  usedUp: 'not refused, but nothing is left of the quota',
};

/** One engine for all callers: they share a gate. */
const gatedEngine = (root: string, key: string, transport: Transport) =>
  engineOn({ transport, baseUrl: `${root}/v1`, key, gate: createGate(vplan, systemClock) });

/** One call is asked to wait; then many come at once. Counted by the server. */
const lateComers = async (root: string, key: string, callers: number, transport: Transport): Promise<void> => {
  const engine = gatedEngine(root, key, transport);
  let first: Promise<unknown> = Promise.resolve();
  const told = new Promise<void>((resolve) => {
    first = engine.call(get, input, { onProgress: () => resolve() });
  });
  // The first call waits, or is through with an answer that says that nothing is left.
  await Promise.race([told, first]);
  const caller = (_: unknown, index: number) => engine.call(get, input, { caller: `node ${index % 10}` });
  await Promise.all([first, ...Array.from({ length: callers }, caller)]);
};

/** All come at once, before anybody was asked to wait: what is sent after the first refusal counts, and is counted here. */
const burst = async (root: string, callers: number, transport: Transport): Promise<number> => {
  let until = 0;
  let early = 0;
  const watched: Transport = async (request, options) => {
    if (Date.now() < until) early++;
    const answer = await transport(request, options);
    if (answer.status === 429) until ||= Date.now() + Number(answer.headers['retry-after']) * 1000;
    return answer;
  };
  const engine = gatedEngine(root, 'burst', watched);
  await Promise.all(Array.from({ length: callers }, () => engine.call(get, input)));
  return early;
};

/** Whether anybody calls a vendor that asked for a pause. */
export const askedToWait = async ({ quick }: Thoroughness): Promise<Figure> => {
  const callers = quick ? 100 : 500;
  const rounds = quick ? 1 : 5;
  const child = startChild<{ port: number }>('refusing-server.ts', {});
  try {
    const root = `http://127.0.0.1:${(await child.answer).port}`;
    const seen = async (): Promise<Seen> => (await axios.get<Seen>(`${root}/seen`)).data;
    const transport = axiosTransport();
    const early: Record<string, number[]> = {};
    const note = (what: string, count: number): void => {
      early[what] = [...(early[what] ?? []), count];
    };
    const byHand: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const [key, what] of Object.entries(ways)) {
        await lateComers(root, key, callers, transport);
        const { requests, early: count } = await seen();
        if (requests < callers + 1) throw new Error(`${requests} requests came, not ${callers + 1}`);
        note(what, count);
      }
      note('all at once, then refused', await burst(root, callers, transport));
      await seen();
      const bare = () =>
        axios.get(`${root}/v1/board/${boardId}`, { headers: { 'X-Api-Key': 'seconds' }, validateStatus: () => true });
      await bare();
      await Promise.all(Array.from({ length: callers }, bare));
      byHand.push((await seen()).early);
    }
    return {
      title: 'Asked to wait',
      how: `A vendor on loopback asks for a pause of a second; ${callers} callers with one credential come at once while it lasts. Requests that reach it before the pause is over are counted there; where all callers come before the first refusal, what is sent after it is counted here.`,
      lines: [
        ...Object.entries(early).map(([what, counts]) =>
          line(`Requests too early: ${what}`, '', counts, { atMost: 0 }),
        ),
        line('Requests too early: axios by hand, Retry-After in seconds', '', byHand),
      ],
    };
  } finally {
    child.process.kill();
  }
};
