import type { Host } from './host.ts';

/** Any thrown value as an error; JSONata throws plain objects with a message. */
export const asError = (thrown: unknown): Error => {
  if (thrown instanceof Error) return thrown;
  const { message } = (thrown ?? {}) as { message?: unknown };
  return new Error(typeof message === 'string' ? message : String(thrown));
};

/**
 * Does work that nobody waits for. What it throws goes to the log: a rejection that nobody handles would end all of
 * Node-RED.
 */
export const inBackground = async ({ RED, names }: Host, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (thrown) {
    RED.log.error(`[${names.action}] ${asError(thrown).stack}`);
  }
};
