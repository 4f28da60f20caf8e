import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a refusing vendor saw: requests in all, and those that came while it had asked to wait. */
export interface Seen {
  readonly requests: number;
  readonly early: number;
}

const pause = 1000;

/** Ways to ask for a pause of a second: status and headers. */
const refusals: Readonly<Record<string, (now: number) => readonly [number, Record<string, string>]>> = {
  seconds: () => [429, { 'retry-after': '1' }],
  // A date has no fractions: the next full second after the pause.
  date: (now) => [429, { 'retry-after': new Date(Math.ceil((now + pause) / 1000) * 1000).toUTCString() }],
  reset: () => [429, { 'ratelimit-limit': '100', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' }],
  usedUp: () => [200, { 'ratelimit-limit': '100', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' }],
};

let until = 0;
let requests = 0;
let early = 0;

const content = JSON.stringify({ id: 'a', name: 'Assembly' });

/**
 * A vendor on loopback that asks for a pause, in the way that the credential's key names, with its first answer, or (key
 * `burst`) with every answer until the pause is over. `/seen` tells what came and starts anew.
 */
const server = createServer((request, response) => {
  const send = (status: number, headers: Record<string, string>, text = content): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text);
  };
  if (request.url === '/seen') {
    const seen = JSON.stringify({ requests, early } satisfies Seen);
    requests = 0;
    early = 0;
    until = 0;
    return send(200, {}, seen);
  }
  const now = Date.now();
  const way = String(request.headers['x-api-key']);
  requests++;
  if (way === 'burst') {
    until ||= now + pause;
    return now < until ? send(429, { 'retry-after': '1' }) : send(200, {});
  }
  const refusal = refusals[way];
  if (until === 0 && refusal) {
    until = now + pause;
    return send(...refusal(now));
  }
  if (now < until) {
    early++;
    return send(429, { 'retry-after': '1' });
  }
  return send(200, {});
});

// Longer than a round, so that no client meets a connection that is just being closed.
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
