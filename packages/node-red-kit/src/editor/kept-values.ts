import type { TypedValue } from '../config.ts';
import type { FormField } from '../editor-model.ts';

/** Values that survive a look at other operations. */
export interface KeptValues {
  /** What was given for a field the last time, `undefined` for nothing that fits it */
  of(field: FormField, operation: string): TypedValue | undefined;
  keep(field: FormField, operation: string, value: TypedValue): void;
  drop(field: FormField): void;
  /** In the order they came */
  names(): Iterable<string>;
}

interface Kept {
  readonly name: string;
  /** Absent for what was saved for an operation that is not known: it may be any */
  readonly shape?: string;
  readonly operation?: string;
  readonly value: TypedValue;
}

// Fields of one name may be a file here and an address there, or records of another kind.
const shapeOf = ({ kind, to, values, item }: FormField): string =>
  JSON.stringify([kind, to, values, item?.kind, item?.to, item?.values]);

/**
 * Begins with what a node has saved.
 * @param known fields of its operation
 */
export const keptValues = (
  saved: Readonly<Record<string, TypedValue>>,
  operation: string,
  known: readonly FormField[],
): KeptValues => {
  const kept = new Map<string, Kept>();
  const keyOf = (field: FormField): string => `${field.name} ${shapeOf(field)}`;
  for (const [name, value] of Object.entries(saved)) {
    const field = known.find((one) => one.name === name);
    if (field) kept.set(keyOf(field), { name, shape: shapeOf(field), operation, value });
    else kept.set(name, { name, value });
  }
  return {
    of(field, of) {
      const found = kept.get(keyOf(field)) ?? kept.get(field.name);
      // An empty value says "empty" to the operation it was given for, and nothing to others.
      const { value: text, type } = found?.value ?? { value: '', type: '' };
      return text !== '' || type === 'date' || found?.operation === of ? found?.value : undefined;
    },
    keep(field, of, value) {
      kept.set(keyOf(field), { name: field.name, shape: shapeOf(field), operation: of, value });
    },
    drop(field) {
      kept.delete(keyOf(field));
      kept.delete(field.name);
    },
    names: () => [...kept.values()].map(({ name }) => name),
  };
};
