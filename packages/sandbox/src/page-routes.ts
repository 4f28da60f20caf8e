import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { ApiError } from './api-error.ts';
import { advanceClock, longestAdvance } from './clock.ts';
import { faultRoutes, maintenanceRoute } from './faults/fault-routes.ts';
import { fileRoutes } from './files/file-routes.ts';
import { jsonIn } from './json-in.ts';
import { oauthRoutes } from './oauth/oauth-routes.ts';
import { readPageFiles } from './page-files.ts';
import { recordTable } from './page-records.ts';
import { pageState } from './page-state.ts';
import type { Served } from './server.ts';
import type { Twin } from './twin.ts';

// Nothing is loaded from elsewhere, and no other page can frame this one.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const textsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, text]] : [],
    ),
  );

/** Sends the story as it goes on, and a word whenever the tables are to be read again. */
const follow = (context: Context, { story, touches }: Served): Response =>
  streamSSE(context, async (stream) => {
    const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
    const touched = (): void => {
      void stream.writeSSE({ event: 'touched', data: '' });
    };
    const unfollow = story.follow((line) => {
      void stream.writeSSE({ event: 'story', data: JSON.stringify(line) });
    });
    touches.add(touched);
    touched();
    await ended;
    touches.delete(touched);
    unfollow();
  });

/** What can be switched while a twin runs, and what the story says of it. */
const switches = {
  emptyUpdates: (on: boolean) => `Updates now answer with ${on ? 'an empty body' : 'the record'}`,
  quota: (on: boolean) => `The vendor’s budgets are ${on ? 'enforced now' : 'not enforced any more'}`,
} as const;

const vendorRoutes = (twin: Twin): Hono => {
  const routes = new Hono();
  const missing = (context: Context) => context.json({ problem: 'It is not there any more' }, 404);
  routes.get('/records/:table', ({ req, json }) =>
    json(recordTable(twin, req.param('table'), req.query('search') ?? '')),
  );
  routes.get('/records/:table/:id', (context) => {
    const { table, id } = context.req.param();
    const row = twin.store.find(table, id);
    return row ? context.json(row) : missing(context);
  });
  routes.get('/requests/:id', (context) => {
    const found = twin.requests().find(({ id }) => String(id) === context.req.param('id'));
    return found ? context.json(found) : missing(context);
  });
  routes.get('/deliveries/:id', (context) => {
    const found = twin.deliveries.all().find(({ id }) => String(id) === context.req.param('id'));
    return found ? context.json(found) : missing(context);
  });
  routes.post('/deliveries/:id/send', (context) =>
    twin.deliveries.sendAgain(Number(context.req.param('id'))) ? context.json({}) : missing(context),
  );
  routes.post('/act/:name', async (context) => {
    const input = textsIn(await jsonIn(context));
    try {
      return context.json(twin.act(context.req.param('name'), input) ?? {});
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return context.json({ problem: error.message }, error.status as 422);
    }
  });
  routes.post('/settings', async (context) => {
    const given = (await jsonIn(context)) ?? {};
    const wrong = Object.entries(given).find(([name, on]) => !(name in switches) || typeof on !== 'boolean');
    if (wrong || Object.keys(given).length === 0)
      return context.json({ problem: `${wrong?.[0] ?? 'emptyUpdates or quota'} must be true or false` }, 422);
    for (const [name, on] of Object.entries(given) as [keyof typeof switches, boolean][]) {
      twin.settings[name] = on;
      twin.tell('sandbox', switches[name](on));
    }
    twin.touched();
    return context.json({});
  });
  routes.route('/oauth', oauthRoutes(twin));
  routes.route('/faults', faultRoutes(twin));
  routes.route('/files', fileRoutes(twin));
  routes.get('/maintenance', maintenanceRoute(twin));
  return routes;
};

/** The page, and the JSON that it lives on under `/_sandbox`. */
export const pageRoutes = (parts: Served): Hono => {
  const { twins, story, scheduler } = parts;
  const files = readPageFiles();
  const file = (context: Context, name: string): Response => {
    const found = files.get(name);
    if (!found) return context.text('Not found', 404);
    return context.body(found.content, 200, {
      'content-type': found.type,
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  };
  const routes = new Hono();
  for (const path of ['/', ...twins.map(({ vendor }) => `/${vendor.name}`)])
    routes.get(path, (context) => file(context, 'index.html'));
  routes.get('/page/:name', (context) => file(context, context.req.param('name')));
  routes.get('/_sandbox/state', ({ json }) =>
    json({ vendors: pageState(twins), story: story.lines(), now: scheduler.stamp() }),
  );
  routes.get('/_sandbox/events', (context) => follow(context, parts));
  routes.post('/_sandbox/reset', async ({ json }) => {
    // The seed tells instants: the clock comes first.
    await scheduler.moveBack();
    for (const twin of twins) twin.reset();
    story.tell(
      'sandbox',
      undefined,
      'All records are back to the seed, and the clock is; requests, webhooks and deliveries are gone',
    );
    return json({});
  });
  routes.post('/_sandbox/clock', async (context) => {
    const { milliseconds } = Object(await jsonIn(context)) as { milliseconds?: unknown };
    if (!(Number.isInteger(milliseconds) && Number(milliseconds) > 0 && Number(milliseconds) <= longestAdvance))
      return context.json({ problem: `milliseconds must be a whole number from 1 to ${longestAdvance}` }, 422);
    await advanceClock(parts, Number(milliseconds));
    return context.json({ now: scheduler.stamp() });
  });
  for (const twin of twins) routes.route(`/_sandbox/${twin.vendor.name}`, vendorRoutes(twin));
  return routes;
};
