import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { reservePort } from './port.ts';
import { logIn, untilPublished } from './rest.ts';

const owner = { email: 'owner@example.com', password: 'secret-password' };

/** A server that answers each address with the next of its answers, the last one for ever. */
async function server(answers: Record<string, { status?: number; body: unknown }[]>): Promise<string> {
  const port = await reservePort(0);
  const http = createServer((request, response) => {
    const queue = answers[request.url ?? ''] ?? [];
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    response.statusCode = answer?.status ?? 200;
    response.end(answer === undefined ? '' : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void http.close());
  return `http://127.0.0.1:${port}/`;
}

const status = (data: object) => ({ body: { data } });

it('a publication is waited for until every trigger is set up', async () => {
  const url = await server({
    '/rest/workflows/w1/publication-status': [
      status({ status: 'not_published', triggers: [] }),
      status({ status: 'in_progress', triggers: [] }),
      status({ status: 'published', triggers: [] }),
    ],
  });
  await expect(untilPublished(await logIn(url, owner), 'w1')).resolves.toBeUndefined();
});

it('a publication that fails says why', async () => {
  const triggers = [{ errorMessage: null }, { errorMessage: 'vPlan refused the key' }];
  const url = await server({ '/rest/workflows/w1/publication-status': [status({ status: 'partial', triggers })] });
  await expect(untilPublished(await logIn(url, owner), 'w1')).rejects.toMatchObject({
    code: 'publication-failed',
    message: 'Workflow w1 is partial, not published: vPlan refused the key',
  });
});

it('a refused request shows n8n’s words and never the password', async () => {
  const url = await server({ '/rest/login': [{ status: 401, body: { message: 'Wrong username or password.' } }] });
  await expect(logIn(url, owner)).rejects.toMatchObject({
    code: 'request-failed',
    message: 'n8n answered POST /rest/login with HTTP 401: {"message":"Wrong username or password."}',
  });
});
