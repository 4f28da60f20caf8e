import { type Connection, createConnection, oauthClient, vplan, vplanOAuth } from '@patchbay/core';
import { axiosTransport, nodeCrypto, redisStore, sqliteStore, systemClock } from '@patchbay/node';
import { Redis } from 'ioredis';
import { accountKey, type WorkerSettings } from './messages.ts';

/** A connection that stands on a real store, a real transport and a clock that can be ahead. */
export interface Account {
  readonly connection: Connection;
  setAhead(milliseconds: number): void;
  close(): void;
}

/** Opens the shared account in this process. */
export const openAccount = ({ store, place, tokenUrl, leaseTime }: WorkerSettings): Account => {
  const redis = store === 'redis' ? new Redis('redis://127.0.0.1:6379') : undefined;
  const sqlite = redis ? undefined : sqliteStore(place);
  const tokens = redis ? redisStore(redis, place) : sqlite;
  if (!tokens) throw new Error(`There is no store named ${store}`);
  const transport = axiosTransport();
  let ahead = 0;
  const connection = createConnection({
    client: oauthClient(
      vplan,
      vplanOAuth,
      { client_id: 'app', client_secret: 'the-secret', token_url: tokenUrl },
      { redirectUri: 'https://host.example/callback' },
    ),
    store: tokens,
    key: accountKey,
    // The server has to know whom to kill.
    transport: ({ headers, ...request }, options) =>
      transport({ ...request, headers: { ...headers, 'x-process': String(process.pid) } }, options),
    clock: { ...systemClock, now: () => Date.now() + ahead },
    crypto: nodeCrypto,
    leaseTime,
  });
  return {
    connection,
    setAhead: (milliseconds) => {
      ahead = milliseconds;
    },
    close: () => {
      sqlite?.close();
      redis?.disconnect();
    },
  };
};
