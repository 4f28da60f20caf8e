import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Host } from './host.ts';

/** A subscription that a trigger node made, or was about to make, at the vendor. */
export interface Subscription {
  /** Callback URL that it is recognised by */
  readonly url: string;
  /** Id of the account node it was made with */
  readonly account: string;
  /** Values that every call on it takes */
  readonly needs?: Readonly<Record<string, unknown>>;
}

interface Stored {
  readonly secret: string;
  readonly subscriptions: Readonly<Record<string, Subscription>>;
}

/** What the package must remember over restarts: a secret of its own, and who subscribed. */
export interface Ledger {
  /** The part of a trigger node's callback URL that nobody can guess */
  secretOf(node: string): string;
  /** Compares in constant time. */
  isSecretOf(node: string, secret: string): boolean;
  subscriptionOf(node: string): Subscription | undefined;
  subscriptions(): readonly (readonly [node: string, Subscription])[];
  remember(node: string, subscription: Subscription): Promise<void>;
  forget(node: string): Promise<void>;
}

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Stored>).secret === 'string';

/** The ledger in the runtime's settings; where those are not available, it lasts as long as the process. */
export const createLedger = ({ RED, names }: Host): Ledger => {
  const load = (): Stored | undefined => {
    const found: unknown = RED.settings.available() ? RED.settings.get(names.settings) : undefined;
    return isStored(found) ? found : undefined;
  };
  const save = async (stored: Stored): Promise<void> => {
    if (RED.settings.available()) await RED.settings.set(names.settings, stored);
  };
  // Read once: the document is this process's own, and the callback route needs the secret for every delivery.
  let current: Stored | undefined;
  const read = (): Stored => {
    current ??= load() ?? { secret: randomBytes(32).toString('hex'), subscriptions: {} };
    return current;
  };
  const change = async (subscriptions: Stored['subscriptions']): Promise<void> => {
    current = { ...read(), subscriptions };
    await save(current);
  };
  const secretOf = (node: string): string => createHmac('sha256', read().secret).update(node).digest('base64url');
  return {
    secretOf,
    isSecretOf(node, secret) {
      const expected = Buffer.from(secretOf(node));
      const given = Buffer.from(secret);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    subscriptionOf: (node) => read().subscriptions[node],
    subscriptions: () => Object.entries(read().subscriptions),
    remember: (node, subscription) => change({ ...read().subscriptions, [node]: subscription }),
    forget: (node) => change(Object.fromEntries(Object.entries(read().subscriptions).filter(([id]) => id !== node))),
  };
};
