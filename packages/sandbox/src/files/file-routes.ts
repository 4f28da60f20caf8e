import { Hono } from 'hono';
import type { Twin } from '../twin.ts';

/** Serves the files of a twin: `/<id>/<name>`. What people upload must not run in the page's origin. */
export const fileRoutes = (twin: Twin): Hono => {
  const routes = new Hono();
  routes.get('/:id/:name', (context) => {
    const id = context.req.param('id');
    const file = twin.files.find(id);
    const content = twin.files.open(id);
    if (!file || !content) return context.text('There is no such file', 404);
    return context.body(content, 200, {
      'content-type': file.type,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });
  return routes;
};
