import { isConnectorError } from '../errors/connector-error.ts';
import { FollowUpError } from '../errors/follow-up-error.ts';
import type { Operation } from '../project/operation.ts';

/**
 * Does what follows a call that has been answered, so that its failure is not taken for one of the call.
 * @param failed what to say of it: "the record could not be read again"
 * @throws FollowUpError
 */
export const followUp = async <Result>(
  { vendor, key, definition }: Operation,
  failed: string,
  follow: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await follow();
  } catch (cause) {
    // Some vendors say yes to a change of a record that is not there: then nothing was done.
    if (!isConnectorError(cause) || cause.code === 'NOT_FOUND') throw cause;
    throw new FollowUpError(`"${definition.summary}" was done, but ${failed}: ${cause.summary}`, {
      vendor: vendor.name,
      operation: key,
      advice: `Look in ${vendor.label} before sending it again`,
      cause,
    });
  }
};
