import { type Field, type InputValues, type Operation, operationOf, operationsOf } from '@patchbay/core';
import type { RequestRecord, Sandbox } from '@patchbay/sandbox';
import type { VendorPackages } from './packages.ts';
import { refusedInput } from './refused-input.ts';
import { sampleInput } from './sample-input.ts';
import type { Samples } from './sample-value.ts';
import type { Stage } from './scene.ts';
import { scenes } from './scenes.ts';
import type { Credential, Outcome, Surface } from './surface.ts';

/** Which inputs an operation is called with. */
export type Which = 'required' | 'all' | 'refused';

/** What one surface sent and got. */
export interface Tried {
  readonly requests: readonly object[];
  readonly outcome: Outcome;
}

const makers = ['create', 'upload', 'add', 'join', 'subscribe'];

const random = /patchbay-[\da-f]{32}|[\da-f-]{36}(?=\/plan\.txt)/g;

/**
 * Without what is random: the boundary of a form, and where the sandbox keeps its file.
 * @param once texts that are another one each time, such as a code
 */
const settled = (value: unknown, once: readonly string[] = []): unknown =>
  JSON.parse(
    once.reduce((text, each) => text.replaceAll(each, '…'), JSON.stringify(value ?? null)).replace(random, '…'),
  );

const asSent = ({ method, path, query, headers, body }: RequestRecord, once: readonly string[]) => ({
  method,
  path,
  query,
  ...(settled({ headers, body }, once) as object),
});

/** Kinds of record that a field, or one within it, points to. */
const targetsOf = ({ to, item, fields = {} }: Field): string[] => [
  ...(to === undefined ? [] : [to]),
  ...(item ? targetsOf(item) : []),
  ...Object.values(fields).flatMap(targetsOf),
];

/**
 * Tries operations of a vendor on surfaces.
 * @param reference the surface that sets the scene
 */
export const createTrials = ({ vendor, samplesOf }: VendorPackages, sandbox: Sandbox, reference: Surface) => {
  const twin = sandbox.twin(vendor.name);
  const operations = operationsOf(vendor);
  const resources = Object.keys(vendor.resources);

  const samples = (): Samples =>
    samplesOf?.(twin, resources) ?? { rows: Object.fromEntries(resources.map((name) => [name, twin.rows(name)])) };

  const sceneOf = ({ key }: Operation) => scenes[`${vendor.name}.${key}`] ?? {};

  /** Makes a record of each kind that an operation needs and the seed has none of. */
  const makeSamples = async ({ inputs, resource, key }: Operation, making: readonly string[]): Promise<void> => {
    const lookups = Object.values(vendor.lookups ?? {}).map(({ operation }) => operation.split('.')[0] as string);
    for (const name of new Set([...inputs.flatMap(({ field }) => targetsOf(field)), ...lookups, resource.name])) {
      const maker = makers.map((verb) => operations.get(`${name}.${verb}`)).find((one) => one !== undefined);
      if (!maker || maker.key === key || making.includes(maker.key) || samples().rows[name]?.length !== 0) continue;
      const { outcome } = await perform(reference, maker, 'required', [...making, key]);
      if ('code' in outcome) throw new Error(`No ${name} can be made: ${outcome.message}`);
      // Files are looked through in the background.
      await sandbox.settle();
    }
  };

  const perform = async (
    surface: Surface,
    operation: Operation,
    which: 'required' | 'all',
    making: readonly string[] = [],
  ): Promise<Tried> => {
    const { after, input: arrange, credential } = sceneOf(operation);
    await makeSamples(operation, making);
    const earlier = after && (await perform(reference, operationOf(vendor, after), 'required', making)).outcome;
    if (earlier && 'code' in earlier) throw new Error(`${after} failed: ${earlier.message}`);
    const stage: Stage = { samples: samples(), twin, ...(earlier && { earlier }) };
    const sample = sampleInput(operation, stage.samples, which);
    return call(surface, operation, arrange ? await arrange(sample, stage) : sample, credential?.(stage));
  };

  const call = async (
    surface: Surface,
    operation: Operation,
    input: InputValues,
    credential?: Credential,
  ): Promise<Tried> => {
    const before = twin.requests.length;
    const outcome = await surface.call(operation, input, 3, credential);
    const secrets = operation.inputs.filter(({ field }) => field.secret).map(({ name }) => input[name]);
    // The log keeps the end of a secret at most.
    const once = secrets.flatMap((secret) => (typeof secret === 'string' ? [secret, `…${secret.slice(-4)}`] : []));
    const requests = twin.requests.slice(before).map((request) => asSent(request, once));
    return { requests, outcome: settled(outcome) as Outcome };
  };

  /** What one surface sends and gets for an input, with the vendor as it is when new. */
  return (surface: Surface, operation: Operation, which: Which): Promise<Tried> => {
    twin.reset();
    return which === 'refused' ? call(surface, operation, refusedInput(operation)) : perform(surface, operation, which);
  };
};
