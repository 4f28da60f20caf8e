import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { chosenIn } from '../execute/read-value.ts';
import { ownParameters } from '../properties/placement.ts';

/** An expression that the editor could not work out is no value yet. */
const known = (value: unknown): unknown => (typeof value === 'string' && value.startsWith('=') ? undefined : value);

/** What is filled in so far, by the names of the inputs. */
export const formValues = (context: ILoadOptionsFunctions): Record<string, unknown> => {
  const { fields, options, ...parameters } = context.getCurrentNodeParameters() ?? {};
  const all: Record<string, unknown> = { ...(options as object), ...(fields as object), ...parameters };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => {
      if (ownParameters.has(name)) return [];
      const input = name.replace(/_value$/, '');
      return [[ownParameters.has(input) ? input : name, known(chosenIn(value))]];
    }),
  );
};
