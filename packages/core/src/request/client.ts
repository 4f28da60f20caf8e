import type { CompositeDefinition } from '../define/composite.ts';
import type { Fields, RecordOf } from '../define/field.ts';
import type { CompositeInputOf, InputOf, OperationDefinition, RowOf } from '../define/operation.ts';
import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import type { ListOptions, Page } from '../pagination/pages.ts';
import { type Operation, operationsOf } from '../project/operation.ts';
import type { InputValues } from './check-input.ts';
import type { FileAnswer } from './download.ts';
import { createEngine, type Engine } from './engine.ts';
import type { CallOptions, Ports } from './ports.ts';
import type { Row } from './read-answer.ts';

/** A list that is read while it is walked: row by row, page by page, or all at once. */
export interface Listing<R> extends AsyncIterable<R> {
  pages(): AsyncIterable<Page & { readonly rows: readonly R[] }>;
  toArray(): Promise<R[]>;
  /** Rows over all pages, limit and offset left aside: by one small request where the vendor tells, else by reading all. */
  count(): Promise<number>;
}

type NoRequired<Input> = Record<string, never> extends Input ? true : false;
type Arguments<Input, Options> =
  NoRequired<Input> extends true ? [input?: Input, options?: Options] : [input: Input, options?: Options];

type Method<F extends Fields, O extends OperationDefinition> = O extends { readonly returns: 'file' }
  ? (...given: Arguments<InputOf<F, O>, CallOptions>) => Promise<FileAnswer>
  : O extends { readonly returns: 'many' }
    ? (...given: Arguments<InputOf<F, O>, ListOptions>) => Listing<RowOf<F, O>>
    : O extends { readonly returns: 'one' }
      ? (...given: Arguments<InputOf<F, O>, CallOptions>) => Promise<RowOf<F, O>>
      : (...given: Arguments<InputOf<F, O>, CallOptions>) => Promise<void>;

interface Outcome {
  readonly outcome: 'created' | 'updated' | 'found';
}

type Methods<R> =
  R extends Resource<string, infer F, infer O>
    ? {
        readonly [K in keyof O]: O[K] extends OperationDefinition
          ? Method<F, O[K]>
          : O[K] extends CompositeDefinition
            ? (input: CompositeInputOf<F, O, O[K]>, options?: CallOptions) => Promise<RecordOf<F> & Outcome>
            : never;
      }
    : never;

/** The typed client of a vendor: `client.card.create({ … })`. */
export type Client<V extends Vendor> = { readonly [K in keyof V['resources']]: Methods<V['resources'][K]> };

const listing = (walk: (options?: ListOptions) => AsyncGenerator<Page, void, undefined>): Listing<Row> => {
  async function* rows(): AsyncGenerator<Row, void, undefined> {
    for await (const page of walk()) yield* page.rows;
  }
  return {
    pages: () => walk(),
    [Symbol.asyncIterator]: rows,
    async toArray() {
      const all: Row[] = [];
      for await (const page of walk()) for (const row of page.rows) all.push(row);
      return all;
    },
    async count() {
      for await (const { total } of walk({ limit: 1, offset: 0 })) if (total !== undefined) return total;
      let rows = 0;
      for await (const page of walk({ limit: Number.POSITIVE_INFINITY, offset: 0 })) rows += page.rows.length;
      return rows;
    },
  };
};

const methodOf = (engine: Engine, operation: Operation) => {
  const { returns } = operation.definition;
  if (returns === 'file')
    return (input: InputValues = {}, options?: CallOptions) => engine.download(operation, input, options);
  return returns === 'many'
    ? (input: InputValues = {}, options: ListOptions = {}) =>
        listing((more) => engine.pages(operation, input, { ...options, ...more }))
    : async (input: InputValues = {}, options?: CallOptions) =>
        (await engine.call(operation, input, options)) ?? (returns === 'one' ? ({} satisfies Row) : undefined);
};

/**
 * The typed client of a vendor.
 *
 * @example
 * const client = createClient(vplan, { transport, clock, authorization });
 * const board = await client.board.create({ name: 'Assembly' });
 * for await (const card of client.card.listAll({}, { limit: 500 })) console.log(card.name);
 */
export const createClient = <V extends Vendor>(vendor: V, ports: Ports): Client<V> => {
  const engine = createEngine(vendor, ports);
  const client: Record<string, Record<string, unknown>> = {};
  for (const operation of operationsOf(vendor).values()) {
    client[operation.resource.name] ??= {};
    (client[operation.resource.name] as Record<string, unknown>)[operation.name] = methodOf(engine, operation);
  }
  return client as unknown as Client<V>;
};
