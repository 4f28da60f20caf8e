import type { ServerResponse } from 'node:http';
import { createSeen, type Delivery, parseJson, readDelivery, type Seen } from '@patchbay/core';
import { isMeantToRun } from './flow-nodes.ts';
import type { Host } from './host.ts';
import { asError, inBackground } from './in-background.ts';
import type { Ledger } from './ledger.ts';
import { type MaybeRead, readContent } from './read-content.ts';

/** Running trigger nodes by id, and what each does with a delivery. */
export type Receivers = Map<string, (delivery: Delivery) => void>;

const sizeLimit = 1024 * 1024;
const retryAfterSeconds = '5';

const answer = (
  response: ServerResponse,
  status: number,
  content: object,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(content));
};

const receive = async (
  host: Host,
  ledger: Ledger,
  receivers: Receivers,
  seen: Seen,
  { node, secret }: { readonly node: string; readonly secret: string },
  request: MaybeRead,
  response: ServerResponse,
): Promise<void> => {
  if (!ledger.isSecretOf(node, secret)) return answer(response, 404, { error: 'Nothing is here' });
  if (!receivers.has(node)) {
    // Between close and start a vendor must come again; 404 would make it give up.
    if (!isMeantToRun(host.RED, node)) return answer(response, 404, { error: 'Nothing is here' });
    return answer(response, 503, { error: 'The flow is being started' }, { 'retry-after': retryAfterSeconds });
  }
  let delivery: Delivery;
  try {
    const content = await readContent(request, sizeLimit);
    if (content === undefined) {
      const error = `A delivery may have ${sizeLimit} bytes at most`;
      return answer(response, 413, { error }, { connection: 'close' });
    }
    delivery = readDelivery(host.vendor, parseJson(content));
  } catch (thrown) {
    return answer(response, 400, { error: asError(thrown).message });
  }
  answer(response, 200, { received: delivery.id });
  // Without an instant two true changes can look alike: better one too many than one lost.
  if (delivery.certain && !seen.isNew(`${node} ${delivery.id}`, host.ports.clock.now())) return;
  receivers.get(node)?.(delivery);
};

/**
 * Registers the one route of the package that deliveries arrive at; one that is sent again within a day is accepted and goes
 * no further. Express routes cannot be removed again, so it stays.
 */
export const registerCallbackRoute = (host: Host, ledger: Ledger, receivers: Receivers): void => {
  const seen = createSeen();
  host.RED.httpNode.post(`/${host.names.path}/:node/:secret`, (request, response) => {
    void inBackground(host, async () => {
      try {
        await receive(host, ledger, receivers, seen, request.params, request, response);
      } finally {
        if (!response.headersSent) response.writeHead(500).end();
      }
    });
  });
};
