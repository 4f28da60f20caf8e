import { type InputValues, operationOf, type Transport, vplan } from '@patchbay/core';
import { answering, boardId, engineOn } from '../fake.ts';
import { type Figure, line, type Thoroughness } from '../figure.ts';
import { difference, inRounds, paired, processorTime } from '../rounds.ts';

const record = JSON.stringify({ id: boardId, name: 'Assembly', visibility: 'everyone' });
const transport: Transport = async () => answering(record);
const headers = { accept: 'application/json', 'X-Api-Key': 'a key', 'X-Api-Env': 'an environment' };

const card: InputValues = {
  collection_id: boardId,
  name: 'Saw the profiles',
  description: 'Oak, 68 mm',
  start_date: '2026-12-01',
  end_date: '2026-12-02',
  stage_id: boardId,
  end_time: '16:00',
};

const cases = [
  {
    key: 'board.get',
    input: { board_id: boardId },
    bare: () => transport({ method: 'GET', url: `${vplan.baseUrl}/board/${boardId}`, headers }, {}),
  },
  {
    key: 'card.create',
    input: card,
    bare: () => {
      const content = JSON.stringify(card);
      const sent = { ...headers, 'content-type': 'application/json' };
      const url = `${vplan.baseUrl}/collection/${boardId}/card`;
      return transport({ method: 'POST', url, headers: sent, content }, {});
    },
  },
] as const;

/** What one call costs in the core alone, with a transport that answers at once. */
export const callCost = async ({ quick }: Thoroughness): Promise<Figure> => {
  const times = quick ? 200 : 1000;
  const turns = 8;
  const lines = [];
  for (const { key, input, bare } of cases) {
    const operation = operationOf(vplan, key);
    const contestants = {
      // A gate of its own for each turn: the vendor allows 10,000 requests a day.
      core: () => {
        const engine = engineOn({ transport });
        return processorTime(times, () => engine.call(operation, input));
      },
      alone: () => processorTime(times, async () => JSON.parse((await bare()).content)),
    };
    const { core, alone } = await inRounds(quick ? 3 : 15, contestants, { turns });
    const what = `${operation.definition.summary} (inputs: ${Object.keys(input).length}), core over the transport`;
    lines.push(line(what, 'µs', paired(core, alone, difference), { atMost: 50 }));
  }
  return {
    title: "Core's cost for one call, without a network",
    how: `The same transport, which answers at once, is called through the engine (check, build, quota, authorise, judge, read) and bare, with the content made and read by JSON.stringify and JSON.parse. Processor time, mean of ${times * turns} calls a round; the difference counts.`,
    lines,
  };
};
