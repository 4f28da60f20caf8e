import { InputError, isConnectorError, lookUp, operationOf } from '@patchbay/core';
import { connectionKey, storedSecret } from '../config.ts';
import { engineFor } from './account-node.ts';
import { type AccountSettings, schemeOf } from './account-settings.ts';
import { callbackBaseOf, callbackUrlOf } from './callback-url.ts';
import type { Connect } from './connect.ts';
import type { Connections } from './connections.ts';
import type { Host } from './host.ts';
import { inBackground } from './in-background.ts';
import type { Ledger } from './ledger.ts';

type Values = Readonly<Record<string, unknown>>;

const limitInMilliseconds = 20_000;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});

const withEnvironment = ({ RED }: Host, id: string, text: string): string =>
  /^\$\{[^}]+\}$/.test(text) ? String(RED.util.evaluateEnvProperty(text, RED.nodes.getNode(id))) : text;

/**
 * The account of an editor's form. What was typed and not deployed yet counts; a secret that was not typed again is the
 * stored one.
 */
const accountSettings = (host: Host, given: unknown): AccountSettings => {
  const { id, scheme, baseUrl, credentials } = valuesOf(given);
  const stored = valuesOf(host.RED.nodes.getCredentials(textOf(id)));
  const typed = valuesOf(credentials);
  const fields = Object.values(host.vendor.auth).flatMap((one) => Object.keys(one.fields));
  const names = new Set([...fields, connectionKey]);
  const chosen = (name: string): unknown =>
    typed[name] === undefined || typed[name] === storedSecret ? stored[name] : typed[name];
  const resolved = (value: unknown): string => withEnvironment(host, textOf(id), textOf(value));
  return {
    id: textOf(id),
    scheme: textOf(scheme),
    baseUrl: resolved(baseUrl).trim() || host.vendor.baseUrl,
    credentials: Object.fromEntries([...names].map((name) => [name, resolved(chosen(name))])),
  };
};

// A caller of its own: somebody in front of a form does not stand behind a flow that reads thousands of rows.
const callOptions = () => ({
  signal: AbortSignal.timeout(limitInMilliseconds),
  maxWaitSeconds: 5,
  caller: 'editor',
});

/** Whoever types into the search box knows nothing of the input that it becomes. */
const inWordsOfTheSearch = async <T>({ vendor }: Host, resource: string, look: () => Promise<T>): Promise<T> => {
  try {
    return await look();
  } catch (thrown) {
    const search = vendor.resources[resource]?.lookup?.search ?? vendor.search;
    const issue =
      thrown instanceof InputError && search ? thrown.issues.find(({ field }) => field === search.query) : undefined;
    if (!issue) throw thrown;
    throw new InputError('The search cannot be sent', [{ field: 'its text', problem: issue.problem }]);
  }
};

/** What the answers are made with. */
export interface AdminParts {
  readonly ledger: Ledger;
  readonly connections: Connections;
  readonly connect: Connect;
}

const answers: Readonly<Record<string, (host: Host, parts: AdminParts, content: Values) => Promise<object>>> = {
  /** Records to choose from: `{account, resource, query?, after?, values?}` -> `{choices, next?}` */
  async lookup(host, { connections }, { account, resource, query, after, values }) {
    const engine = engineFor(host, connections, accountSettings(host, account));
    return inWordsOfTheSearch(host, textOf(resource), () =>
      lookUp(engine, textOf(resource), {
        ...callOptions(),
        query: textOf(query),
        values: valuesOf(values),
        ...(textOf(after) && { after: textOf(after) }),
      }),
    );
  },
  /** Whether the vendor accepts the credentials: `{account}` -> `{message}` */
  async test(host, { connections }, { account }) {
    const { vendor } = host;
    const settings = accountSettings(host, account);
    const engine = engineFor(host, connections, settings);
    const operation = operationOf(vendor, schemeOf(vendor, settings.scheme).test);
    if (operation.definition.returns === 'many')
      await engine.pages(operation, {}, { ...callOptions(), limit: 1 }).next();
    else await engine.call(operation, {}, callOptions());
    return { message: `Connected: ${vendor.label} accepts these credentials at ${new URL(settings.baseUrl).host}.` };
  },
  /** Begins to connect an account in a browser: `{account, redirectUri}` -> `{url, attempt, connectionKey?}` */
  async connect(host, { connect }, { account, redirectUri }) {
    return connect.start(accountSettings(host, account), textOf(redirectUri));
  },
  /** How an account is connected: `{account, attempt?}` -> `{view, waiting?}` */
  async connection(host, { connections, connect }, { account, attempt }) {
    const outcome = textOf(attempt) ? connect.outcomeOf(textOf(attempt)) : {};
    try {
      return { view: await connections.viewOf(accountSettings(host, account)), ...outcome };
    } catch (thrown) {
      // A form that is not filled in yet is no problem.
      if (!(thrown instanceof InputError)) throw thrown;
      return { view: { state: 'none', message: 'Not connected yet.' }, ...outcome };
    }
  },
  /** Forgets the tokens of an account: `{account}` -> `{view}` */
  async disconnect(host, { connections }, { account }) {
    const settings = accountSettings(host, account);
    await connections.disconnect(settings);
    return { view: { state: 'none', message: `Disconnected: the tokens of ${host.vendor.label} are forgotten here.` } };
  },
  /** Where deliveries for a trigger node arrive: `{id, account, callbackBase}` -> `{url}` */
  async callback(host, { ledger }, { id, account, callbackBase }) {
    const base = callbackBaseOf(host, textOf(callbackBase), accountSettings(host, account).baseUrl);
    return { url: callbackUrlOf(host, base, textOf(id), ledger.secretOf(textOf(id))) };
  },
};

/**
 * Registers what the editor's forms ask for. All of it may use stored secrets, so it is for those who may change flows. A
 * refusal is `{problem}` with status 200: the editor takes a 401 for the end of its own session.
 */
export const registerAdminRoutes = (host: Host, parts: AdminParts): void => {
  const { RED, names } = host;
  for (const [name, answer] of Object.entries(answers))
    RED.httpAdmin.post(`/${names.path}/${name}`, RED.auth.needsPermission('flows.write'), (request, response) => {
      void inBackground(host, async () => {
        try {
          response.json(await answer(host, parts, valuesOf(request.body)));
        } catch (thrown) {
          response.json({ problem: isConnectorError(thrown) ? thrown.message : 'That did not work; see the log' });
          if (!isConnectorError(thrown)) throw thrown;
        }
      });
    });
};
