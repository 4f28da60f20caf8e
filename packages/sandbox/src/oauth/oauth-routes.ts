import { Hono } from 'hono';
import { jsonIn } from '../json-in.ts';
import type { Twin } from '../twin.ts';
import { expireTokens, revoke } from './oauth-sandbox.ts';

const stamp = (instant: number): string => new Date(instant).toISOString();

/** What the page shows of a twin's OAuth; `undefined` where none is played. */
export const oauthState = ({ oauth: server, scheduler }: Twin) => {
  if (!server) return undefined;
  const { rules, apps, mode, alterState, renewals, reused, grants } = server;
  const { clientId, clientSecret } = apps.seeded;
  return {
    app: { client_id: clientId, client_secret: clientSecret },
    mode,
    alterState,
    altersState: rules.altersState === true,
    assumptions: rules.assumptions ?? '',
    renewals,
    reused,
    grants: grants.all().map(({ id, app, who, kind, since, expiresAt, renewals: times }) => ({
      id,
      app: app.name,
      who: kind === 'service' ? 'the app itself' : who,
      since: stamp(since),
      expires: stamp(expiresAt),
      isOver: expiresAt <= scheduler.now(),
      renewals: times,
    })),
  };
};

const modes: Readonly<Record<string, string>> = {
  strict: 'Token requests have to be as the vendor documents them now',
  lenient: 'Token requests may be form or JSON now, with the client in the header or in the content',
};

/** What the page switches: `POST / {mode?, alterState?, tokenSeconds?}`, `POST /expire`, `POST /revoke`. */
export const oauthRoutes = (twin: Twin): Hono => {
  const routes = new Hono();
  const { oauth: server } = twin;
  if (!server) return routes;
  routes.post('/', async (context) => {
    const given = Object(await jsonIn(context)) as Record<string, unknown>;
    const { mode, alterState, tokenSeconds } = given;
    const wrong =
      Object.keys(given).length === 0 ||
      Object.keys(given).some((name) => !['mode', 'alterState', 'tokenSeconds'].includes(name)) ||
      (mode !== undefined && mode !== 'strict' && mode !== 'lenient') ||
      (alterState !== undefined && typeof alterState !== 'boolean') ||
      (tokenSeconds !== undefined && !(Number.isInteger(tokenSeconds) && Number(tokenSeconds) > 0));
    if (wrong)
      return context.json(
        { problem: 'mode must be strict or lenient, alterState true or false, tokenSeconds a whole number above 0' },
        422,
      );
    if (mode === 'strict' || mode === 'lenient') {
      server.mode = mode;
      twin.tell('sandbox', modes[mode] ?? '');
    }
    if (typeof alterState === 'boolean') {
      server.alterState = alterState;
      twin.tell('sandbox', alterState ? 'state comes back altered now' : 'state comes back as it was sent now');
    }
    if (tokenSeconds !== undefined) server.tokenSeconds = Number(tokenSeconds);
    twin.touched();
    return context.json({});
  });
  routes.post('/expire', ({ json }) => {
    expireTokens(twin, server);
    return json({});
  });
  routes.post('/revoke', ({ json }) => {
    revoke(twin, server);
    return json({});
  });
  return routes;
};
