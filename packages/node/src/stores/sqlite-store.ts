import { closeSync, openSync } from 'node:fs';
import { StoreError, type TokenStore } from '@patchbay/core';

/** A store with something to close. */
export interface SqliteStore extends TokenStore {
  close(): void;
}

const setUp = `
  PRAGMA busy_timeout = 4000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS patchbay_grant (
    key TEXT PRIMARY KEY,
    revision INTEGER NOT NULL DEFAULT 0,
    content TEXT,
    fence INTEGER NOT NULL DEFAULT 0,
    leased_until INTEGER NOT NULL DEFAULT 0
  ) STRICT;`;

// Each is one statement, so SQLite's own lock makes it atomic between processes.
const read = 'SELECT revision, content FROM patchbay_grant WHERE key = ?';
const write = `
  UPDATE patchbay_grant SET revision = revision + 1, content = :content
  WHERE key = :key AND revision = :revision AND (:fence IS NULL OR fence = :fence)`;
const create = 'INSERT INTO patchbay_grant (key) VALUES (?) ON CONFLICT DO NOTHING';
// A lease that ends later than any can was made before the clock was set back.
const lease = `
  UPDATE patchbay_grant SET fence = fence + 1, leased_until = :now + :milliseconds
  WHERE key = :key AND leased_until NOT BETWEEN :now + 1 AND :now + :milliseconds RETURNING fence`;
const release = 'UPDATE patchbay_grant SET leased_until = 0 WHERE key = ? AND fence = ?';

/**
 * Tokens in an SQLite file, for several processes of one machine; not on a network drive. What is written has reached the disk
 * when `write` resolves. Needs Node.js 22.13 or later.
 */
export const sqliteStore = (file: string): SqliteStore => {
  // Not imported: what uses no SQLite still loads on a Node.js without it.
  const sqlite = process.getBuiltinModule('node:sqlite') as typeof import('node:sqlite') | undefined;
  if (!sqlite)
    throw new StoreError('This Node.js has no SQLite', { retryable: false, advice: 'Use Node.js 22.13 or later' });
  // Made before SQLite does: its other files take these permissions over.
  closeSync(openSync(file, 'a', 0o600));
  const database = new sqlite.DatabaseSync(file);
  database.exec(setUp);
  const statements = {
    read: database.prepare(read),
    write: database.prepare(write),
    create: database.prepare(create),
    lease: database.prepare(lease),
    release: database.prepare(release),
  };
  return {
    read: async (key) => {
      const row = statements.read.get(key);
      return {
        revision: Number(row?.revision ?? 0),
        content: (row?.content as string | null | undefined) ?? undefined,
      };
    },
    write: async (key, revision, content, fence) => {
      if (revision === 0) statements.create.run(key);
      const { changes } = statements.write.run({ key, revision, content: content ?? null, fence: fence ?? null });
      return Number(changes) === 1;
    },
    lease: async (key, milliseconds) => {
      statements.create.run(key);
      const row = statements.lease.get({ key, now: Date.now(), milliseconds });
      return row === undefined ? undefined : Number(row.fence);
    },
    release: async (key, fence) => {
      statements.release.run(key, fence);
    },
    close: () => database.close(),
  };
};
