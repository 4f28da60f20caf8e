import type { ServerResponse } from 'node:http';
import { escapeHtml } from '../escape-html.ts';

const style =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 1em}h1{font-size:1.3em}';

const headers = {
  'content-type': 'text/html; charset=utf-8',
  // The address of this page holds a code: nothing may keep it or hand it on.
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** Answers a browser that came back from a vendor. The page runs no script and loads nothing. */
export const callbackPage = (response: ServerResponse, status: number, label: string, message: string): void => {
  const title = escapeHtml(status < 400 ? `Connected to ${label}` : `Not connected to ${label}`);
  response
    .writeHead(status, headers)
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style><h1>${title}</h1><p>${escapeHtml(message.replace(/\.$/, ''))}.</p></html>`,
    );
};
