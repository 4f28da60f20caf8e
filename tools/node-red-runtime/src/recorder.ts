import { setTimeout } from 'node:timers/promises';
import { leaveTrail } from '@patchbay/trail';
import type { NodeMessage, NodeRedApp } from 'node-red';

/** A message as it was when it was delivered to a node. */
export type Message = NodeMessage;

/** What a node shows below itself; an empty object when it shows nothing. */
export interface NodeStatus {
  readonly fill?: string;
  readonly shape?: string;
  readonly text?: string;
}

/** A line of the runtime's log. */
export interface LogEntry {
  /** 20 error, 30 warn, 40 info, as in Node-RED */
  readonly level: number;
  readonly text: string;
  /** Node that wrote it */
  readonly node?: string;
}

/** What happened in a running Node-RED: messages, statuses and the log, in order. */
export interface Recorder {
  /** Messages that a wire delivered to this node so far */
  messagesAt(node: string): readonly Message[];
  /** Statuses that this node showed so far */
  statusesOf(node: string): readonly NodeStatus[];
  readonly log: readonly LogEntry[];
  /** Drops what was recorded so far */
  forget(): void;
  /**
   * Waits until a reading, of the recorder or of anything else, gives something else than `undefined`.
   * @param timeLimit in milliseconds. @default 15000
   * @throws Error that repeats `what` when the time is over
   */
  waitFor<T>(what: string, read: () => T | undefined, timeLimit?: number): Promise<T>;
}

const textOf = (value: unknown): string => (value instanceof Error ? value.message : String(value));

/** A recorder, and where the runtime's log goes. */
export const createRecorder = () => {
  const messages = new Map<string, Message[]>();
  const statuses = new Map<string, NodeStatus[]>();
  const log: LogEntry[] = [];
  const note = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    map.set(key, [...(map.get(key) ?? []), value]);
    leaveTrail('node-red message or status', value);
  };
  const recorder: Recorder = {
    messagesAt: (node) => messages.get(node) ?? [],
    statusesOf: (node) => statuses.get(node) ?? [],
    log,
    forget() {
      messages.clear();
      statuses.clear();
      log.length = 0;
    },
    async waitFor(what, read, timeLimit = 15_000) {
      const end = performance.now() + timeLimit;
      for (let found = read(); ; found = read()) {
        if (found !== undefined) return found;
        if (performance.now() > end) throw new Error(`Waited ${timeLimit} ms in vain for ${what}`);
        await setTimeout(10);
      }
    },
  };
  return {
    recorder,
    logging: {
      level: 'info',
      handler: () => (entry: { level: number; msg: unknown; id?: string }) => {
        log.push({ level: entry.level, text: textOf(entry.msg), ...(entry.id && { node: entry.id }) });
        leaveTrail('node-red log', entry.msg);
      },
    },
    /** Listens to the hooks and events of a runtime; gives back how to stop that. */
    attach(RED: NodeRedApp): () => void {
      const onStatus = ({ id, status }: { id: string; status: NodeStatus }): void => note(statuses, id, { ...status });
      RED.hooks.add('preDeliver.patchbayRecorder', ({ destination, msg }) =>
        note(messages, destination.id, RED.util.cloneMessage(msg)),
      );
      RED.events.on('node-status', onStatus);
      return () => {
        RED.hooks.remove('*.patchbayRecorder');
        RED.events.off('node-status', onStatus);
      };
    },
  };
};
