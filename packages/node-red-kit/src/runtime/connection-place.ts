import type { SettingsPlace } from '@patchbay/node';
import type { Host } from './host.ts';

/** What is known of a connection beside its sealed tokens. */
export interface ConnectionNotes {
  /** Some vendors want it again with every renewal */
  readonly redirectUri: string;
  /** Id of the account node that was connected */
  readonly node: string;
}

/** A connection among the settings; `content` is sealed, and missing when it was disconnected. */
export interface ConnectionEntry extends ConnectionNotes {
  readonly revision: number;
  readonly content?: string;
  /** Instant of the last write */
  readonly at: number;
}

/** Where a package keeps the connections of its accounts. */
export interface ConnectionPlace extends SettingsPlace {
  /** What is known of a connection, saved or about to be */
  notesOf(key: string): ConnectionNotes | undefined;
  /** Goes into the entry together with what is written next. */
  describe(key: string, notes: ConnectionNotes): void;
  entries(): readonly (readonly [key: string, ConnectionEntry])[];
  /** Drops entries as if they had never been. */
  remove(keys: readonly string[]): Promise<void>;
  /** Whether what is written survives a restart */
  isLasting(): boolean;
}

type Entries = Readonly<Record<string, ConnectionEntry>>;

// What somebody else wrote there is left out: nobody could connect again over it.
const entriesIn = (value: unknown): Entries =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Entries).filter(([, entry]) => typeof entry?.revision === 'number'),
  );

/**
 * The connections in one property of the runtime's settings. Not in the credentials: Node-RED writes those at a deploy only,
 * and they travel with flows, where a token that works once would be used twice. Without settings they are in memory.
 */
export const connectionPlace = ({ RED, names, ports }: Pick<Host, 'RED' | 'names' | 'ports'>): ConnectionPlace => {
  const property = `${names.settings}Connections`;
  const described = new Map<string, ConnectionNotes>();
  // Read once: the document is this process's own.
  let current: Entries | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const read = (): Entries => {
    current ??= RED.settings.available() ? entriesIn(RED.settings.get(property)) : {};
    return current;
  };
  const change = (changed: (entries: Entries) => Entries): Promise<void> => {
    const work = queue.then(async () => {
      const entries = changed(read());
      if (RED.settings.available()) await RED.settings.set(property, entries);
      current = entries;
    });
    queue = work.catch(() => undefined);
    return work;
  };
  const notesOf = (key: string): ConnectionNotes | undefined => described.get(key) ?? read()[key];
  return {
    notesOf,
    describe: (key, notes) => void described.set(key, notes),
    get: (key) => read()[key],
    set: async (key, value) => {
      const { redirectUri = '', node = '' } = notesOf(key) ?? {};
      const entry = { ...(value as ConnectionEntry), redirectUri, node, at: ports.clock.now() };
      await change((entries) => ({ ...entries, [key]: entry }));
      described.delete(key);
    },
    entries: () => Object.entries(read()),
    remove: (keys) =>
      change((entries) => Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key)))),
    isLasting: () => RED.settings.available() && RED.settings.get('readOnly') !== true,
  };
};
