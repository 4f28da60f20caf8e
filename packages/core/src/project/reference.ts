import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import { evidenceText } from './evidence.ts';
import { labelOf } from './label.ts';
import { type Input, type Operation, operationsOf } from './operation.ts';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');

const kindText = ({ field }: Input): string => {
  const kind = field.kind === 'ref' ? `ID of a ${field.to}` : field.kind;
  const limits = [
    field.unit,
    field.maxLength !== undefined ? `at most ${field.maxLength} characters` : undefined,
    field.minimum !== undefined ? `from ${field.minimum}` : undefined,
    field.maximum !== undefined ? `to ${field.maximum}` : undefined,
    field.default !== undefined ? `default ${field.default}` : undefined,
    field.nullable ? 'may be null' : undefined,
    field.deprecated ? 'deprecated' : undefined,
    field.values ? `one of ${field.values.join(', ')}` : undefined,
    field.suggestions ? `such as ${field.suggestions.join(', ')}` : undefined,
  ].filter((part) => part !== undefined);
  return limits.length > 0 ? `${kind}, ${limits.join(', ')}` : kind;
};

const inputRows = (inputs: readonly Input[]): string[] =>
  inputs.length === 0
    ? ['Takes no input.']
    : [
        '| Field | Sent in | Required | Kind | Meaning |',
        '| --- | --- | --- | --- | --- |',
        ...inputs.map((input) => {
          const { name, place, required, field } = input;
          return `| \`${name}\` | ${place} | ${required ? 'yes' : ''} | ${cell(kindText(input))} | ${cell(field.description)} |`;
        }),
      ];

const answerText = ({ definition, resource, vendor }: Operation): string => {
  if (definition.returns === 'nothing') return 'Answers with nothing.';
  if (definition.returns === 'many')
    return `Answers with many rows${(definition.pagination ?? vendor.pagination) ? ', page by page' : ' in one piece'}.`;
  const again = definition.whenEmpty === 'read' ? ' When the answer is empty, the record is read again.' : '';
  return `Answers with one ${definition.row ? 'record' : resource.label.toLowerCase()}.${again}`;
};

const operationText = (operation: Operation): string[] => {
  const { definition, name, method, path, vendor, inputs } = operation;
  return [
    `## ${labelOf(name)}`,
    '',
    `${definition.summary}. \`${method} ${path}\``,
    '',
    ...(definition.description ? [`${definition.description}.`, ''] : []),
    ...(definition.deprecated ? [`**Deprecated:** ${definition.deprecated}.`, ''] : []),
    ...inputRows(inputs),
    '',
    `${answerText(operation)} ${evidenceText(definition.evidence, vendor)} Source: ${definition.source}`,
    '',
  ];
};

const fieldRows = (resource: Resource): string[] => [
  '## Fields',
  '',
  '| Field | Kind | Meaning |',
  '| --- | --- | --- |',
  ...Object.entries(resource.fields).map(
    ([name, field]) =>
      `| \`${name}\` | ${field.kind}${field.readOnly ? ', read only' : ''} | ${cell(field.description)} |`,
  ),
  '',
];

/** A page of the reference: file name and Markdown. */
export interface ReferencePage {
  readonly file: string;
  readonly content: string;
}

const resourcePage = (vendor: Vendor, resource: Resource): ReferencePage => {
  const operations = [...operationsOf(vendor).values()].filter((operation) => operation.resource === resource);
  const lines = [
    `# ${vendor.label}: ${resource.label}`,
    '',
    `${resource.description}.`,
    '',
    ...operations.flatMap(operationText),
    ...fieldRows(resource),
  ];
  return { file: `${resource.name}.md`, content: `${lines.join('\n').trimEnd()}\n` };
};

const eventsPage = (vendor: Vendor): ReferencePage => {
  const lines = [
    `# ${vendor.label}: Events`,
    '',
    '| Event | When | Record | Evidence |',
    '| --- | --- | --- | --- |',
    ...vendor.events.map(
      ({ name, description, resource, evidence }) =>
        `| \`${name}\` | ${cell(description)} | ${resource} | ${evidence} |`,
    ),
  ];
  return { file: 'events.md', content: `${lines.join('\n')}\n` };
};

/** The reference of a vendor: an index, a page for each resource with operations, and one for its events. */
export const referencePages = (vendor: Vendor): ReferencePage[] => {
  const resources = Object.values(vendor.resources).filter(({ operations }) => Object.keys(operations).length > 0);
  const index = [
    `# ${vendor.label}`,
    '',
    `${vendor.description}. Generated from the definitions; change those, not these pages.`,
    '',
    ...resources.map(
      ({ name, label, description, operations }) =>
        `- [${label}](${name}.md): ${description} (${Object.keys(operations).map(labelOf).join(', ')})`,
    ),
    '- [Events](events.md)',
  ];
  return [
    { file: 'README.md', content: `${index.join('\n')}\n` },
    ...resources.map((resource) => resourcePage(vendor, resource)),
    eventsPage(vendor),
  ];
};
