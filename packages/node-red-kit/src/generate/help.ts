import { type AuthorizationCodeDialect, errorCodes, labelOf, type Vendor } from '@patchbay/core';
import type { ActionModel, EditorModel, FormOperation } from '../editor-model.ts';
import { namesOf } from '../names.ts';
import { conditionHelp, fileInputHelp, fileOutputHelp, returning, takes, waitingHelp } from './help-details.ts';
import { inLine } from './markup.ts';

const help = (type: string, lines: readonly string[]): string =>
  `<script type="text/markdown" data-help-name="${type}">\n${lines.join('\n').replaceAll('</', '<\\/')}\n</script>`;

const withoutStop = (words: string): string => words.replace(/\.$/, '');

const marksOf = ({ standing, better, doubt, deprecated, requests }: FormOperation): string => {
  const marks = [
    deprecated && `deprecated: ${withoutStop(deprecated)}`,
    doubt,
    standing === 'other' && better && `the usual way is ${better}`,
    requests !== undefined && `${requests} requests at most; \`outcome\` in the record says what was done`,
  ].filter(Boolean);
  return marks.length > 0 ? ` (${marks.join('; ')})` : '';
};

const operationLines = ({ resources }: ActionModel): string[] =>
  resources.flatMap(({ label, operations }) => [
    `#### ${label}`,
    '',
    ...operations.map((operation) => {
      const more = operation.description ? `. ${withoutStop(operation.description)}` : '';
      return `- **${operation.label}**: ${inLine(`${operation.summary}${marksOf(operation)}${more}`)}.`;
    }),
    '',
  ]);

const references = (vendor: Vendor): string[] => [
  '### References',
  '',
  `- [${vendor.label} API documentation](${vendor.documentation})`,
  `- [${vendor.label}](${vendor.website})`,
];

/** Kinds of records that the tooltip in the palette names. */
const mostNamed = 6;

const actionHelp = (vendor: Vendor, model: EditorModel, action: ActionModel): string => {
  // The last one is the custom call, which is no kind of record.
  const labels = action.resources.map(({ label }) => label.toLowerCase()).slice(0, -1);
  const named = labels.slice(0, mostNamed).join(', ');
  const kinds = labels.length > mostNamed ? `${labels.length} kinds, such as ${named}` : named;
  return help(action.type, [
    `Reads and changes records of ${vendor.label}: ${kinds}.`,
    '',
    `${vendor.description}. Every message makes one call, or as many as a list has pages.`,
    '',
    '### Inputs',
    '',
    ': payload (object) : fields by their names, such as the ones shown in grey in the form. What the form sets comes first; of the rest, `msg.payload` fills the required fields, all fields or none, as chosen in the node. A payload that fills required fields may be any record; its other properties are ignored. One that fills all fields must be an object of nothing else; a name that the operation does not take is refused, since it would change nothing without a word.',
    '',
    '### Outputs',
    '',
    ': payload (object | array | buffer) : the record; an empty object when there is none; for lists, all rows in one array, or one message for each page or row while the list is being read; for files, their content or where it was saved.',
    ': parts (object) : with one message for each page or row, what a Join node needs to put them together. The last message has the count. A list without rows sends no message for rows; use a Complete node to go on in any case.',
    ...(returning(action, 'many')
      ? [
          `: total (number) : of a list, how many rows there are over all pages, whatever **Rows** and **Skip** say, where ${vendor.label} tells.`,
        ]
      : []),
    ...(returning(action, 'file') ? [': file (object) : `name`, `type` and `size` of a file that was received.'] : []),
    ': statusCode (number) : on errors, the HTTP status where there was one.',
    '',
    'All other properties of the message are kept.',
    '',
    '### Details',
    '',
    'Every field can be a fixed value, a property of the message, a flow, global or environment variable, or a JSONata expression. A field that gives no value is not sent.',
    '',
    ...(takes(model, action, 'file') ? fileInputHelp : []),
    ...(returning(action, 'file') ? fileOutputHelp : []),
    ...(takes(model, action, 'filter') || takes(model, action, 'sort') ? conditionHelp(vendor) : []),
    ...waitingHelp(vendor, action),
    'Fields that are secret, such as tokens and codes, are left out of records unless **Secrets** says otherwise.',
    '',
    `The node keeps to the quota of ${vendor.label}, shared by all nodes with the same credentials. It waits by itself when ${vendor.label} asks for it, up to a minute, and sends again what can be sent twice without harm; its status says so. Other errors go to a Catch node with one of these values in \`msg.error.code\`:`,
    '',
    ...Object.entries(errorCodes)
      .filter(([code]) => code !== 'BAD_DELIVERY')
      .map(([code, meaning]) => `- \`${code}\`: ${meaning}`),
    '',
    '### Operations',
    '',
    ...operationLines(action),
    ...references(vendor),
  ]);
};

const connectHelp = ({ label }: Vendor, { refresh, secureRedirect }: AuthorizationCodeDialect): string[] => [
  `Register the **Redirect URI** that the form shows with the app${secureRedirect ? '; it must start with `https://`' : ''}. It is the address of this editor; enter another one where ${label} has to come back another way, for example under the address of the HTTP nodes, with the same path. Then press **Connect** and allow it in the window that opens, within ten minutes; the form tells how it went. An account that is new or changed has to be deployed after that.`,
  '',
  `${refresh ? 'The connection renews itself.' : `${label} gives nothing to renew it with: connect again when it ends.`} Its tokens are kept sealed in the runtime's settings, and their key in the credentials of this node. They survive restarts, and do not travel: an account that is imported or copied to another Node-RED has to be connected there. So has one whose client ID or addresses change. **Disconnect** forgets the tokens here; ${label} documents no way to revoke them.`,
  '',
];

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
        ([name, field]) => `: ${field.label ?? labelOf(name)} (text) : ${inLine(field.description)}.`,
      ),
      '',
      ...(scheme.oauth?.grant === 'authorization_code' ? connectHelp(vendor, scheme.oauth) : []),
    ]),
    '### Details',
    '',
    `**Base URL** is ${vendor.baseUrl} unless you work with another environment or the sandbox. Secrets are kept in Node-RED's encrypted credentials, never in the flow. Any value may be an environment variable such as \`\${API_KEY}\`.`,
    '',
    ...references(vendor),
  ]);

const triggerHelp = (vendor: Vendor, { events }: EditorModel): string =>
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
    'A delivery that is sent again within 24 hours starts the flow once, unless what arrived does not tell two changes apart. After a restart of Node-RED it may start it again: keep `msg.delivery.id` where that matters.',
    '',
    ...(vendor.webhooks.otherEvents ? ['Events that are not in the list can be named under **Other event**.', ''] : []),
    'Events:',
    '',
    ...events.map(({ name, description }) => `- \`${name}\`: ${inLine(description)}`),
    '',
    ...references(vendor),
  ]);

/** Help of the nodes as Markdown; the first line of each is the tooltip in the palette. */
export const helpTexts = (vendor: Vendor, model: EditorModel): string[] => [
  ...model.actions.map((action) => actionHelp(vendor, model, action)),
  accountHelp(vendor),
  triggerHelp(vendor, model),
];
