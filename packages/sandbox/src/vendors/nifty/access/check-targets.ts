import { invalid } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';

/** Files go to at least one of these. */
const uploadTargets = ['project_id', 'task_id', 'doc_id'] as const;

/** A message has exactly one target; lists of documents and files have at least one. */
const isStrict = ({ operation }: Call): boolean => operation.resource.name === 'message';

/** @throws ApiError 400 when a request names no target, or several where one is to be named */
export const checkTargets = (call: Call): void => {
  const { operation, query, body } = call;
  const sets = operation.key === 'file.upload' ? [uploadTargets] : (operation.definition.oneOf ?? []);
  for (const names of sets) {
    const given = names.filter((name) => (query[name] ?? body[name]) !== undefined);
    if (given.length === 0) throw invalid(names.join(', '), 'needs one of these');
    if (given.length > 1 && isStrict(call)) throw invalid(given.join(', '), 'only one of these may be sent');
  }
};
