import { type Client, createClient, createEngine, headerAuthorization, nifty, type Ports } from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import { onTestFinished } from 'vitest';
import type { Row, SandboxOptions } from '../src/index.ts';
import { startTwins } from '../src/sandbox.ts';
import { niftyRules } from '../src/vendors/nifty/nifty-rules.ts';
import type { Answer, CallOptions, Json } from './harness.ts';
import { manualTime } from './manual-time.ts';

/** Ways to send a bare request to the studio. */
export interface StudioCall extends CallOptions {
  /** Which of the twin's tokens. @default the one with full access */
  readonly token?: 'token' | 'readOnlyToken' | 'customToken';
  readonly form?: FormData;
}

/** A sandbox on a standing clock that plays Nifty's design studio alone, and ends with the test. */
export const startStudio = async (options: SandboxOptions = {}) => {
  const time = manualTime('2026-11-22T09:00:00.000Z');
  const problems: string[] = [];
  const sandbox = await startTwins([{ vendor: nifty, rules: niftyRules }], {
    now: time.now,
    schedule: time.schedule,
    log: (message) => problems.push(message),
    ...options,
  });
  onTestFinished(async () => {
    await sandbox.close();
    if (problems.length > 0) throw new Error(`The sandbox reported: ${problems.join('\n')}`);
  });
  const twin = sandbox.twin('nifty');
  const call = async (method: string, target: string, given: StudioCall = {}): Promise<Answer> => {
    const { body, form, token = 'token', headers = {} } = given;
    const wanted = {
      authorization: `Bearer ${twin.credential[token]}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    };
    const sent = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const answer = await fetch(`${twin.baseUrl}${target}`, {
      method,
      headers: sent,
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
    });
    const text = await answer.text();
    const json: Json = text === '' ? undefined : JSON.parse(text);
    return { status: answer.status, headers: answer.headers, text, json };
  };
  const ports = (token: StudioCall['token'] = 'token'): Ports => ({
    transport: axiosTransport(),
    clock: systemClock,
    baseUrl: twin.baseUrl,
    authorization: headerAuthorization(nifty.auth.personalToken, { token: twin.credential[token] ?? '' }),
  });
  /** A record of the seed by the value of a field. */
  const found = (table: string, name: string, field = 'name'): Row => {
    const row = twin.rows(table).find((one) => one[field] === name);
    if (!row) throw new Error(`There is no ${table} ${name}`);
    return row;
  };
  const clientFor = (token: StudioCall['token']): Client<typeof nifty> => createClient(nifty, ports(token));
  return {
    sandbox,
    twin,
    time,
    call,
    found,
    id: (table: string, name: string): string => found(table, name).id,
    /** Identifier of a status of a project. */
    status: (project: string, name: string): string => {
      const { id } = found('project', project);
      return String(twin.rows('taskgroup').find((row) => row.project === id && row.name === name)?.id);
    },
    client: clientFor('token'),
    clientFor,
    engine: createEngine(nifty, ports()),
  };
};
