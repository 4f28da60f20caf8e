import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import type { N8nInstallation } from '@patchbay/n8n-host';

/** As far as they are used here: n8n brings these packages. */
interface Postgres {
  connect(): Promise<void>;
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
}
interface Redis {
  keys(pattern: string): Promise<string[]>;
  del(keys: string[]): Promise<unknown>;
  disconnect(): void;
}

const host = '127.0.0.1';
const user = process.env.PGUSER ?? 'postgres';
const password = process.env.PGPASSWORD ?? '';
const database = process.env.PGDATABASE ?? 'postgres';

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

/** Whether this machine has a Redis and a PostgreSQL. */
export const hasQueue = async (): Promise<boolean> => (await listens(6379)) && (await listens(5432));

/** A place of its own in Redis and PostgreSQL. */
export interface Queue {
  /** What n8n is told of it */
  readonly settings: Readonly<Record<string, string>>;
  /** All rows that hold the text, by table */
  holding(text: string): Promise<readonly string[]>;
  /** Leaves nothing behind. */
  drop(): Promise<void>;
}

/** Makes a place for n8n's queue mode. */
export const makeQueue = async ({ n8n }: N8nInstallation): Promise<Queue> => {
  const { Client } = createRequire(n8n)('pg') as { Client: new (options: object) => Postgres };
  const { Redis: RedisClient } = createRequire(n8n)('ioredis') as { Redis: new (port: number, host: string) => Redis };
  const name = `patchbay_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const postgres = new Client({ host, port: 5432, user, password, database });
  await postgres.connect();
  await postgres.query(`CREATE SCHEMA ${name}`);
  const rowsOf = async (sql: string): Promise<Record<string, unknown>[]> =>
    ((await postgres.query(sql)) as { rows: Record<string, unknown>[] }).rows;
  return {
    settings: {
      EXECUTIONS_MODE: 'queue',
      QUEUE_BULL_PREFIX: name,
      QUEUE_BULL_REDIS_HOST: host,
      N8N_REDIS_KEY_PREFIX: name,
      DB_TYPE: 'postgresdb',
      DB_POSTGRESDB_HOST: host,
      DB_POSTGRESDB_USER: user,
      DB_POSTGRESDB_PASSWORD: password,
      DB_POSTGRESDB_DATABASE: database,
      DB_POSTGRESDB_SCHEMA: name,
    },
    async holding(text) {
      const tables = await rowsOf(`SELECT table_name FROM information_schema.tables WHERE table_schema = '${name}'`);
      const found: string[] = [];
      for (const { table_name: table } of tables) {
        const [row] = await rowsOf(
          `SELECT count(*)::int AS found FROM ${name}."${table}" one WHERE strpos(one::text, '${text}') > 0`,
        );
        if (row?.found) found.push(String(table));
      }
      return found;
    },
    async drop() {
      await postgres.query(`DROP SCHEMA ${name} CASCADE`);
      await postgres.end();
      const redis = new RedisClient(6379, host);
      const keys = [...(await redis.keys(`${name}*`)), ...(await redis.keys(`{${name}*`))];
      if (keys.length > 0) await redis.del(keys);
      redis.disconnect();
    },
  };
};
