import { type ConnectorError, isConnectorError } from '../errors/connector-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Operation } from '../project/operation.ts';
import { failureOf } from './failure-of.ts';
import type { CallOptions, Ports } from './ports.ts';
import { retryDelay } from './retry-delay.ts';
import type { HttpRequest, HttpResponse } from './transport.ts';

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

const exchange = async (
  operation: Operation,
  request: HttpRequest,
  ports: Ports,
  options: CallOptions,
): Promise<HttpResponse | ConnectorError> => {
  try {
    const authorized = await ports.authorization.authorize(request);
    const response = await ports.transport(authorized, { signal: options.signal });
    return failureOf(operation, response, ports.clock.now()) ?? response;
  } catch (error) {
    if (!isConnectorError(error)) throw error;
    const lost = error.code === 'CONNECTION_CUT' || error.code === 'TIMEOUT';
    return lost && !operation.idempotent ? lostAnswer(operation, error) : error;
  }
};

/**
 * Sends a request until it succeeds or must not be sent again. Waits are announced to `onProgress`, end at once when the
 * signal is aborted, and stay below `maxWaitSeconds` in total.
 * @throws HttpError, ResponseError, TransportError
 */
export const send = async (
  operation: Operation,
  request: HttpRequest,
  ports: Ports,
  options: CallOptions,
): Promise<HttpResponse> => {
  let leftToWait = (options.maxWaitSeconds ?? defaultMaxWaitSeconds) * 1000;
  for (let tries = 1; ; tries++) {
    const outcome = await exchange(operation, request, ports, options);
    if (!isConnectorError(outcome)) return outcome;
    const delay = retryDelay(outcome, tries, operation.idempotent, ports.random ?? Math.random);
    if (delay === undefined || delay > leftToWait) throw outcome;
    leftToWait -= delay;
    options.onProgress?.({ kind: 'waiting', milliseconds: delay, because: outcome.code });
    await ports.clock.sleep(delay, options.signal);
  }
};
