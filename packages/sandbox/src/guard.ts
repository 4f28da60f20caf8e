import type { MiddlewareHandler } from 'hono';
import { isLoopbackHost } from './loopback.ts';

const hostNameOf = (host: string | undefined): string | undefined => {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return undefined;
  }
};

const sameOrigin = (origin: string, host: string | undefined): boolean => {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
};

/**
 * Keeps other web sites out: a request from a foreign origin is refused, and so is one that knows the sandbox by a name
 * that is not this machine's (a site can point a name of its own at 127.0.0.1).
 */
export const foreignRequests =
  (names: readonly string[]): MiddlewareHandler =>
  async ({ req, text }, next) => {
    const host = req.header('host');
    const name = hostNameOf(host);
    if (name === undefined || !(isLoopbackHost(name) || names.includes(name)))
      return text(`The sandbox does not answer to the name ${name}; start it with that host allowed`, 403);
    const origin = req.header('origin');
    if (origin !== undefined && !sameOrigin(origin, host)) return text('Other web sites may not call the sandbox', 403);
    return next();
  };
