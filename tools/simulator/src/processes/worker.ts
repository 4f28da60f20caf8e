import { isConnectorError } from '@patchbay/core';
import type { Order, Report, WorkerSettings } from './messages.ts';
import { openAccount } from './open-account.ts';

const account = openAccount(JSON.parse(process.argv[2] ?? '') as WorkerSettings);
const request = { method: 'GET', url: 'https://api.vplan.com/v1/me', headers: {} };

const call = async (): Promise<{ token: string } | { error: string }> => {
  try {
    const { headers } = await account.connection.authorization.authorize(request);
    return { token: headers.Authorization ?? '' };
  } catch (error) {
    const { code, reason = '' } = error as { code?: string; reason?: string };
    return { error: isConnectorError(error) ? `${code} ${reason}`.trim() : String(error) };
  }
};

process.on('message', async ({ callers, ahead }: Order) => {
  account.setAhead(ahead);
  const report = { tokens: {} as Record<string, number>, errors: {} as Record<string, number> } satisfies Report;
  for (const came of await Promise.all(Array.from({ length: callers }, call))) {
    const [list, name] = 'token' in came ? [report.tokens, came.token] : [report.errors, came.error];
    list[name] = (list[name] ?? 0) + 1;
  }
  process.send?.(report);
});
process.send?.('ready');
