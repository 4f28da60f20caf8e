import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Report, WorkerSettings } from './messages.ts';

/** A process that makes calls for the shared account. */
export interface Worker {
  readonly pid: number;
  /** @returns what its callers got; `undefined` when it was killed meanwhile */
  work(order: Order): Promise<Report | undefined>;
  kill(): void;
  readonly ended: boolean;
}

const startWorker = async (settings: WorkerSettings): Promise<Worker> => {
  const child: ChildProcess = fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify(settings)], {
    execArgv: ['--conditions=@patchbay/source', '--disable-warning=ExperimentalWarning'],
  });
  const exit = once(child, 'exit');
  const ready = await Promise.race([once(child, 'message'), exit.then(() => undefined)]);
  if (!ready || child.pid === undefined) throw new Error('A worker did not start');
  return {
    pid: child.pid,
    work: async (order) => {
      const report = once(child, 'message');
      child.send(order);
      const came = await Promise.race([report, exit.then(() => undefined)]);
      return came?.[0] as Report | undefined;
    },
    kill: () => {
      child.kill('SIGKILL');
    },
    get ended() {
      return child.exitCode !== null || child.signalCode !== null;
    },
  };
};

/** So many processes that are always there: one that was killed is replaced before the next order. */
export interface Crew {
  readonly workers: readonly Worker[];
  /** Replaces who was killed */
  fill(): Promise<void>;
  /** All work at once; who is killed meanwhile reports nothing */
  work(order: Order): Promise<(Report | undefined)[]>;
  killPid(pid: number): void;
  close(): void;
}

/** Starts a crew. */
export const startCrew = async (size: number, settings: WorkerSettings): Promise<Crew> => {
  let workers: Worker[] = [];
  const fill = async (): Promise<void> => {
    workers = workers.filter(({ ended }) => !ended);
    const added = await Promise.all(Array.from({ length: size - workers.length }, () => startWorker(settings)));
    workers.push(...added);
  };
  await fill();
  return {
    get workers() {
      return workers;
    },
    fill,
    work: (order) => Promise.all(workers.map((worker) => worker.work(order))),
    killPid: (pid) => workers.find((worker) => worker.pid === pid)?.kill(),
    close: () => {
      for (const worker of workers) worker.kill();
    },
  };
};
