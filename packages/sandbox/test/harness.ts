import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { type Client, createClient, headerAuthorization, vplan } from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../src/index.ts';
import { manualTime } from './manual-time.ts';

/** Sunday, 22 November 2026. */
const someDay = '2026-11-22T09:00:00.000Z';

/** Parsed JSON that a test reaches deep into, without saying what it is. */
export type Json = ReturnType<typeof JSON.parse>;

/** The answer to a bare request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Json;
}

/** How a bare request differs from a plain authorised one. */
export interface CallOptions {
  readonly body?: unknown;
  readonly content?: string;
  /** Content sent without saying how long it is */
  readonly chunks?: readonly (string | Buffer)[];
  /** `undefined` leaves a header out */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A sandbox on a standing clock, which ends with the test. */
export const start = async (options: SandboxOptions = {}) => {
  const time = manualTime(someDay);
  const problems: string[] = [];
  const sandbox = await startSandbox({
    now: time.now,
    schedule: time.schedule,
    log: (message) => problems.push(message),
    ...options,
  });
  onTestFinished(async () => {
    await sandbox.close();
    if (problems.length > 0) throw new Error(`The sandbox reported: ${problems.join('\n')}`);
  });
  const { baseUrl, credential } = sandbox.vendors.vplan;
  const call = async (method: string, target: string, given: CallOptions = {}): Promise<Answer> => {
    const whole = given.content ?? (given.body === undefined ? undefined : JSON.stringify(given.body));
    const content = given.chunks ? Readable.from(given.chunks) : whole;
    const wanted: Record<string, string | undefined> = {
      'x-api-key': credential.key,
      'x-api-env': credential.environment,
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...given.headers,
    };
    const headers = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const response = await fetch(`${baseUrl}${target}`, {
      method,
      headers,
      ...(content !== undefined && { body: content, duplex: 'half' as const }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? undefined : JSON.parse(text),
    };
  };
  return { sandbox, time, call, client: clientOf(sandbox), twin: sandbox.vendors.vplan };
};

/** The core's client on a sandbox. */
export const clientOf = (sandbox: Sandbox): Client<typeof vplan> => {
  const { baseUrl, credential } = sandbox.vendors.vplan;
  const authorization = headerAuthorization(vplan.auth.apiKey, credential);
  return createClient(vplan, { transport: axiosTransport(), clock: systemClock, baseUrl, authorization });
};

/** A message of a webhook as it arrived. */
interface Received {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly payload: Json;
}

/** A receiver of webhooks, which ends with the test. It answers with the next of the statuses, then with 200; 0 never answers. */
export const receive = async (statuses: number[] = []) => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let content = '';
    request.setEncoding('utf8').on('data', (part) => {
      content += part;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, payload: JSON.parse(content) });
      server.emit('message');
      const status = statuses.shift() ?? 200;
      if (status !== 0) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('thanks');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await once(server.close(), 'close');
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    events: () => received.map(({ payload }) => payload.event as string),
    close,
    /** Waits for the next message to arrive. */
    arrival: () => once(server, 'message'),
  };
};
