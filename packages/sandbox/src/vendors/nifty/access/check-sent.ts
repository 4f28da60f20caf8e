import { invalid } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';

/** Query parameters that must be sent although others have a default for them. */
const query: Readonly<Record<string, readonly string[]>> = {
  'label.list': ['limit', 'offset'],
  'app.list': ['limit', 'offset'],
  'folder.list': ['folder_id', 'limit', 'offset'],
  'folder.contents': ['limit', 'offset'],
  'taskgroup.list': ['archived'],
  'task.listPersonal': ['limit'],
  'template.list': ['type'],
};

/** Fields of the content that must be sent although a definition fills them in. */
const body: Readonly<Record<string, readonly string[]>> = {
  'message.create': ['type'],
  'milestone.create': ['description'],
};

/** @throws ApiError 400 naming what was not sent */
export const checkSent = (call: Call): void => {
  const missing =
    query[call.operation.key]?.find((name) => !call.sent.has(name)) ??
    body[call.operation.key]?.find((name) => call.body[name] === undefined);
  if (missing) throw invalid(missing, 'must be sent');
};
