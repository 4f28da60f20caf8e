import { GrantError, HttpError, InputError, isConnectorError, type Progress } from '@patchbay/core';
import type { NodeStatus } from 'node-red';

const longest = 40;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** What an error is called in a node's status: "HTTP 404", "input: name, board_id", "connect the account again". */
export const shortTextOf = (error: unknown): string => {
  if (error instanceof HttpError) return `HTTP ${error.status}`;
  if (error instanceof GrantError) return 'connect the account again';
  if (error instanceof InputError) return cut(`input: ${error.issues.map(({ field }) => field).join(', ')}`);
  return isConnectorError(error) ? error.code.toLowerCase().replaceAll('_', ' ') : 'failed';
};

/** Status of a node whose call failed. */
export const failed = (error: unknown): NodeStatus => ({ fill: 'red', shape: 'ring', text: shortTextOf(error) });

/** Status of a node that is at work. */
export const busy = (text: string): NodeStatus => ({ fill: 'blue', shape: 'dot', text });

const waitingFor = (text: string): NodeStatus => ({ fill: 'yellow', shape: 'ring', text });

/** Whether the time to wait was up before all was there. */
export const isIncomplete = (progress: Progress): boolean =>
  progress.kind === 'background' && progress.settled === false;

/** Status for a call that waits, for the vendor, for its quota or for work it goes on with; `undefined` for other progress. */
export const waiting = (progress: Progress): NodeStatus | undefined => {
  if (progress.kind === 'background')
    return waitingFor(
      isIncomplete(progress) ? `${progress.what} incomplete` : `waiting for ${progress.what} ${progress.rows}`,
    );
  if (progress.kind !== 'waiting') return undefined;
  const seconds = Math.ceil(progress.milliseconds / 1000);
  return waitingFor(progress.because === 'QUOTA' ? `waiting for quota ${seconds} s` : `waiting ${seconds} s`);
};
