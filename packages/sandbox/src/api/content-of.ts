import type { Call, Outcome } from '../rules.ts';
import type { Row } from '../store.ts';
import { paginationOf } from './paging.ts';
import { firstPath, setAt } from './paths.ts';

type Content = Readonly<Record<string, unknown>>;

/** A row without what only the store needs: the identifier under a name that the resource does not have. */
const plainRow = ({ operation }: Call, row: Row): Content => {
  const { key = 'id', fields } = operation.resource;
  if (key === 'id' || fields.id) return row;
  const { id: _, ...shown } = row;
  return shown;
};

/** Rows of which every query value that is a field of the resource is the same. */
const selectEqual = ({ operation, query }: Call, rows: readonly Row[]): readonly Row[] => {
  const wanted = Object.entries(query).filter(([name]) => operation.resource.fields[name] !== undefined);
  return rows.filter((row) => wanted.every(([name, value]) => String(row[name]) === String(value)));
};

const shown = (call: Call, row: Row): Content => {
  const { present } = call.twin.rules;
  return present ? present(call, row) : plainRow(call, row);
};

/** Rows that an answer tells, before they are cut into pages. */
export const rowsOf = (call: Call, outcome: Extract<Outcome, { kind: 'rows' }>): readonly Row[] =>
  (call.twin.rules.select ?? selectEqual)(call, outcome.rows);

const flagged = (call: Call, content: unknown, count: number): unknown => {
  const pagination = paginationOf(call.operation);
  const { page } = call;
  if (!pagination?.more || !page) return content;
  const more = page.offset + page.limit < count;
  const path = firstPath(pagination.more);
  if (pagination.style === 'offset') return setAt(content, path, more);
  return setAt(content, path, more ? page.offset / page.limit + 2 : null);
};

/** Vendors that tell a total with an offset repeat what was asked for; the rules of others say what they put there. */
const echoOf = ({ operation, page }: Call): Content => {
  const pagination = paginationOf(operation);
  if (!page || pagination?.style !== 'offset' || pagination.total === undefined) return {};
  return { [pagination.limit]: page.limit, [pagination.offset]: page.offset };
};

/** The envelope of a list: rows, then what the definition and the vendor's rules put beside them. */
const envelope = (call: Call, rows: readonly Row[]): unknown => {
  const { operation, page, twin } = call;
  const { vendor, rules } = twin;
  const pagination = paginationOf(operation);
  const path = firstPath(operation.definition.rowsPath ?? pagination?.rows ?? vendor.rowsPath);
  const cut = page ? rows.slice(page.offset, page.offset + page.limit) : rows;
  const content = cut.map((row) => shown(call, row));
  const own = rules.envelope?.(call, content, page !== undefined && page.offset + page.limit < rows.length);
  if (own !== undefined) return own;
  if (path === '') return content;
  const total = pagination?.total === undefined || !page ? {} : setAt({}, pagination.total, rows.length);
  const beside = rules.beside?.(call) ?? echoOf(call);
  return setAt(flagged(call, { ...(total as Content), ...beside }, rows.length), path, content);
};

/** Of a POST the documentation shows no empty answer: that it is read again is a precaution of clients. */
const emptyFor = ({ operation, twin }: Call): boolean =>
  operation.definition.readBack === 'whenEmpty' && operation.method !== 'POST' && twin.settings.emptyUpdates;

/**
 * The JSON that answers a call, before it is text; `undefined` for an empty answer.
 * @param rows of the outcome, selected
 */
export const contentOf = (call: Call, outcome: Outcome, rows: readonly Row[]): unknown => {
  const { operation, twin } = call;
  const { definition, vendor } = operation;
  if (outcome.kind === 'content') return outcome.content;
  if (outcome.kind === 'nothing') return twin.rules.acknowledge?.(call, outcome);
  if (outcome.kind === 'rows') return envelope(call, rows);
  if (emptyFor(call)) return undefined;
  if (definition.returns === 'nothing' || definition.readBack === 'always') {
    const acknowledged = twin.rules.acknowledge?.(call, outcome);
    if (acknowledged !== undefined) return acknowledged;
  }
  const path = firstPath(definition.itemPath ?? vendor.itemPath ?? '');
  return setAt(twin.rules.beside?.(call) ?? {}, path, shown(call, outcome.row));
};
