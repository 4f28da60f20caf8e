/** One condition on a row. */
export interface Condition {
  /** Wire name of a field of the rows */
  readonly field: string;
  /** One of the vendor's operators */
  readonly operator: string;
  readonly value: string | number | boolean;
  /** Turns the condition round */
  readonly not?: boolean;
}

/** Conditions of which all or any must hold; groups nest. `not` turns the whole group round. */
export type FilterGroup = (
  | { readonly all: readonly (Condition | FilterGroup)[] }
  | { readonly any: readonly (Condition | FilterGroup)[] }
) & { readonly not?: boolean };

/** A field to order by. */
export interface SortKey {
  readonly field: string;
  /** @default 'asc' */
  readonly direction?: 'asc' | 'desc';
}

/** How a vendor writes conditions: `{not}`, `{field}`, `{operator}` and `{value}` are filled in. */
export interface FilterLanguage {
  /** Its operators, with the words between field and value: `{ gte: 'is at least' }` */
  readonly operators: Readonly<Record<string, string>>;
  readonly template: string;
  /** What stands for `{not}` in a condition turned round; a language without it has none */
  readonly not?: string;
  readonly all: string;
  readonly any: string;
  /** Around a value that is not a plain word; a value that holds it cannot be sent */
  readonly quote: string;
  readonly group: readonly [open: string, close: string];
}

/** How a vendor writes an order: `{field}` and `{direction}` are filled in. */
export interface SortLanguage {
  readonly template: string;
  readonly separator: string;
}
