import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { answerRequest } from './api/api.ts';
import { foreignRequests } from './guard.ts';
import { pageRoutes } from './page-routes.ts';
import type { Story } from './story.ts';
import type { Twin } from './twin.ts';

/** What the server serves, and where. */
export interface ServerParts {
  readonly twins: readonly Twin[];
  readonly story: Story;
  readonly port: number;
  readonly host: string;
  readonly allowHosts: readonly string[];
  readonly report: (error: unknown) => void;
  /** Listeners to changes of the page's tables */
  readonly touches: Set<() => void>;
}

/** A server that answers. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

const appOf = (parts: ServerParts, baseUrl: () => string): Hono => {
  const app = new Hono();
  app.use(foreignRequests([parts.host, ...parts.allowHosts]));
  for (const twin of parts.twins) {
    const base = `/${twin.vendor.name}${twin.rules.basePath}`;
    app.all(`${base}/*`, ({ req }) => answerRequest(twin, req.raw, new URL(req.url).pathname.slice(base.length)));
  }
  app.route('/', pageRoutes(parts, baseUrl));
  app.onError((error, context) => {
    parts.report(error);
    return context.text('The sandbox failed; its log says why', 500);
  });
  return app;
};

/**
 * Begins to listen.
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export const listen = async (parts: ServerParts): Promise<Listening> => {
  let url = '';
  const app = appOf(parts, () => url);
  // Tests start a sandbox inside their own process: its globals stay as they are.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, parts.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const name = parts.host.includes(':') ? `[${parts.host}]` : parts.host;
  url = `http://${name}:${port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
