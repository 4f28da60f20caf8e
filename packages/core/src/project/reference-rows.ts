import type { Field, Fields } from '../define/field.ts';
import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import { labelOf } from './label.ts';
import type { Input, Operation } from './operation.ts';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');

/** What a kind is called by people who do not know the definitions. */
const kindNames: Partial<Record<Field['kind'], string>> = {
  longText: 'text of several lines',
  integer: 'whole number',
  money: 'amount',
  flag: 'true or false',
  choice: 'one of',
  choices: 'any of',
  dateTime: 'date and time',
  id: 'ID',
  url: 'URL',
  json: 'JSON',
};

const targetName = (vendor: Vendor, to = ''): string => {
  const label = (vendor.resources[to]?.label ?? vendor.lookups?.[to]?.label ?? to).toLowerCase();
  return `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
};

const kindText = (vendor: Vendor, field: Field): string => {
  const { kind, item } = field;
  if (kind === 'ref') return `ID of ${targetName(vendor, field.to)}`;
  if (kind === 'list' && item) return item.kind === 'object' ? 'list of objects' : `list of ${kindText(vendor, item)}`;
  if (kind === 'choice' || kind === 'choices') return `${kindNames[kind]} ${field.values?.join(', ')}`;
  return kindNames[kind] ?? kind;
};

const limitsText = (field: Field): string[] =>
  [
    field.unit && `in ${field.unit}`,
    field.maxLength !== undefined && `at most ${field.maxLength} characters`,
    field.minimum !== undefined && `from ${field.minimum}`,
    field.maximum !== undefined && `to ${field.maximum}`,
    field.default !== undefined && `default ${field.default === '' ? 'empty' : field.default}`,
    field.nullable && 'may be null',
    field.deprecated && 'deprecated',
    field.secret && 'kept out of answers',
    field.suggestions && `such as ${field.suggestions.join(', ')}`,
  ].filter((part): part is string => typeof part === 'string');

const places: Readonly<Record<Input['place'], string>> = {
  path: 'path',
  query: 'query',
  body: 'body',
  outside: 'body',
  local: 'not sent',
};

/** The fields inside a field, by dotted name: `stages[].name`. */
const innerRows = (vendor: Vendor, name: string, field: Field): [string, Field][] => {
  const fields: Fields | undefined = field.fields ?? field.item?.fields;
  const path = field.kind === 'list' ? `${name}[]` : name;
  return Object.entries(fields ?? {})
    .filter(([, inner]) => !inner.readOnly)
    .flatMap(([inner, one]) => [
      [`${path}.${inner}`, one] as [string, Field],
      ...innerRows(vendor, `${path}.${inner}`, one),
    ]);
};

const meaningOf = (field: Field): string => {
  const { otherwise } = field;
  if (!otherwise) return field.description;
  const other = otherwise.instead
    ? `give \`${otherwise.instead.name}\` instead to have it found`
    : 'found when left out';
  return `${field.description}; ${other}`;
};

const row = (vendor: Vendor, name: string, place: string, required: boolean, field: Field, meaning: string): string =>
  `| \`${name}\` | ${place} | ${required ? 'yes' : ''} | ${cell([kindText(vendor, field), ...limitsText(field)].join(', '))} | ${cell(meaning)} |`;

/** A table of what an operation takes; what stands inside of the resource's own fields is told at these, once. */
export const inputRows = ({ vendor, resource, inputs }: Operation): string[] =>
  inputs.length === 0
    ? ['Takes no input.']
    : [
        '| Field | Sent in | Required | Kind | Meaning |',
        '| --- | --- | --- | --- | --- |',
        ...inputs.flatMap(({ name, place, required, field }) => {
          const inner = innerRows(vendor, name, field);
          const isOwn = inner.length > 0 && resource.fields[name] === field;
          const meaning = isOwn ? `${meaningOf(field)}; parts [below](#fields)` : meaningOf(field);
          return [
            row(vendor, name, places[place], required, field, meaning),
            ...(isOwn ? [] : inner).map(([path, each]) =>
              row(vendor, path, places[place], each.required ?? false, each, meaningOf(each)),
            ),
          ];
        }),
      ];

const heldText = (vendor: Vendor, field: Field): string =>
  [
    kindText(vendor, field),
    field.unit && `in ${field.unit}`,
    field.readOnly && 'read only',
    field.secret && 'kept out of answers',
  ]
    .filter(Boolean)
    .join(', ');

/** A table of what a record of the resource holds. */
export const fieldRows = (vendor: Vendor, resource: Resource): string[] =>
  Object.keys(resource.fields).length === 0
    ? []
    : [
        '## Fields',
        '',
        '| Field | Kind | Meaning |',
        '| --- | --- | --- |',
        ...Object.entries(resource.fields)
          .flatMap(([name, field]) => [[name, field] as const, ...innerRows(vendor, name, field)])
          .map(([name, field]) => `| \`${name}\` | ${cell(heldText(vendor, field))} | ${cell(field.description)} |`),
        '',
      ];

/** A table of what a credential holds. */
export const credentialRows = (vendor: Vendor, fields: Fields): string[] => [
  '| Field | Label | Required | Kind | Meaning |',
  '| --- | --- | --- | --- | --- |',
  ...Object.entries(fields).map(([name, field]) => {
    const limits = field.default === undefined ? '' : `, default \`${field.default}\``;
    const kind = `${cell(kindText(vendor, field))}${field.secret ? ', kept secret' : ''}${limits}`;
    return `| \`${name}\` | ${field.label ?? labelOf(name)} | ${field.required ? 'yes' : 'no'} | ${kind} | ${cell(field.description)} |`;
  }),
];
