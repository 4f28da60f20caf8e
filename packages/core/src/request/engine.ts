import type { Vendor } from '../define/vendor.ts';
import { type ListOptions, type Page, pages } from '../pagination/pages.ts';
import { type Operation, operationOf } from '../project/operation.ts';
import { buildRequest } from './build-request.ts';
import type { InputValues } from './check-input.ts';
import type { CallOptions, Ports } from './ports.ts';
import { type Row, recordOf } from './read-answer.ts';
import { send } from './send.ts';

/** Calls operations by name; every host and the typed client stand on it. */
export interface Engine {
  readonly vendor: Vendor;
  /**
   * Makes one call of an operation that answers with one record or nothing.
   * @returns the record; `undefined` when the vendor sent none
   * @throws InputError, HttpError, TransportError, ResponseError
   */
  call(operation: Operation, input: InputValues, options?: CallOptions): Promise<Row | undefined>;
  /** Walks an operation that answers with many rows, one page in memory at a time. */
  pages(operation: Operation, input: InputValues, options?: ListOptions): AsyncGenerator<Page, void, undefined>;
}

const readAgain = (operation: Operation, input: InputValues): readonly [Operation, InputValues] => {
  const get = operationOf(operation.vendor, `${operation.resource.name}.get`);
  const names = get.inputs.filter(({ place }) => place === 'path').map(({ name }) => name);
  return [get, Object.fromEntries(names.map((name) => [name, input[name]]))];
};

/** The engine for a vendor on the given ports. */
export const createEngine = (vendor: Vendor, ports: Ports): Engine => {
  const call: Engine['call'] = async (operation, input, options = {}) => {
    const request = buildRequest(operation, input, ports.baseUrl ?? vendor.baseUrl);
    const response = await send(operation, request, ports, options);
    if (operation.definition.returns === 'nothing') return undefined;
    const record = recordOf(operation, response);
    if (record !== undefined || operation.definition.whenEmpty !== 'read') return record;
    return call(...readAgain(operation, input), options);
  };
  return { vendor, call, pages: (operation, input, options) => pages(operation, input, ports, options) };
};
