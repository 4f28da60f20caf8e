import {
  createEngine,
  type Engine,
  type Gate,
  type HttpResponse,
  headerAuthorization,
  type Transport,
  vplan,
} from '@patchbay/core';
import { systemClock } from '@patchbay/node';

/** Identity of a board that does not exist. */
export const boardId = '0b8f7a52-4a77-4d3c-9d1b-000000000001';

/** An answer of JSON. */
export const answering = (content: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  content,
});

/** What a vendor may be reached by. */
export interface Reached {
  readonly transport: Transport;
  readonly baseUrl?: string;
  readonly gate?: Gate;
  /** Value of the credential, which tells the loopback vendor what to play */
  readonly key?: string;
}

/** The core's engine for vPlan on a transport. Each has a quota of its own. */
export const engineOn = ({ key = 'a key', ...reached }: Reached): Engine =>
  createEngine(vplan, {
    clock: systemClock,
    authorization: headerAuthorization(vplan.auth.apiKey, { key, environment: 'an environment' }),
    ...reached,
  });
