import { type Context, Hono } from 'hono';
import { jsonIn } from '../json-in.ts';
import type { Twin } from '../twin.ts';
import { faultKinds } from './fault.ts';
import { maintenancePage } from './html-page.ts';
import { readSequence, readSwitch } from './read-switch.ts';

/** The faults of a twin as JSON. */
export const faultState = ({ faults, holds }: Twin) => ({
  kinds: Object.entries(faultKinds).map(([kind, about]) => ({ kind, ...about })),
  active: faults.active,
  sequence: faults.sequence ?? null,
  earlyRequests: holds.earlyRequests,
});

const refused = (context: Context, error: unknown): Response => {
  if (!(error instanceof TypeError)) throw error;
  return context.json({ problem: error.message }, 422);
};

/**
 * Faults by HTTP: `GET /` tells what is on, `POST /` switches one on, `POST /repeat` lets chance decide by a seed,
 * `POST /<id>/off` and `POST /off` end one or all.
 */
export const faultRoutes = (twin: Twin): Hono => {
  const routes = new Hono();
  const { faults } = twin;
  routes.get('/', (context) => context.json(faultState(twin)));
  routes.post('/', async (context) => {
    try {
      const fault = readSwitch(await jsonIn(context));
      const id = faults.on(fault);
      twin.tell('sandbox', `Fault switched on: ${faultKinds[fault.kind].label}`);
      return context.json({ id });
    } catch (error) {
      return refused(context, error);
    }
  });
  routes.post('/repeat', async (context) => {
    try {
      const sequence = readSequence(await jsonIn(context));
      faults.repeat(sequence);
      twin.tell('sandbox', `Faults strike by chance: ${sequence.rate * 100} % of requests, seed ${sequence.seed}`);
      return context.json({});
    } catch (error) {
      return refused(context, error);
    }
  });
  routes.post('/off', (context) => {
    faults.off();
    twin.tell('sandbox', 'All faults switched off');
    return context.json({});
  });
  routes.post('/:id/off', (context) =>
    faults.off(Number(context.req.param('id')))
      ? context.json({})
      : context.json({ problem: 'It is not on any more' }, 404),
  );
  return routes;
};

/** The page that a 303 leads to. It is logged: who comes here followed a redirect. */
export const maintenanceRoute =
  (twin: Twin) =>
  (context: Context): Response => {
    twin.tell('sandbox', 'Somebody followed the redirect to the page of maintenance', true);
    return context.html(maintenancePage(twin.vendor.label));
  };
