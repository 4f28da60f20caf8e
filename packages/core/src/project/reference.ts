import type { AuthScheme } from '../define/auth-scheme.ts';
import type { Background } from '../define/operation.ts';
import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import { backgroundNames } from './background-names.ts';
import { evidenceText } from './evidence.ts';
import { grantCalls } from './grant-calls.ts';
import { labelOf } from './label.ts';
import { type Operation, operationsOf } from './operation.ts';
import { callExample } from './reference-example.ts';
import { credentialRows, fieldRows, inputRows } from './reference-rows.ts';

const laterText = (background: Background): string => {
  const { wait, settled } = backgroundNames(background);
  const { what } = background;
  return ` Work goes on in the background: with \`${wait}\` the new \`${what}\` come back too, and \`${settled}\` tells whether they were all there when the wait ended.`;
};

const answerText = (operation: Operation): string => {
  const { definition, resource, vendor } = operation;
  if (definition.returns === 'nothing') return 'Answers with nothing.';
  if (definition.returns === 'many')
    return `Answers with many rows${(definition.pagination ?? vendor.pagination) ? ', page by page' : ' in one piece'}.`;
  if (definition.returns === 'file') return 'Answers with a file: reads the record, then fetches what it points to.';
  const again =
    definition.readBack === 'whenEmpty'
      ? ' When the answer is empty, the record is read again.'
      : definition.readBack === 'always'
        ? ' The record is read again, because the answer is only a message.'
        : '';
  const { background } = definition;
  const done = operation.composite ? ' Its `outcome` says what was done.' : '';
  const later = background ? laterText(background) : '';
  return `Answers with one ${definition.row && !operation.composite ? 'record' : resource.label.toLowerCase()}.${again}${later}${done}`;
};

const wayText = ({ method, path, composite, requests }: Operation): string => {
  if (!composite) return `\`${method} ${path}\``;
  const parts = [composite.find, composite.update, composite.create].filter((part) => part !== undefined);
  return `made of ${parts.map(({ name }) => `\`${name}\``).join(', ')}; at most ${requests} requests.`;
};

const setsText = (how: string, verb: string, sets: readonly (readonly string[])[] = []): string[] =>
  sets.flatMap((names) => [`${how} of ${names.map((name) => `\`${name}\``).join(', ')} ${verb} be given.`, '']);

const otherWayText = ({ definition, vendor }: Operation): string[] => {
  const better = definition.otherWayOf && operationsOf(vendor).get(definition.otherWayOf);
  if (!better) return [];
  return [
    `Another way; usually [${better.definition.summary}](${better.resource.name}.md#${anchorOf(better.name)}) is the better one.`,
    '',
  ];
};

const anchorOf = (name: string): string => labelOf(name).toLowerCase().replace(/ /g, '-');

const operationText = (operation: Operation): string[] => {
  const { definition, name, vendor } = operation;
  return [
    `## ${labelOf(name)}`,
    '',
    `${definition.summary}${operation.composite ? ', ' : '. '}${wayText(operation)}`,
    '',
    ...(definition.description ? [`${definition.description}.`, ''] : []),
    ...(definition.deprecated ? [`**Deprecated:** ${definition.deprecated}.`, ''] : []),
    ...otherWayText(operation),
    ...setsText('Exactly one', 'must', definition.oneOf),
    ...setsText('At most one', 'may', definition.atMostOneOf),
    ...inputRows(operation),
    '',
    '```ts',
    callExample(operation),
    '```',
    '',
    `${answerText(operation)} ${evidenceText(definition.evidence, vendor)} Source: ${definition.source}`,
    '',
  ];
};

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
    '| Operation | What it does | Evidence |',
    '| --- | --- | --- |',
    ...operations.map(
      ({ name, definition: { summary, evidence, deprecated } }) =>
        `| [${labelOf(name)}](#${anchorOf(name)}) | ${summary}${deprecated ? ' (deprecated)' : ''} | ${evidence} |`,
    ),
    '',
    ...operations.flatMap(operationText),
    ...fieldRows(vendor, resource),
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
        `| \`${name}\` | ${description.replace(/\|/g, '\\|')} | ${resource} | ${evidence} |`,
    ),
  ];
  return { file: 'events.md', content: `${lines.join('\n')}\n` };
};

const schemeText = (vendor: Vendor, scheme: AuthScheme): string[] => [
  `## ${scheme.label}`,
  '',
  `${scheme.description}.`,
  '',
  ...credentialRows(vendor, scheme.fields),
  '',
  `Sent as ${Object.entries(scheme.headers)
    .map(([header, template]) => `\`${header}: ${template}\``)
    .join(' and ')}; tried with \`${scheme.test}\`. Source: ${scheme.source}`,
  '',
  ...grantCalls(vendor)
    .filter((call) => call.scheme === scheme)
    .map(
      ({ method, urls, summary, evidence }) =>
        `- ${summary}: ${urls.map((url) => `\`${method} ${url}\``).join(' or ')}. ${evidenceText(evidence, vendor)}`,
    ),
  '',
];

/** What a credential may be; the calls that connecting makes stand here, since no node offers them. */
const authenticationPage = (vendor: Vendor): ReferencePage => {
  const lines = [
    `# ${vendor.label}: Authentication`,
    '',
    ...Object.values(vendor.auth).flatMap((scheme) => schemeText(vendor, scheme)),
  ];
  return {
    file: 'authentication.md',
    content: `${lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`,
  };
};

/** The reference of a vendor: an index, a page for each resource with operations, one for its events and one for its ways to authenticate. */
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
    '- [Authentication](authentication.md)',
  ];
  return [
    { file: 'README.md', content: `${index.join('\n')}\n` },
    ...resources.map((resource) => resourcePage(vendor, resource)),
    eventsPage(vendor),
    authenticationPage(vendor),
  ];
};
