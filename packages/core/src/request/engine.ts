import type { Vendor } from '../define/vendor.ts';
import { type ListOptions, type Page, pages } from '../pagination/pages.ts';
import { type Operation, operationOf } from '../project/operation.ts';
import { createGate } from '../quota/gate.ts';
import { startWatch } from './background.ts';
import { buildRequest } from './build-request.ts';
import { checkInput, type InputValues, inputOf } from './check-input.ts';
import { callComposite } from './composite.ts';
import { customRequest } from './custom-request.ts';
import { downloadOf, type FileAnswer } from './download.ts';
import { followUp } from './follow-up.ts';
import { createFinder } from './otherwise.ts';
import type { CallOptions, Ports } from './ports.ts';
import { type Row, recordOf } from './read-answer.ts';
import { send } from './send.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Calls operations by name; every host and the typed client stand on it. */
export interface Engine {
  readonly vendor: Vendor;
  /**
   * Makes one call of an operation that answers with one record or nothing.
   * @returns the record; `undefined` when the vendor sent none
   * @throws InputError, HttpError, TransportError, ResponseError
   */
  call(operation: Operation, input: InputValues, options?: CallOptions): Promise<Row | undefined>;
  /** Walks an operation that answers with many rows, holding no more pages in memory than are fetched ahead. */
  pages(operation: Operation, input: InputValues, options?: ListOptions): AsyncGenerator<Page, void, undefined>;
  /** Fetches the file of an operation that answers with one. Its stream must be read to the end or cancelled. */
  download(operation: Operation, input: InputValues, options?: CallOptions): Promise<FileAnswer>;
}

/** The call that reads a record again; what a create's input cannot name is taken from its answer. */
const readAgain = (
  { vendor, resource }: Operation,
  input: InputValues,
  answer: Row | undefined,
): readonly [Operation, InputValues] => {
  const get = operationOf(vendor, `${resource.name}.get`);
  const names = get.inputs.filter(({ place }) => place === 'path').map(({ name }) => name);
  const key = answer?.[resource.key ?? 'id'];
  return [get, Object.fromEntries(names.map((name) => [name, input[name] ?? key]))];
};

/** The engine for a vendor on the given ports. */
export const createEngine = (vendor: Vendor, given: Ports): Engine => {
  const ports = { ...given, gate: given.gate ?? createGate(vendor, given.clock) };

  const once = async (operation: Operation, input: InputValues, options: CallOptions): Promise<Row | undefined> => {
    const request = buildRequest(operation, input, ports.baseUrl ?? vendor.baseUrl, {}, ports.random);
    const response = await send(operation, request, ports, options);
    const { returns, readBack } = operation.definition;
    if (returns === 'nothing') return undefined;
    const record = recordOf(operation, response);
    if (readBack === undefined || (readBack === 'whenEmpty' && record !== undefined)) return record;
    return followUp(operation, 'the record could not be read again', () =>
      once(...readAgain(operation, input, record), options),
    );
  };

  const shown = (operation: Operation, row: Row | undefined, { raw }: CallOptions): Row | undefined =>
    row === undefined || raw ? row : withoutSecrets(operation, row);

  const engine: Engine = {
    vendor,
    call: async (operation, given, options = {}) => {
      const input = inputOf(operation, given);
      if (operation.composite) return callComposite(engine, operation, operation.composite, input, options);
      const values = await finder.complete(operation, input, options);
      const { background } = operation.definition;
      // The first look is a request too: nothing is sent for an input that is refused.
      if (background) checkInput(operation, values);
      const watch = background && (await startWatch(engine, background, values, ports, options));
      const record = shown(operation, await once(operation, values, options), options);
      if (!watch) return record;
      return { ...record, ...(await followUp(operation, 'the wait for what follows ended', watch.appeared)) };
    },
    async *pages(operation, given, options = {}) {
      const input = inputOf(operation, given);
      if (operation.custom) {
        const custom = customRequest(operation, input);
        yield* pages(custom.operation, custom.input, ports, options);
        return;
      }
      yield* pages(operation, await finder.complete(operation, input, options), ports, options);
    },
    download: async (operation, given, options = {}) => {
      const values = await finder.complete(operation, inputOf(operation, given), options);
      return downloadOf(operation, (await once(operation, values, options)) ?? {}, ports, options);
    },
  };
  const finder = createFinder(engine);
  return engine;
};
