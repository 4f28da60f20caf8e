import type { Connection } from '../connection.ts';
import type { Begun } from './waiting.ts';

/** Waits until the refusal for a hold may leave, and has it noted when it has left. */
export const holdBack = async (connection: Connection, { ready, left }: Begun): Promise<void> => {
  connection.whenSent(left);
  await ready;
};
