import { doubtAbout, errorCodes, labelOf, operationsOf, type Vendor } from '@patchbay/core';
import { namesOf } from '../names.ts';

const help = (type: string, lines: readonly string[]): string =>
  `<script type="text/markdown" data-help-name="${type}">\n${lines.join('\n').replaceAll('</', '<\\/')}\n</script>`;

const resourcesOf = (vendor: Vendor): string => {
  const labels = [...new Set([...operationsOf(vendor).values()].map(({ resource }) => resource.label.toLowerCase()))];
  return labels.join(', ');
};

const operationLines = (vendor: Vendor): string[] =>
  [...operationsOf(vendor).values()].map(({ resource, name, definition }) => {
    const doubt = doubtAbout(definition.evidence, vendor);
    const mark = doubt ? ` (${doubt})` : '';
    const more = definition.description ? `. ${definition.description}` : '';
    return `- **${resource.label}: ${labelOf(name)}**: ${definition.summary}${mark}${more}.`;
  });

const references = (vendor: Vendor): string[] => [
  '### References',
  '',
  `- [${vendor.label} API documentation](${vendor.documentation})`,
  `- [${vendor.label}](${vendor.website})`,
];

const actionHelp = (vendor: Vendor): string =>
  help(namesOf(vendor).action, [
    `Reads and changes records of ${vendor.label}: ${resourcesOf(vendor)}.`,
    '',
    `${vendor.description}. Every message makes one call, or as many as a list has pages.`,
    '',
    '### Inputs',
    '',
    ': payload (object) : fields by their names, such as the ones shown in grey in the form. What the form sets comes first; of the rest, `msg.payload` fills the required fields, all fields or none, as chosen in the node. Other properties are ignored.',
    '',
    '### Outputs',
    '',
    ': payload (object | array) : the record; an empty object when there is none; for lists, all rows in one array, or one message for each page or row while the list is being read.',
    ': parts (object) : with one message for each page or row, what a Join node needs to put them together. The last message has the count. A list without rows sends no message for rows; use a Complete node to go on in any case.',
    ': statusCode (number) : on errors, the HTTP status where there was one.',
    '',
    'All other properties of the message are kept.',
    '',
    '### Details',
    '',
    'Every field can be a fixed value, a property of the message, a flow, global or environment variable, or a JSONata expression. A field that gives no value is not sent.',
    '',
    `The node waits by itself when ${vendor.label} asks for it, up to a minute, and sends again what can be sent twice without harm. Other errors go to a Catch node with one of these values in \`msg.error.code\`:`,
    '',
    ...Object.entries(errorCodes)
      .filter(([code]) => code !== 'BAD_DELIVERY')
      .map(([code, meaning]) => `- \`${code}\`: ${meaning}`),
    '',
    'Operations:',
    '',
    ...operationLines(vendor),
    '',
    ...references(vendor),
  ]);

const accountHelp = (vendor: Vendor): string =>
  help(namesOf(vendor).account, [
    `Credentials for ${vendor.label}, and the address they are for.`,
    '',
    ...Object.values(vendor.auth).flatMap((scheme) => [
      `### ${scheme.label}`,
      '',
      `${scheme.description}.`,
      '',
      ...Object.entries(scheme.fields).map(
        ([name, field]) => `: ${field.label ?? labelOf(name)} (text) : ${field.description}.`,
      ),
      '',
    ]),
    '### Details',
    '',
    `**Base URL** is ${vendor.baseUrl} unless you work with another environment or the sandbox. Secrets are kept in Node-RED's encrypted credentials, never in the flow. Any value may be an environment variable such as \`\${API_KEY}\`.`,
    '',
    ...references(vendor),
  ]);

const triggerHelp = (vendor: Vendor): string =>
  help(namesOf(vendor).trigger, [
    `Starts a flow when something happens in ${vendor.label}.`,
    '',
    `The node subscribes to the chosen events when it starts, looks after its webhook by itself, and removes it when the node is deleted or disabled.`,
    '',
    '### Outputs',
    '',
    ': payload (object) : the record as it is now; with **Raw**, the whole delivery as it arrived.',
    `: event (string) : ${vendor.label}'s name of the event; also in \`msg.topic\`.`,
    ': delivery (object) : `id`, the same when a delivery is sent again; `resource`, `recordId`, `occurredAt`, `previous` and `changes`, as far as the event tells.',
    '',
    '### Details',
    '',
    `**Reached at** is the address under which ${vendor.label} reaches the HTTP nodes of this Node-RED, such as \`https://nodered.example.com\`, with the path of a proxy if there is one. It may be left empty only when ${vendor.label}'s sandbox runs on this machine.`,
    '',
    `Deliveries are accepted at an address that nobody can guess, 1 MB each at most. ${vendor.label} does not sign them: read a record again before you act on it where that matters. While ${vendor.label} cannot be reached, the node tries again with growing delays; its status says when.`,
    '',
    'Events:',
    '',
    ...vendor.events.map(({ name, description }) => `- \`${name}\`: ${description}`),
    '',
    ...references(vendor),
  ]);

/** Help of the three nodes as Markdown; the first line of each is the tooltip in the palette. */
export const helpTexts = (vendor: Vendor): string[] =>
  [actionHelp, accountHelp, triggerHelp].map((make) => make(vendor));
