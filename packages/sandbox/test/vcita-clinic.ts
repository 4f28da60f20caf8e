import { type Client, createClient, createEngine, headerAuthorization, type Ports, vcita } from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import { onTestFinished } from 'vitest';
import type { Row, SandboxOptions } from '../src/index.ts';
import { startTwins } from '../src/sandbox.ts';
import { vcitaRules } from '../src/vendors/vcita/vcita-rules.ts';
import type { Answer, CallOptions, Json } from './harness.ts';
import { manualTime } from './manual-time.ts';

/** Which of the twin's tokens. */
export type ClinicToken = 'token' | 'app_token' | 'directory_token';

/** Ways to send a bare request to the clinic. */
export interface ClinicCall extends CallOptions {
  /** @default that of the business */
  readonly token?: ClinicToken;
}

/** A sandbox on a standing clock, a Sunday in November, that plays vcita's clinic alone and ends with the test. */
export const startClinic = async (options: SandboxOptions = {}) => {
  const time = manualTime('2026-11-22T09:00:00.000Z');
  const problems: string[] = [];
  const sandbox = await startTwins([{ vendor: vcita, rules: vcitaRules }], {
    now: time.now,
    schedule: time.schedule,
    log: (message) => problems.push(message),
    ...options,
  });
  onTestFinished(async () => {
    await sandbox.close();
    if (problems.length > 0) throw new Error(`The sandbox reported: ${problems.join('\n')}`);
  });
  const twin = sandbox.twin('vcita');
  const business = String(twin.rows('business')[0]?.id);
  const call = async (method: string, target: string, given: ClinicCall = {}): Promise<Answer> => {
    const { body, token = 'token', headers = {} } = given;
    const wanted = {
      authorization: `Bearer ${twin.credential[token]}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    };
    const sent = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const answer = await fetch(`${twin.baseUrl}${target}`, {
      method,
      headers: sent,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    const json: Json = isJson ? JSON.parse(text) : undefined;
    return { status: answer.status, headers: answer.headers, text, json };
  };
  const ports = (token: ClinicToken = 'token', onBehalf = token === 'directory_token'): Ports => ({
    transport: axiosTransport(),
    clock: systemClock,
    baseUrl: twin.baseUrl,
    authorization: headerAuthorization(vcita.auth.token, {
      token: twin.credential[token] ?? '',
      business_uid: onBehalf ? business : '',
    }),
  });
  /** A record of the seed by the value of a field. */
  const found = (table: string, field: string, value: unknown): Row => {
    const row = twin.rows(table).find((one) => one[field] === value);
    if (!row) throw new Error(`There is no ${table} whose ${field} is ${String(value)}`);
    return row;
  };
  const client: Client<typeof vcita> = createClient(vcita, ports());
  return {
    sandbox,
    twin,
    time,
    call,
    client,
    business,
    found,
    /** The row at a place of a table. */
    at: (table: string, index = 0): Row => twin.rows(table)[index] as Row,
    clientFor: (token: ClinicToken, onBehalf?: boolean): Client<typeof vcita> =>
      createClient(vcita, ports(token, onBehalf)),
    engineFor: (token: ClinicToken, onBehalf?: boolean) => createEngine(vcita, ports(token, onBehalf)),
  };
};
