import type { Twin } from '../../../twin.ts';

type Content = Readonly<Record<string, unknown>>;

/** A tax that applies to a line. */
export interface LineTax {
  readonly name: string;
  /** Percent */
  readonly rate: number;
}

/** A line of a document, as it is stored. */
export interface Line {
  readonly uid: string;
  readonly name: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly unit_amount: number;
  readonly discount: { readonly percent?: number; readonly amount?: number };
  readonly taxes: readonly LineTax[];
  readonly tax_uids: readonly string[];
  readonly entity_type: string | null;
  readonly entity_uid: string | null;
  readonly item_index: number;
}

/** Money to the cent. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** Decimal text as business v1 writes amounts: `80.0`. */
export const decimal = (amount: unknown): string => {
  const value = Number(amount ?? 0);
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
};

/** Lines of a document; none is an empty list. */
export const linesOf = (lines: unknown): readonly Line[] => (Array.isArray(lines) ? lines : []);

/** What a line costs before taxes, its discount taken off. */
export const subtotalOf = ({ quantity, unit_amount, discount }: Line): number => {
  const full = quantity * unit_amount;
  return cents(full - (discount.percent ? (full * discount.percent) / 100 : (discount.amount ?? 0)));
};

/** Taxes on a line in all. */
export const taxOf = (line: Line): number =>
  cents(line.taxes.reduce((sum, { rate }) => sum + (subtotalOf(line) * rate) / 100, 0));

/** What a document comes to. */
export interface Totals {
  readonly subtotal: number;
  readonly tax: number;
  readonly total: number;
  readonly taxes: readonly { readonly name: string; readonly rate: number; readonly tax_total: number }[];
}

/** Totals of a document's lines, those of its sections included. */
export const totalsOf = (row: Content): Totals => {
  const sections = Array.isArray(row.sections) ? (row.sections as readonly Content[]) : [];
  const lines = [...linesOf(row.items), ...sections.flatMap(({ items }) => linesOf(items))];
  const subtotal = cents(lines.reduce((sum, line) => sum + subtotalOf(line), 0));
  const tax = cents(lines.reduce((sum, line) => sum + taxOf(line), 0));
  const named = new Map<string, { name: string; rate: number; tax_total: number }>();
  for (const line of lines)
    for (const { name, rate } of line.taxes) {
      const before = named.get(`${name} ${rate}`)?.tax_total ?? 0;
      named.set(`${name} ${rate}`, { name, rate, tax_total: cents(before + (subtotalOf(line) * rate) / 100) });
    }
  return { subtotal, tax, total: cents(subtotal + tax), taxes: [...named.values()] };
};

/** Taxes by their identifiers. */
export const taxesOf = (uids: unknown, { store }: Twin): LineTax[] =>
  (Array.isArray(uids) ? uids : []).flatMap((uid) => {
    const tax = store.find('tax', uid);
    return tax ? [{ name: String(tax.name), rate: Number(tax.rate) }] : [];
  });
