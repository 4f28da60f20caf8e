import { connectionKey } from '../config.ts';
import type { EditorModel } from '../editor-model.ts';
import { $, type EditorNode } from './red.ts';

/** A refusal in words for the user. */
export interface Problem {
  readonly problem: string;
}

/**
 * Asks the package's own routes of the admin API. jQuery with a relative address is what brings the user's session and
 * the admin root along.
 */
export const ask = <Answer extends object>(
  { names }: EditorModel,
  route: 'lookup' | 'test' | 'callback' | 'connect' | 'connection' | 'disconnect',
  content: object,
): Promise<Answer | Problem> =>
  new Promise((resolve) => {
    $.ajax({
      url: `${names.path}/${route}`,
      method: 'POST',
      contentType: 'application/json',
      data: JSON.stringify(content),
      success: (answer) => resolve(answer as Answer | Problem),
      error: ({ status }) =>
        resolve({ problem: status === 0 ? 'Node-RED cannot be reached' : `Node-RED answered ${status}` }),
    });
  });

/** Whether an answer is a refusal. */
export const isProblem = (answer: object): answer is Problem => 'problem' in answer;

/** An account as the routes take it: what the editor holds of it, deployed or not. */
export const accountContent = ({ schemes }: EditorModel, account: EditorNode): object => {
  const fields = schemes.flatMap((scheme) => scheme.fields.map(({ name }) => name));
  return {
    id: account.id,
    scheme: account.scheme,
    baseUrl: account.baseUrl,
    credentials: Object.fromEntries([...fields, connectionKey].map((name) => [name, account.credentials?.[name]])),
  };
};
