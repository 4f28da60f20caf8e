/** Operators that compare a field with a value. */
export const operators = ['eq', 'gt', 'gte', 'lt', 'lte', 'contains', 'starts_with', 'ends_with', 'has'] as const;
/** One of them. */
export type Operator = (typeof operators)[number];

/** One comparison: `name:not:contains:'frame'`. */
export interface Condition {
  readonly kind: 'condition';
  readonly field: string;
  readonly negated: boolean;
  readonly operator: Operator;
  readonly value: string;
}

/** A filter expression; a group holds two terms or more. */
export type Filter = Condition | { readonly kind: 'and' | 'or'; readonly terms: readonly Filter[] };

/** An expression that vPlan's filter language does not have. */
export class FilterError extends Error {
  constructor(problem: string, position?: number) {
    super(position === undefined ? problem : `${problem} at position ${position + 1}`);
    this.name = 'FilterError';
  }
}

const maxDepth = 50;

/** A parser over one text: each method reads on from `position`. */
class Reader {
  readonly #text: string;
  #position = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Filter {
    const filter = this.#alternatives();
    if (this.#position < this.#text.length) throw this.#wrong('expected ,and, or ,or,');
    return filter;
  }

  #wrong(problem: string): FilterError {
    const found = this.#text.slice(this.#position, this.#position + 12);
    return new FilterError(`${problem}, found ${found === '' ? 'the end' : `"${found}"`}`, this.#position);
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#position)) return false;
    this.#position += text.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0];
    this.#position += found?.length ?? 0;
    return found;
  }

  #joined(kind: 'and' | 'or', term: () => Filter): Filter {
    const first = term();
    const terms = [first];
    while (this.#take(`,${kind},`)) terms.push(term());
    return terms.length === 1 ? first : { kind, terms };
  }

  // vPlan's documentation does not rank the two; as everywhere else, `and` binds tighter.
  #alternatives(): Filter {
    return this.#joined('or', () => this.#joined('and', () => this.#term()));
  }

  #term(): Filter {
    if (!this.#take('(')) return this.#condition();
    if (++this.#depth > maxDepth) throw new FilterError(`brackets are nested deeper than ${maxDepth} levels`);
    const filter = this.#alternatives();
    if (!this.#take(')')) throw this.#wrong('expected a closing bracket');
    this.#depth--;
    return filter;
  }

  #condition(): Condition {
    const field = this.#match(/[\w.-]+/y);
    if (!field || !this.#take(':')) throw this.#wrong('expected field:operator:value');
    const negated = this.#take('not:');
    const operator = this.#operator();
    return { kind: 'condition', field, negated, operator, value: this.#value() };
  }

  #operator(): Operator {
    const start = this.#position;
    const word = this.#match(/\w+/y) ?? '';
    const operator = operators.find((name) => name === word);
    if (!operator) {
      this.#position = start;
      throw this.#wrong(`expected one of ${operators.join(', ')}`);
    }
    if (!this.#take(':')) throw this.#wrong('expected a colon and a value');
    return operator;
  }

  #value(): string {
    if (this.#take("'")) {
      const value = this.#match(/[^']*/y) ?? '';
      if (!this.#take("'")) throw this.#wrong('expected a closing quote');
      return value;
    }
    const value = this.#match(/[^,:()']+/y);
    if (value === undefined) throw this.#wrong("expected a value; '' is the empty one");
    return value;
  }
}

/**
 * Reads a filter expression of vPlan: `field:operator:value` joined by `,and,` and `,or,`, grouped by brackets, values with
 * commas, colons or brackets in single quotes.
 * @throws FilterError and nothing else
 */
export const parseFilter = (text: string): Filter => new Reader(text).whole();

const printValue = (value: string): string => (/^[^,:()']+$/.test(value) ? value : `'${value}'`);

/** The text of a filter, with brackets around every inner group. Values must not hold a single quote: it cannot be escaped. */
export const printFilter = (filter: Filter): string => {
  if (filter.kind === 'condition')
    return `${filter.field}:${filter.negated ? 'not:' : ''}${filter.operator}:${printValue(filter.value)}`;
  const terms = filter.terms.map((term) => (term.kind === 'condition' ? printFilter(term) : `(${printFilter(term)})`));
  return terms.join(`,${filter.kind},`);
};
