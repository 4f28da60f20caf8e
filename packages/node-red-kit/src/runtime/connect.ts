import { randomBytes } from 'node:crypto';
import {
  type AuthorizationCodeDialect,
  completeAuthorization,
  InputError,
  isConnectorError,
  type OAuthClient,
  pendingAuthorizations,
  startAuthorization,
  stateOf,
} from '@patchbay/core';
import { nodeCrypto } from '@patchbay/node';
import { connectionKey } from '../config.ts';
import { type AccountSettings, clientOf, isOAuth, schemeOf } from './account-settings.ts';
import { callbackPage } from './callback-page.ts';
import { type Connections, newConnectionKey } from './connections.ts';
import type { Host } from './host.ts';
import { inBackground } from './in-background.ts';

/** A connection that was begun. */
export interface Started {
  /** Page of the vendor for the browser to go to */
  readonly url: string;
  /** By which the outcome is asked for */
  readonly attempt: string;
  /** For the form to keep among the credentials; left out where the account has one */
  readonly connectionKey?: string;
}

/** What became of a connection that was begun; `waiting` until the browser comes back. */
export type Outcome = { readonly waiting: boolean } | { readonly problem: string };

/** Connects accounts in a browser. */
export interface Connect {
  /**
   * Begins: the browser has ten minutes to come back.
   * @throws InputError
   */
  start(settings: AccountSettings, redirectUri: string): Promise<Started>;
  outcomeOf(attempt: string): Outcome;
}

type CodeClient = OAuthClient<AuthorizationCodeDialect>;

interface Kept {
  readonly client: CodeClient;
  readonly settings: AccountSettings;
  readonly attempt: string;
}

const mostOutcomes = 100;

/**
 * Where the vendors send the browser back to: in the admin API and beside the HTTP nodes. It is open, since a browser that is
 * sent there brings no login of the editor along; the one-time state is what it is let in by.
 */
const redirectPath = ({ names }: Pick<Host, 'names'>): string => `/${names.path}/oauth/callback`;

/** Registers where browsers come back to. Express routes cannot be removed again, so they stay. */
export const createConnect = (host: Host, connections: Connections): Connect => {
  const { RED, vendor, ports } = host;
  const pendings = pendingAuthorizations<Kept>(ports.clock);
  const outcomes = new Map<string, Outcome>();
  const note = (attempt: string, outcome: Outcome): void => {
    outcomes.delete(attempt);
    outcomes.set(attempt, outcome);
    if (outcomes.size > mostOutcomes) outcomes.delete(outcomes.keys().next().value as string);
  };

  /** @returns status and words for the page */
  const answer = async (query: URLSearchParams): Promise<readonly [status: number, message: string]> => {
    const found = pendings.take(stateOf(query));
    if (!found)
      return [
        400,
        'Nobody here waits for this answer: it was used before, is older than ten minutes, or was not asked for here. Press Connect in the account again',
      ];
    const { client, settings, attempt } = found.kept;
    try {
      const grant = await completeAuthorization(client, found.pending, query, ports);
      await connections.save(settings, found.pending.redirectUri, grant);
      note(attempt, { waiting: false });
      return [200, `The ${vendor.label} account is connected. You can close this window and go back to Node-RED`];
    } catch (thrown) {
      const known = isConnectorError(thrown);
      const problem = known ? thrown.message : `The ${vendor.label} account was not connected; see the log of Node-RED`;
      note(attempt, { problem });
      if (!known) void inBackground(host, () => Promise.reject(thrown));
      return [400, problem];
    }
  };

  for (const app of [RED.httpAdmin, RED.httpNode])
    app.get(redirectPath(host), (request, response) => {
      void inBackground(host, async () => {
        const { searchParams } = new URL(request.url ?? '', 'http://localhost');
        const [status, message] = await answer(searchParams);
        callbackPage(response, status, vendor.label, message);
      });
    });

  return {
    async start(settings, redirectUri) {
      const scheme = schemeOf(vendor, settings.scheme);
      if (!isOAuth(scheme) || scheme.oauth.grant !== 'authorization_code')
        throw new InputError(`${vendor.label} needs no connecting`, [
          { field: 'scheme', problem: 'is not one that is connected in a browser' },
        ]);
      const client = clientOf(vendor, scheme, settings, redirectUri) as CodeClient;
      const { url, pending } = await startAuthorization(client, nodeCrypto);
      const made = settings.credentials[connectionKey] ? undefined : newConnectionKey();
      const credentials = { ...settings.credentials, ...(made && { [connectionKey]: made }) };
      const attempt = randomBytes(12).toString('base64url');
      pendings.add(pending, { client, settings: { ...settings, credentials }, attempt });
      note(attempt, { waiting: true });
      return { url, attempt, ...(made && { connectionKey: made }) };
    },
    outcomeOf: (attempt) => outcomes.get(attempt) ?? { waiting: false },
  };
};
