import { type FaultKind, type FaultSequence, type FaultSwitch, faultKinds } from './fault.ts';

type Given = Readonly<Record<string, unknown>>;

const maxSeconds = 86_400;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const objectIn = (given: unknown, known: readonly string[]): Given => {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new TypeError('The content must be a JSON object');
  const stranger = Object.keys(given).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new TypeError(`${stranger} is not known; known are ${known.join(', ')}`);
  return given as Given;
};

const kindIn = (value: unknown): FaultKind => {
  if (typeof value === 'string' && Object.hasOwn(faultKinds, value)) return value as FaultKind;
  throw new TypeError(`kind must be one of ${Object.keys(faultKinds).join(', ')}`);
};

const numberIn = (name: string, value: unknown, least: number, most: number, whole: boolean): number => {
  if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw new TypeError(`${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
};

const optional = <T>(name: string, value: unknown, read: () => T): Readonly<Record<string, T>> =>
  value === undefined || value === '' ? {} : { [name]: read() };

const secondsIn = ({ seconds }: Given) =>
  optional('seconds', seconds, () => numberIn('seconds', seconds, 0, maxSeconds, false)) as { seconds?: number };

/**
 * A fault to switch on, from JSON.
 * @throws TypeError that names the field at fault
 */
export const readSwitch = (given: unknown): FaultSwitch => {
  const content = objectIn(given, ['kind', 'times', 'skip', 'method', 'path', 'seconds']);
  const { kind, times, skip, method, path } = content;
  const timesIn = () => (times === 'always' ? times : numberIn('times', times, 1, 1_000_000, true));
  const methodIn = () => {
    if (typeof method === 'string' && methods.includes(method)) return method;
    throw new TypeError(`method must be one of ${methods.join(', ')}`);
  };
  const pathIn = () => {
    if (typeof path === 'string' && path.startsWith('/')) return path;
    throw new TypeError('path must begin with a slash, as in /card');
  };
  return {
    kind: kindIn(kind),
    ...optional('times', times, timesIn),
    ...optional('skip', skip, () => numberIn('skip', skip, 0, 1_000_000, true)),
    ...optional('method', method, methodIn),
    ...optional('path', path, pathIn),
    ...secondsIn(content),
  };
};

/**
 * A sequence of faults by chance, from JSON.
 * @throws TypeError that names the field at fault
 */
export const readSequence = (given: unknown): FaultSequence => {
  const content = objectIn(given, ['seed', 'rate', 'kinds', 'seconds']);
  const { seed, rate, kinds } = content;
  const kindsIn = () => {
    if (Array.isArray(kinds) && kinds.length > 0) return kinds.map(kindIn);
    throw new TypeError('kinds must be a list of kinds');
  };
  return {
    seed: numberIn('seed', seed, 0, 4_294_967_295, true),
    rate: numberIn('rate', rate, 0, 1, false),
    ...(optional('kinds', kinds, kindsIn) as { kinds?: FaultKind[] }),
    ...secondsIn(content),
  };
};
