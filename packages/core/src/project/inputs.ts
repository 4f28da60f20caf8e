import { type Field, flag, id, integer, ref } from '../define/field.ts';
import type { OperationDefinition } from '../define/operation.ts';
import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import { backgroundNames } from './background-names.ts';
import { labelOf } from './label.ts';
import type { Input } from './operation.ts';

const resourceNameOf = (parameter: string): string =>
  parameter.replace(/_u?id$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const pathField = (vendor: Vendor, definition: OperationDefinition, parameter: string): Field => {
  const own = definition.path?.[parameter];
  if (own) return own;
  const target = vendor.resources[resourceNameOf(parameter)];
  return target ? ref(target.name, `Which ${target.label.toLowerCase()}`) : id('Identifier given by the vendor');
};

const local = (name: string, field: Field): Input => ({
  name,
  label: field.label ?? labelOf(name),
  place: 'local',
  required: false,
  field,
});

const backgroundInputs = ({ background }: OperationDefinition): Input[] => {
  if (!background) return [];
  const { wait, seconds } = backgroundNames(background);
  const example = background.ceiling;
  return [
    local(wait, flag(`Wait for the ${background.what}`)),
    local(seconds, integer('Longest wait', { unit: 'seconds', minimum: 1, maximum: 600, example })),
  ];
};

/** A value that can be found otherwise need not be given; what it is found by stands beside it. */
const withInstead = (input: Input, others: readonly Input[]): Input[] => {
  const { otherwise } = input.field;
  if (!otherwise) return [input];
  const { instead } = otherwise;
  const beside =
    instead && !others.some(({ name }) => name === instead.name) ? [local(instead.name, instead.field)] : [];
  return [{ ...input, required: false }, ...beside];
};

/** All values that an operation takes: what must be given first, then path, content, query and what is never sent. */
export const inputsOf = (
  vendor: Vendor,
  resource: Resource,
  definition: OperationDefinition,
  path: string,
): Input[] => {
  const input = (place: Input['place'], name: string, field: Field, required = field.required ?? false): Input => ({
    name,
    label: field.label ?? labelOf(name),
    place,
    required,
    field,
  });
  const own = (names: readonly string[] | undefined, required: boolean): Input[] =>
    (names ?? []).map((name) => input('body', name, resource.fields[name] as Field, required));
  const of = (place: Input['place'], fields: Readonly<Record<string, Field>> | undefined): Input[] =>
    Object.entries(fields ?? {}).map(([name, field]) => input(place, name, field));
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const inputs = [
    ...parameters.map((name) => input('path', name, pathField(vendor, definition, name), true)),
    ...own(definition.body?.required, true),
    ...of('body', definition.body?.fields),
    ...of('outside', definition.body?.outside),
    ...own(definition.body?.optional, false),
    ...of('query', definition.query),
    ...of('local', definition.choosing),
    ...backgroundInputs(definition),
  ];
  return inputs.flatMap((each) => withInstead(each, inputs));
};
