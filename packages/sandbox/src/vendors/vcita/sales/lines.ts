import type { Twin } from '../../../twin.ts';
import { wrongValue } from '../wire/refusals.ts';
import { type Line, type LineTax, taxesOf } from './amounts.ts';

type Content = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const textOr = (value: unknown): string | null => (isText(value) ? value : null);

const namedTaxes = (taxes: unknown): LineTax[] =>
  (Array.isArray(taxes) ? taxes : []).map(({ name, rate }) => ({ name: String(name), rate: Number(rate) }));

/** `{percent}` or `{amount}`; a number in platform v1; `{discount_type, amount}` in v3. */
const discountOf = (discount: unknown, index: number): Line['discount'] => {
  if (typeof discount === 'number') return { amount: discount };
  const { percent, amount, discount_type } = (discount ?? {}) as Content;
  if (discount_type !== undefined)
    return discount_type === 'percent' ? { percent: Number(amount) } : { amount: Number(amount) };
  if (percent !== undefined && amount !== undefined)
    throw wrongValue(`items.${index}.discount`, 'A discount has a percent or an amount, not both');
  return {
    ...(percent !== undefined && { percent: Number(percent) }),
    ...(amount !== undefined && { amount: Number(amount) }),
  };
};

/**
 * A line of a body, of any family, as it is stored.
 * @param before the line with the same `uid`; what is not sent stays
 * @throws ApiError 422 for what does not go together
 */
const lineOf = (entry: Content, index: number, before: Line | undefined, twin: Twin): Line => {
  const { entity_type, entity_uid, tax_uids, taxes } = entry;
  if (isText(entity_type) !== isText(entity_uid))
    throw wrongValue(`items.${index}`, 'entity_type and entity_uid go together');
  const quantity = Number(entry.quantity ?? before?.quantity ?? 1);
  if (!(quantity > 0)) throw wrongValue(`items.${index}.quantity`, 'quantity must be greater than 0');
  // In platform v1 a line has a title and an amount.
  const platform = 'title' in entry;
  return {
    uid: before?.uid ?? twin.rules.newId?.('line', twin.random) ?? twin.random.uuid(),
    name: String(entry.name ?? entry.title ?? before?.name ?? ''),
    description: textOr(entry.description ?? before?.description),
    quantity,
    unit_amount: Number((platform ? entry.amount : entry.unit_amount) ?? before?.unit_amount ?? 0),
    discount: entry.discount === undefined ? (before?.discount ?? {}) : discountOf(entry.discount, index),
    taxes: taxes ? namedTaxes(taxes) : tax_uids ? taxesOf(tax_uids, twin) : (before?.taxes ?? []),
    tax_uids: (tax_uids as string[] | undefined) ?? before?.tax_uids ?? [],
    entity_type: textOr(entity_type ?? before?.entity_type),
    entity_uid: textOr(entity_uid ?? before?.entity_uid),
    item_index: Number(entry.item_index ?? entry.line_item_index ?? index),
  };
};

/** Lines of a body as they are stored. */
export const readLines = (entries: unknown, before: readonly Line[], twin: Twin): Line[] =>
  (Array.isArray(entries) ? (entries as readonly Content[]) : []).map((entry, index) =>
    lineOf(
      entry,
      index,
      before.find(({ uid }) => uid === entry.uid),
      twin,
    ),
  );

/** Groups of lines of a body, of business v1 or v3, as they are stored. */
export const readSections = (entries: unknown, twin: Twin): Content[] =>
  (Array.isArray(entries) ? (entries as readonly Content[]) : []).map((entry, index) => ({
    uid: twin.rules.newId?.('section', twin.random),
    name: String(entry.name ?? ''),
    section_index: Number(entry.section_index ?? entry.line_item_group_index ?? index),
    items: readLines(entry.items ?? entry.line_items, [], twin),
  }));
