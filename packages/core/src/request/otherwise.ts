import type { Otherwise } from '../define/field.ts';
import { type Operation, operationOf } from '../project/operation.ts';
import { type InputValues, inputIssues, refusal } from './check-input.ts';
import type { Engine } from './engine.ts';
import { fillInput } from './fill.ts';
import type { CallOptions } from './ports.ts';
import { valueAt } from './value-at.ts';

const find = async (
  engine: Engine,
  { operation: key, input, take }: Otherwise,
  values: InputValues,
  options: CallOptions,
): Promise<unknown> => {
  const operation = operationOf(engine.vendor, key);
  const given = fillInput(input, values);
  if (operation.definition.returns !== 'many') return valueAt(await engine.call(operation, given, options), take);
  for await (const page of engine.pages(operation, given, { ...options, limit: 1 })) return valueAt(page.rows[0], take);
  return undefined;
};

const given = (values: InputValues, name: string): boolean =>
  Object.hasOwn(values, name) && values[name] !== undefined && values[name] !== '';

/** Fills in values that the caller left out and that can be found by another call. */
export interface Finder {
  /** @throws InputError when a value that is needed cannot be found, and errors of the engine */
  complete(operation: Operation, values: InputValues, options: CallOptions): Promise<InputValues>;
}

/** A finder that asks once for what is the same for every call with a credential. */
export const createFinder = (engine: Engine): Finder => {
  const kept = new Map<string, Promise<unknown>>();
  const ask = (otherwise: Otherwise, values: InputValues, options: CallOptions): Promise<unknown> => {
    if (!otherwise.once) return find(engine, otherwise, values, options);
    const name = `${otherwise.operation} ${otherwise.take}`;
    const known = kept.get(name);
    if (known) return known;
    const asked = find(engine, otherwise, values, options);
    kept.set(name, asked);
    asked.catch(() => kept.delete(name));
    return asked;
  };
  return {
    complete: async (operation, values, options) => {
      const wanted = operation.inputs.filter(({ name, field }) => field.otherwise && !given(values, name));
      if (wanted.length === 0) return values;
      const found = wanted.filter(({ field: { otherwise } }) => {
        const instead = otherwise?.instead;
        return !instead || given(values, instead.name);
      });
      const missing = wanted
        .filter((input) => input.field.required && !found.includes(input))
        .map(({ name, field: { otherwise } }) => ({
          field: name,
          problem: `is missing: give it, or ${otherwise?.instead?.name} to have it found`,
        }));
      // Nothing is asked for on behalf of an input that is refused anyway.
      const issues = [...missing, ...inputIssues(operation, values)];
      if (issues.length > 0) throw refusal(operation, issues);
      const added: [string, unknown][] = [];
      for (const { name, field } of found) {
        const otherwise = field.otherwise as Otherwise;
        const value = await ask(otherwise, values, options);
        if (value === undefined || value === null)
          throw refusal(operation, [
            { field: name, problem: `was not found by "${otherwise.operation}": give it yourself` },
          ]);
        added.push([name, value]);
      }
      return added.length === 0 ? values : { ...values, ...Object.fromEntries(added) };
    },
  };
};
