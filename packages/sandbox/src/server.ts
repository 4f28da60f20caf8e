import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { answerRequest } from './api/api.ts';
import { connectionOf } from './connection.ts';
import { createWireOrder, type WireOrder } from './faults/wire-order.ts';
import { foreignRequests } from './guard.ts';
import { answerConsent } from './oauth/consent.ts';
import { pageRoutes } from './page-routes.ts';
import type { Scheduler } from './scheduler.ts';
import type { Story } from './story.ts';
import type { Twin } from './twin.ts';

/** What the server serves. */
export interface Served {
  readonly twins: readonly Twin[];
  readonly story: Story;
  readonly scheduler: Scheduler;
  readonly report: (error: unknown) => void;
  /** Listeners to changes of the page's tables */
  readonly touches: Set<() => void>;
  /** Tells them that something changed */
  readonly touched: () => void;
}

/** Where it listens. */
export interface Place {
  readonly port: number;
  readonly host: string;
  /** Further names that it may be called by */
  readonly allowHosts: readonly string[];
}

/** A server that answers. */
export interface Listening {
  readonly url: string;
  /** Puts what is served in place; until then nothing is. */
  serve(served: Served): void;
  close(): Promise<void>;
}

const appOf = (served: Served, { host, allowHosts }: Place, order: WireOrder): Hono => {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(foreignRequests([host, ...allowHosts]));
  // First: `/nifty/*` would take `/nifty` too, which is the page of that twin.
  app.route('/', pageRoutes(served));
  for (const twin of served.twins) {
    const base = `/${twin.vendor.name}${twin.rules.basePath}`;
    const authorize = twin.oauth?.person.authorize.path;
    if (authorize !== undefined)
      app.on(['GET', 'POST'], base + authorize, (context) => answerConsent(context, twin, authorize));
    app.all(`${base}/*`, ({ req, env }) =>
      answerRequest(twin, req.raw, new URL(req.url).pathname.slice(base.length), connectionOf(env, order)),
    );
  }
  app.onError((error, context) => {
    served.report(error);
    return context.text('The sandbox failed; its log says why', 500);
  });
  return app as unknown as Hono;
};

/**
 * Begins to listen. The address is known before anything is served: twins tell it in what they answer.
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export const listen = async (place: Place): Promise<Listening> => {
  const order = createWireOrder();
  let app = new Hono();
  // Tests start a sandbox inside their own process: its globals stay as they are.
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    overrideGlobalObjects: false,
  }) as Server;
  server.on('connection', order.opened);
  server.prependListener('request', ({ socket }, response) => {
    response.once('finish', () => order.answered(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const name = place.host.includes(':') ? `[${place.host}]` : place.host;
  const url = `http://${name}:${port}`;
  return {
    url,
    serve(served) {
      app = appOf(served, place, order);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
