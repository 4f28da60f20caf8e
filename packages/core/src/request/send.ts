import { withoutProof } from '../auth/sent-secrets.ts';
import { type ConnectorError, isConnectorError } from '../errors/connector-error.ts';
import { HttpError } from '../errors/http-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Operation } from '../project/operation.ts';
import type { Gate } from '../quota/gate.ts';
import type { PreparedRequest } from './build-request.ts';
import { failureOf } from './failure-of.ts';
import type { CallOptions, Ports } from './ports.ts';
import { retryDelay } from './retry-delay.ts';
import type { HttpRequest, HttpResponse, TransportOptions } from './transport.ts';

const defaultMaxWaitSeconds = 60;

const lostAnswer = (operation: Operation, cause: ConnectorError): TransportError =>
  new TransportError(
    `The connection broke before ${operation.vendor.label} answered "${operation.definition.summary}": it may or may not have been done`,
    {
      code: 'OUTCOME_UNKNOWN',
      vendor: operation.vendor.name,
      operation: operation.key,
      advice: `Look in ${operation.vendor.label} before sending it again`,
      cause,
    },
  );

/** How a request is sent. */
export type SendOptions = CallOptions & Pick<TransportOptions, 'expect' | 'anonymous'>;

const opened = (request: PreparedRequest): HttpRequest => {
  const { content, ...rest } = request;
  return content === undefined ? rest : { ...rest, content: typeof content === 'string' ? content : content() };
};

interface Exchange {
  readonly outcome: HttpResponse | ConnectorError;
  /** The request as it went out, when the vendor answered 401 */
  readonly unproven?: HttpRequest;
}

const exchange = async (
  operation: Operation,
  request: PreparedRequest,
  ports: SendPorts,
  options: SendOptions,
): Promise<Exchange> => {
  let authorized: HttpRequest | undefined;
  try {
    const bare = opened(request);
    authorized = await ports.authorization.authorize(bare, options.signal);
    const { signal, expect, anonymous } = options;
    const response = await ports.transport(authorized, {
      signal,
      ...(expect && { expect }),
      ...(anonymous && { anonymous }),
    });
    const isRefusal = response.status >= 300;
    const answer = isRefusal ? withoutProof(response, bare, authorized) : response;
    const failure = failureOf(operation, answer, ports.clock.now());
    ports.gate.learn(response, failure instanceof HttpError ? failure.retryAfterSeconds : undefined);
    return { outcome: failure ?? response, ...(response.status === 401 && { unproven: authorized }) };
  } catch (error) {
    if (!isConnectorError(error)) throw error;
    const lost = authorized && (error.code === 'CONNECTION_CUT' || error.code === 'TIMEOUT');
    return { outcome: lost && !operation.idempotent ? lostAnswer(operation, error) : error };
  }
};

/** Ports with a gate. */
export type SendPorts = Ports & { readonly gate: Gate };

/**
 * Sends a request until it succeeds or must not be sent again. Waits are announced to `onProgress`, end at once when the
 * signal is aborted, and stay below `maxWaitSeconds` in total. After a 401 the authorization is renewed, once.
 * @throws HttpError, ResponseError, TransportError; GrantError and StoreError of an authorization that is kept in a store
 */
export const send = async (
  operation: Operation,
  request: PreparedRequest,
  ports: SendPorts,
  options: SendOptions,
): Promise<HttpResponse> => {
  const { signal, caller, onProgress } = options;
  let renewed = false;
  let leftToWait = (options.maxWaitSeconds ?? defaultMaxWaitSeconds) * 1000;
  for (let tries = 1; ; tries++) {
    const onWait = (milliseconds: number): void => onProgress?.({ kind: 'waiting', milliseconds, because: 'QUOTA' });
    leftToWait -= await ports.gate.pass(operation, { signal, caller, ceiling: leftToWait, onWait });
    const { outcome, unproven } = await exchange(operation, request, ports, options);
    if (!isConnectorError(outcome)) return outcome;
    if (unproven && !renewed && outcome instanceof HttpError) {
      // A 401 was not processed: with a better proof anything may be sent once more.
      renewed = (await ports.authorization.renew?.(unproven, outcome, signal)) ?? false;
      if (renewed) continue;
    }
    const delay = retryDelay(outcome, tries, operation, ports.random ?? Math.random);
    if (delay === undefined || delay > leftToWait) throw outcome;
    leftToWait -= delay;
    onProgress?.({ kind: 'waiting', milliseconds: delay, because: outcome.code });
    await ports.clock.sleep(delay, signal);
  }
};
