import type { Operation } from '@patchbay/core';
import type { Connection } from '../connection.ts';
import { type Fault, type FaultTarget, stageOf } from '../faults/fault.ts';
import { holdBack } from '../faults/hold-back.ts';
import { refusalOf } from '../faults/refusals.ts';
import { answerOf } from '../faults/strike.ts';
import { givesTokens, giveTokens } from '../oauth/token-endpoint.ts';
import { keptContent, type RequestRecord } from '../request-log.ts';
import { shownQuery, withoutSecrets } from '../request-secrets.ts';
import type { Twin } from '../twin.ts';
import { type Answer, errorAnswer, headersOf } from './answer.ts';
import { doWork } from './do-work.ts';
import { credentialOf, type Incoming, loggedHeaders, operationOf, targetOf } from './incoming.ts';
import type { Keep } from './read-body.ts';
import { spend } from './spend.ts';

/** What becomes of a request on its way through the API. */
interface Course {
  /** `undefined` when the connection is cut instead */
  answer: Answer | undefined;
  /** The credential was accepted */
  known: boolean;
  /** The request's content, for the log */
  content: string;
  /** The one that is meant, once the content is read; until then the first with its route */
  operation: Operation | undefined;
  faults: RequestRecord['faults'];
  early: boolean;
  /** What it was, where that is no operation */
  told: string | undefined;
  /** Strikes the finished answer */
  after: Fault | undefined;
}

/** Reads what the sender still sends: an answer in the middle of it might get lost. */
const overhear = async ({ request }: Incoming): Promise<void> => {
  for await (const _ of request.body ?? []);
};

const work = async (
  twin: Twin,
  incoming: Incoming,
  target: FaultTarget,
  course: Course,
): Promise<Answer | undefined> => {
  const struck = twin.faults.take(target);
  course.faults = struck.map(({ kind }) => kind);
  const instead = struck.find(({ kind }) => stageOf(kind) === 'instead');
  if (instead) {
    if (instead.kind !== 'resetBefore') await overhear(incoming);
    return answerOf(twin, instead, incoming, ({ credential }) => credential === target.credential);
  }
  course.after = struck.find(({ kind }) => stageOf(kind) === 'after');
  if (givesTokens(twin, incoming.path))
    return giveTokens(twin, incoming, {
      content: (content) => {
        course.content = content;
      },
      told: (words) => {
        course.told = words;
      },
    });
  await spend(twin, target, incoming);
  const keep: Keep = (content, operation) => {
    course.content = content;
    course.operation = operation;
  };
  return doWork(
    twin,
    incoming,
    keep,
    course.faults.filter((kind) => kind !== 'held'),
  );
};

const run = async (twin: Twin, incoming: Incoming): Promise<Course> => {
  const course: Course = {
    answer: undefined,
    known: false,
    content: '',
    operation: operationOf(incoming),
    faults: [],
    early: false,
    told: undefined,
    after: undefined,
  };
  try {
    const forTokens = givesTokens(twin, incoming.path);
    const credential = forTokens ? 'none' : credentialOf(twin, incoming.request.headers);
    // What the quota says is the API's own business.
    course.known = !forTokens;
    const target = targetOf(incoming, credential);
    const held = twin.holds.check(target, incoming.connection.place);
    if (held) {
      course.faults = ['held'];
      course.early = held.early;
      await overhear(incoming);
      await holdBack(incoming.connection, held);
      throw refusalOf(twin, held.hold);
    }
    course.answer = await work(twin, incoming, target, course);
  } catch (error) {
    // Whoever leaves in the middle of a request is no failure of the sandbox.
    course.answer = incoming.connection.isGone() ? undefined : errorAnswer(twin, error, incoming.path);
  }
  return course;
};

const pause = (twin: Twin, seconds: number): Promise<void> =>
  new Promise((resolve) => {
    twin.scheduler.timer(resolve, seconds * 1000);
  });

const log = (
  twin: Twin,
  incoming: Incoming,
  { answer, faults, early, content, operation, told }: Course,
  sent: boolean,
  began: number,
) => {
  const { method, path, search, request } = incoming;
  const isOAuth = givesTokens(twin, path);
  const kept = (text: string): unknown => keptContent(withoutSecrets(text, isOAuth));
  twin.logRequest({
    operation,
    method,
    path,
    ...shownQuery(path, search, isOAuth),
    headers: loggedHeaders(twin, request.headers),
    body: kept(content),
    status: sent && answer ? answer.status : 0,
    milliseconds: Math.round((performance.now() - began) * 10) / 10,
    answer: kept((sent && answer?.content) || ''),
    faults,
    early,
    problem: answer?.problem,
    told,
  });
};

const respond = ({ connection }: Incoming, { answer, after }: Course, headers: Record<string, string>): Response => {
  if (!answer || after?.kind === 'resetAfter') return connection.cut();
  if (after?.kind === 'truncated') return connection.cutWithin(answer.status, headers, Buffer.from(answer.content));
  return new Response(answer.content || null, { status: answer.status, headers });
};

/**
 * Answers one request to a twin's API and writes it into the log.
 * @param path below the base URL, still encoded
 */
export const answerRequest = async (
  twin: Twin,
  request: Request,
  path: string,
  connection: Connection,
): Promise<Response> => {
  const began = performance.now();
  const { method } = request;
  const { search } = new URL(request.url);
  const incoming: Incoming = { request, connection, method, path, search, routing: twin.route(method, path) };
  const course = await run(twin, incoming);
  const { answer, after } = course;
  if (after?.kind === 'slow') await pause(twin, after.seconds ?? 0);
  log(twin, incoming, course, after?.kind !== 'resetAfter', began);
  return respond(incoming, course, answer ? headersOf(twin, answer, course.known) : {});
};
