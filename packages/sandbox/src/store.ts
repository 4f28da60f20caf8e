/** One stored record. Rows are never changed in place: an update stores a new one. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** Tables of rows by name, each in the order of insertion. */
export interface Store {
  /** Names of all tables that ever held a row */
  tables(): string[];
  rows(table: string): Row[];
  find(table: string, id: unknown): Row | undefined;
  /** Adds a row, or puts it in the place of the one with its id. */
  put(table: string, row: Row): Row;
  /** Adds a row in front of all others. */
  putFirst(table: string, row: Row): Row;
  drop(table: string, id: string): void;
  clear(): void;
}

/** An empty store in memory. */
export const createStore = (): Store => {
  const tables = new Map<string, Map<string, Row>>();
  const tableOf = (name: string): Map<string, Row> => {
    const table = tables.get(name) ?? new Map<string, Row>();
    tables.set(name, table);
    return table;
  };
  return {
    tables: () => [...tables.keys()],
    rows: (table) => [...(tables.get(table)?.values() ?? [])],
    find: (table, id) => (typeof id === 'string' ? tables.get(table)?.get(id) : undefined),
    put(table, row) {
      tableOf(table).set(row.id, row);
      return row;
    },
    putFirst(table, row) {
      tables.set(table, new Map([[row.id, row], ...tableOf(table)]));
      return row;
    },
    drop(table, id) {
      tables.get(table)?.delete(id);
    },
    clear: () => tables.clear(),
  };
};
