import {
  type Clock,
  type HttpRequest,
  type HttpResponse,
  headerAuthorization,
  type Ports,
  vplan,
} from '../src/index.ts';

/** What a fake vendor answers: a status with content, or an error to throw. */
export type Answer = Error | { status?: number; headers?: Record<string, string>; json?: unknown; content?: string };

/** Ports without a network: answers come from a list or a function, requests and sleeps are kept. */
export const fakePorts = (answers: Answer[] | ((request: HttpRequest, index: number) => Answer)) => {
  const requests: HttpRequest[] = [];
  const slept: number[] = [];
  let now = Date.parse('2026-11-22T09:00:00Z');
  const clock: Clock = {
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
  const ports: Ports = {
    clock,
    random: () => 0.5,
    authorization: headerAuthorization(vplan.auth.apiKey, { key: 'secret-key', environment: 'env-1' }),
    transport: async (request): Promise<HttpResponse> => {
      const index = requests.push(request) - 1;
      const answer =
        typeof answers === 'function' ? answers(request, index) : answers[Math.min(index, answers.length - 1)];
      if (!answer || answer instanceof Error) throw answer ?? new Error('no answer was prepared');
      const { status = 200, headers = {}, json, content = json === undefined ? '' : JSON.stringify(json) } = answer;
      return { status, headers: { 'content-type': 'application/json', ...headers }, content };
    },
  };
  return { ports, requests, slept };
};
