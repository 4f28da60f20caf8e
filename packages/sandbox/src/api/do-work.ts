import type { Operation } from '@patchbay/core';
import { refusal } from '../api-error.ts';
import type { FaultKind } from '../faults/fault.ts';
import { moveRows } from '../faults/moving-rows.ts';
import type { Call, Handler, Outcome } from '../rules.ts';
import type { Twin } from '../twin.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import { contentOf, rowsOf } from './content-of.ts';
import { genericHandler } from './generic.ts';
import { credentialOf, type Incoming, routeOf } from './incoming.ts';
import { type Keep, readBody } from './read-body.ts';
import { readQuery } from './read-query.ts';

const deprecationOf = ({ operation, query, body }: Call): Record<string, string> => {
  const used = operation.inputs.filter(
    ({ name, place, field }) => field.deprecated && Object.hasOwn(place === 'query' ? query : body, name),
  );
  if (used.length === 0) return {};
  return { deprecated: `Deprecated: ${used.map(({ name }) => name).join(', ')}` };
};

const statusOf = (call: Call, outcome: Outcome): number => {
  const own = 'status' in outcome ? outcome.status : undefined;
  return call.twin.rules.status?.(call, outcome) ?? own ?? 200;
};

const handlerOf = (twin: Twin, operation: Operation): Handler => {
  const handler = twin.rules.handlers[operation.key] ?? genericHandler(operation);
  if (handler) return handler;
  throw refusal(
    501,
    'Not in the sandbox',
    `The sandbox does not play ${operation.key} (${operation.method} ${operation.path}) yet`,
  );
};

/**
 * Does what a request asks for.
 * @param faults that strike the rows of a list
 * @throws ApiError for what the vendor would refuse
 */
export const doWork = async (
  twin: Twin,
  incoming: Incoming,
  keep: Keep,
  faults: readonly FaultKind[],
): Promise<Answer> => {
  const match = routeOf(incoming);
  handlerOf(twin, match.operation);
  const { operation, body } = await readBody(twin, match, incoming.request, keep);
  const search = new URLSearchParams(incoming.search);
  const query = readQuery(operation, search, twin.rules);
  const sent = new Set(search.keys());
  const credential = credentialOf(twin, incoming.request.headers);
  const call: Call = { twin, operation, path: match.path, ...query, sent, body, credential, actor: 'api' };
  twin.rules.checkQuery?.(call);
  const outcome = handlerOf(twin, operation)(call);
  const rows = outcome.kind === 'rows' ? rowsOf(call, outcome) : [];
  const answer = jsonAnswer(statusOf(call, outcome), contentOf(call, outcome, rows), deprecationOf(call));
  moveRows(call, rows, faults);
  return answer;
};
