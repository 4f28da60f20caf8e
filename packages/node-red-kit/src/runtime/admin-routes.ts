import { isConnectorError, lookUp, operationOf } from '@patchbay/core';
import { storedSecret } from '../config.ts';
import { type AccountSettings, engineFor } from './account-node.ts';
import { callbackBaseOf, callbackUrlOf } from './callback-url.ts';
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
const accountSettings = (host: Host, given: unknown): AccountSettings & { readonly baseUrl: string } => {
  const { id, scheme, baseUrl, credentials } = valuesOf(given);
  const stored = valuesOf(host.RED.nodes.getCredentials(textOf(id)));
  const typed = valuesOf(credentials);
  const names = new Set(Object.values(host.vendor.auth).flatMap(({ fields }) => Object.keys(fields)));
  const chosen = (name: string): unknown =>
    typed[name] === undefined || typed[name] === storedSecret ? stored[name] : typed[name];
  const resolved = (value: unknown): string => withEnvironment(host, textOf(id), textOf(value));
  return {
    scheme: textOf(scheme),
    baseUrl: resolved(baseUrl) || host.vendor.baseUrl,
    credentials: Object.fromEntries([...names].map((name) => [name, resolved(chosen(name))])),
  };
};

// A caller of its own: somebody in front of a form does not stand behind a flow that reads thousands of rows.
const callOptions = () => ({
  signal: AbortSignal.timeout(limitInMilliseconds),
  maxWaitSeconds: 5,
  caller: 'editor',
});

const answers: Readonly<Record<string, (host: Host, ledger: Ledger, content: Values) => Promise<object>>> = {
  /** Records to choose from: `{account, resource, query?, after?, values?}` -> `{choices, next?}` */
  async lookup(host, _, { account, resource, query, after, values }) {
    return lookUp(engineFor(host, accountSettings(host, account)), textOf(resource), {
      ...callOptions(),
      query: textOf(query),
      values: valuesOf(values),
      ...(textOf(after) && { after: textOf(after) }),
    });
  },
  /** Whether the vendor accepts the credentials: `{account}` -> `{message}` */
  async test(host, _, { account }) {
    const { vendor } = host;
    const settings = accountSettings(host, account);
    const engine = engineFor(host, settings);
    const scheme = vendor.auth[settings.scheme] ?? Object.values(vendor.auth)[0];
    const operation = operationOf(vendor, scheme?.test ?? '');
    if (operation.definition.returns === 'many')
      await engine.pages(operation, {}, { ...callOptions(), limit: 1 }).next();
    else await engine.call(operation, {}, callOptions());
    return { message: `Connected: ${vendor.label} accepts these credentials at ${new URL(settings.baseUrl).host}.` };
  },
  /** Where deliveries for a trigger node arrive: `{id, account, callbackBase}` -> `{url}` */
  async callback(host, ledger, { id, account, callbackBase }) {
    const base = callbackBaseOf(host, textOf(callbackBase), accountSettings(host, account).baseUrl);
    return { url: callbackUrlOf(host, base, textOf(id), ledger.secretOf(textOf(id))) };
  },
};

/**
 * Registers what the editor's forms ask for. All of it may use stored secrets, so it is for those who may change flows. A
 * refusal is `{problem}` with status 200: the editor takes a 401 for the end of its own session.
 */
export const registerAdminRoutes = (host: Host, ledger: Ledger): void => {
  const { RED, names } = host;
  for (const [name, answer] of Object.entries(answers))
    RED.httpAdmin.post(`/${names.path}/${name}`, RED.auth.needsPermission('flows.write'), (request, response) => {
      void inBackground(host, async () => {
        try {
          response.json(await answer(host, ledger, valuesOf(request.body)));
        } catch (thrown) {
          response.json({ problem: isConnectorError(thrown) ? thrown.message : 'That did not work; see the log' });
          if (!isConnectorError(thrown)) throw thrown;
        }
      });
    });
};
