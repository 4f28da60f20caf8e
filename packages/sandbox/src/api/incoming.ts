import type { Operation } from '@patchbay/core';
import { refusal } from '../api-error.ts';
import type { Connection } from '../connection.ts';
import type { FaultTarget } from '../faults/fault.ts';
import { credentialOfGrant, grantBehind } from '../oauth/bearer.ts';
import { masked } from '../request-log.ts';
import type { Twin } from '../twin.ts';
import { paginationOf } from './paging.ts';
import type { RouteMatch, Routing } from './routes.ts';

/** A request to a twin's API, before anything is decided. */
export interface Incoming {
  readonly request: Request;
  readonly connection: Connection;
  readonly method: string;
  /** Below the base URL, still encoded */
  readonly path: string;
  /** With its question mark */
  readonly search: string;
  readonly routing: Routing;
}

/** The operation of a request; `undefined` when no operation has its route. */
export const operationOf = ({ routing }: Incoming): Operation | undefined =>
  routing && 'operation' in routing ? routing.operation : undefined;

/** What faults, holds and budgets know of a request. */
export const targetOf = (incoming: Incoming, credential: string): FaultTarget => {
  const operation = operationOf(incoming);
  const { method, path } = incoming;
  const paged = operation !== undefined && paginationOf(operation) !== undefined;
  return { method, path, paged, operation: operation?.key, credential };
};

const provedBy = (twin: Twin, headers: Headers): string => {
  if (twin.oauth && /^Bearer /i.test(headers.get('authorization') ?? ''))
    throw refusal(401, 'Not Logged In', 'The access token is not known or has expired');
  for (const [name, value] of Object.entries(twin.authHeaders))
    if (headers.get(name) !== value)
      throw refusal(401, 'Not Logged In', `The header ${name} is ${headers.has(name) ? 'wrong' : 'missing'}`);
  return 'own';
};

/**
 * Identifier of the credential behind a request.
 * @throws ApiError 401
 */
export const credentialOf = (twin: Twin, headers: Headers): string => {
  const { credentialOf: own, oauth } = twin.rules;
  const grant = grantBehind(twin, headers);
  if (grant && !oauth?.credentialOf) return credentialOfGrant(grant);
  if (!grant && !own) return provedBy(twin, headers);
  const found = grant ? oauth?.credentialOf?.(grant, headers, twin) : own?.(headers, twin);
  if (found === undefined) throw refusal(401, 'Not Logged In', 'The credential is missing, wrong or has ended');
  return found;
};

/**
 * The operation of a request.
 * @throws ApiError 404 or 405
 */
export const routeOf = ({ routing, method, path }: Incoming): RouteMatch => {
  if (!routing) throw refusal(404, 'Not found', `There is no path ${path}`);
  if ('operation' in routing) return routing;
  const allow = routing.allowed.join(', ');
  throw refusal(405, 'Method not allowed', `${path} takes ${allow}, not ${method}`, { allow });
};

/** Headers as the log keeps them. */
export const loggedHeaders = (twin: Twin, headers: Headers): Record<string, string> => {
  const secret = new Set([...twin.secretHeaders, 'authorization']);
  const names = new Set(['content-type', ...Object.keys(twin.authHeaders), 'authorization']);
  const entries = [...names].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, secret.has(name) ? masked(value) : value]];
  });
  return Object.fromEntries(entries);
};
