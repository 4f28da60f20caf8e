import { createEngine, type Engine, fingerprint, headerAuthorization, InputError, sharedGate } from '@patchbay/core';
import type { Node, NodeDef } from 'node-red';
import type { AccountConfig } from '../config.ts';
import type { Host } from './host.ts';

/** What is needed to call a vendor for somebody. */
export interface AccountSettings {
  readonly scheme: string;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * The engine that calls the vendor with these settings.
 * @throws InputError when the credentials are not complete
 */
export const engineFor = ({ vendor, ports }: Host, settings: AccountSettings): Engine => {
  const scheme = vendor.auth[settings.scheme] ?? Object.values(vendor.auth)[0];
  if (!scheme) throw new InputError(`${vendor.label} cannot be used`, [{ field: 'scheme', problem: 'is not known' }]);
  const baseUrl = settings.baseUrl.trim() || vendor.baseUrl;
  // Two accounts with the same credentials share what the vendor allows these.
  const credential = fingerprint(JSON.stringify([baseUrl, scheme.name, settings.credentials]));
  return createEngine(vendor, {
    ...ports,
    authorization: headerAuthorization(scheme, settings.credentials),
    baseUrl,
    gate: sharedGate(vendor, credential, ports.clock),
  });
};

/** A running config node: who calls the vendor, and where it is. */
export interface AccountNode extends Node<Record<string, string>> {
  readonly baseUrl: string;
  /** @throws InputError when the credentials are not complete */
  engine(): Engine;
}

/** Constructor of the config node. It aborts nothing when it is closed: triggers still unsubscribe through it then. */
export const accountNode = (host: Host) =>
  function (this: AccountNode, config: AccountConfig & NodeDef): void {
    host.RED.nodes.createNode(this, config);
    let engine: Engine | undefined;
    Object.assign(this, {
      baseUrl: config.baseUrl?.trim() || host.vendor.baseUrl,
      engine: () => {
        engine ??= engineFor(host, {
          scheme: config.scheme,
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
