import { type Answer, errorAnswer, jsonAnswer } from '../api/answer.ts';
import type { Incoming } from '../api/incoming.ts';
import type { Twin } from '../twin.ts';
import { errorInside } from './error-inside.ts';
import type { Fault, FaultTarget } from './fault.ts';
import { holdBack } from './hold-back.ts';
import { maintenancePage } from './html-page.ts';
import { bareRefusal, holdOf, refusalOf } from './refusals.ts';

const html = 'text/html; charset=utf-8';

const refused = async (
  twin: Twin,
  fault: Fault,
  { connection, path }: Incoming,
  concerns: (other: FaultTarget) => boolean,
): Promise<Answer> => {
  const hold = holdOf(twin, fault, concerns);
  if (!hold) return { ...errorAnswer(twin, bareRefusal(fault.kind === 'unavailable' ? 503 : 429), path), bare: true };
  await holdBack(connection, twin.holds.begin(hold));
  return errorAnswer(twin, refusalOf(twin, hold), path);
};

/**
 * The answer that a fault gives in place of the work; `undefined` when the connection is cut instead.
 * @param concerns the requests that are to wait after a refusal
 */
export const answerOf = async (
  twin: Twin,
  fault: Fault,
  incoming: Incoming,
  concerns: (other: FaultTarget) => boolean,
): Promise<Answer | undefined> => {
  const { label, name } = twin.vendor;
  switch (fault.kind) {
    case 'html':
      return { status: 200, content: maintenancePage(label), type: html, headers: {}, bare: true };
    case 'redirect':
      return { status: 303, content: '', headers: { location: `/_sandbox/${name}/maintenance` }, bare: true };
    case 'badGateway':
      return { status: 502, content: 'Bad Gateway', type: 'text/plain; charset=utf-8', headers: {}, bare: true };
    case 'errorInside':
      return { ...jsonAnswer(200, errorInside(twin, incoming.path)), problem: 'an error inside a success' };
    case 'resetBefore':
      return undefined;
    default:
      return refused(twin, fault, incoming, concerns);
  }
};
