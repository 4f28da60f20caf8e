import { createEngine, type Engine, headerAuthorization, InputError, sharedGate } from '@patchbay/core';
import type { Node, NodeDef } from 'node-red';
import type { AccountConfig } from '../config.ts';
import { type AccountSettings, isOAuth, schemeOf } from './account-settings.ts';
import type { Connections } from './connections.ts';
import type { Host } from './host.ts';

/**
 * The engine that calls the vendor with these settings.
 * @throws InputError when the credentials are not complete
 */
export const engineFor = ({ vendor, ports }: Host, connections: Connections, given: AccountSettings): Engine => {
  const settings = { ...given, baseUrl: given.baseUrl.trim() || vendor.baseUrl };
  const scheme = schemeOf(vendor, settings.scheme);
  return createEngine(vendor, {
    ...ports,
    authorization: isOAuth(scheme)
      ? connections.authorizationOf(settings)
      : headerAuthorization(scheme, settings.credentials),
    baseUrl: settings.baseUrl,
    // Two accounts with the same credentials share what the vendor allows these.
    gate: sharedGate(vendor, connections.identityOf(settings), ports.clock),
  });
};

/** A running config node: who calls the vendor, and where it is. */
export interface AccountNode extends Node<Record<string, string>> {
  readonly baseUrl: string;
  /** @throws InputError when the credentials are not complete */
  engine(): Engine;
}

/** Constructor of the config node. It aborts nothing when it is closed: triggers still unsubscribe through it then. */
export const accountNode = (host: Host, connections: Connections) =>
  function (this: AccountNode, config: AccountConfig & NodeDef & { readonly _alias?: string }): void {
    host.RED.nodes.createNode(this, config);
    let engine: Engine | undefined;
    Object.assign(this, {
      baseUrl: config.baseUrl?.trim() || host.vendor.baseUrl,
      engine: () => {
        engine ??= engineFor(host, connections, {
          // Inside a subflow the copies of an account share its credentials.
          id: config._alias || this.id,
          scheme: config.scheme ?? '',
          baseUrl: config.baseUrl ?? '',
          credentials: this.credentials ?? {},
        });
        return engine;
      },
    });
  };

/**
 * The account that a node refers to.
 * @throws InputError when none is chosen, or when it is disabled or removed
 */
export const accountOf = ({ RED, vendor, names }: Host, id: string): AccountNode => {
  const account = RED.nodes.getNode(id) as AccountNode | null;
  if (account?.type === names.account) return account;
  throw new InputError(
    `${vendor.label} cannot be called`,
    [{ field: 'account', problem: id ? 'is disabled or was removed' : 'is missing' }],
    { vendor: vendor.name, advice: `Choose a ${vendor.label} account in this node` },
  );
};
