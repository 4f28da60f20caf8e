/** What a worker is told to use. */
export interface WorkerSettings {
  readonly store: 'sqlite' | 'redis';
  /** File of SQLite, or prefix of the keys in Redis */
  readonly place: string;
  readonly tokenUrl: string;
  readonly leaseTime: number;
}

/** From the test to a worker: so many calls at once, with a clock that is ahead by so much. */
export interface Order {
  readonly callers: number;
  readonly ahead: number;
}

/** From a worker to the test: how often each token was given out, and each error. */
export interface Report {
  readonly tokens: Readonly<Record<string, number>>;
  readonly errors: Readonly<Record<string, number>>;
}

/** The account that all workers share. */
export const accountKey = 'account';
