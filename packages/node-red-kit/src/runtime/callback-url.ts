import { InputError } from '@patchbay/core';
import type { Host } from './host.ts';

const addressIn = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

const isLoopback = (address: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(addressIn(address)?.hostname ?? '');

const trimSlashes = (text: string): string => text.replace(/^\/+|\/+$/g, '');

const refuse = (problem: string, advice: string): InputError =>
  new InputError('The trigger cannot be reached', [{ field: 'callbackBase', problem }], { advice });

const ownAddress = ({ RED }: Host): string => {
  const { uiHost, uiPort, https, httpNodeRoot } = RED.settings;
  const host = !uiHost || ['0.0.0.0', '::'].includes(uiHost) ? '127.0.0.1' : uiHost;
  const root = trimSlashes(typeof httpNodeRoot === 'string' ? httpNodeRoot : '');
  return `${https ? 'https' : 'http'}://${host}:${uiPort}${root && `/${root}`}`;
};

/**
 * The address under which a vendor reaches the HTTP nodes of this Node-RED: the configured one, or this machine's own when
 * the vendor runs on it too, as the sandbox does.
 * @throws InputError when it is missing or no web address, and when HTTP nodes are switched off
 */
export const callbackBaseOf = (host: Host, configured: string, vendorAddress: string): string => {
  const { RED, vendor } = host;
  if (RED.settings.httpNodeRoot === (false as unknown))
    throw refuse('cannot be used: HTTP nodes are switched off', 'Set httpNodeRoot in the settings of Node-RED');
  const base = configured.trim();
  if (base === '') {
    if (isLoopback(vendorAddress)) return ownAddress(host);
    throw refuse('is missing', `Enter the address under which ${vendor.label} reaches this Node-RED from outside`);
  }
  const address = addressIn(base);
  if (!address || !/^https?:$/.test(address.protocol) || address.search || address.hash)
    throw refuse('must start with https:// or http:// and have no query', 'Enter such as https://nodered.example.com');
  return address.href.replace(/\/+$/, '');
};

/** The callback URL of a trigger node; it never changes while the address of Node-RED stays the same. */
export const callbackUrlOf = ({ names }: Host, base: string, node: string, secret: string): string =>
  `${base}/${names.path}/${encodeURIComponent(node)}/${secret}`;
