import { connectionKey } from '../config.ts';
import type { ActionModel, EditorModel, FormField } from '../editor-model.ts';
import { escapeHtml } from '../escape-html.ts';

const row = (icon: string, label: string, id: string, control: string, rowId?: string): string =>
  `  <div class="form-row"${rowId ? ` id="${rowId}"` : ''}>
    <label for="${id}"><i class="fa fa-${icon}"></i> ${escapeHtml(label)}</label>
    ${control}
  </div>`;

const text = (id: string, placeholder = '', type = 'text'): string =>
  `<input type="${type}" id="${id}"${placeholder && ` placeholder="${escapeHtml(placeholder)}"`} autocomplete="off">`;

const check = (id: string, words: string): string =>
  `<label class="patchbay-check"><input type="checkbox" id="${id}"> <span>${escapeHtml(words)}</span></label>`;

const select = (id: string, options: Readonly<Record<string, string>> = {}): string =>
  `<select id="${id}">${Object.entries(options)
    .map(([value, label]) => `<option value="${value}">${escapeHtml(label)}</option>`)
    .join('')}</select>`;

const template = (type: string, lines: readonly string[]): string =>
  `<script type="text/html" data-template-name="${type}">
<div class="patchbay-form">
${lines.join('\n')}
</div>
</script>`;

const searchButton = (id: string, title: string): string =>
  `<button type="button" class="red-ui-button" id="${id}" title="${title}" aria-label="${title}"><i class="fa fa-search"></i></button>`;

const actionTemplate = ({ type }: ActionModel): string =>
  template(type, [
    row('user-circle', 'Account', 'node-input-account', text('node-input-account')),
    row(
      'cube',
      'Resource',
      'node-input-resource',
      `<span class="patchbay-beside">${select('node-input-resource')}${searchButton('patchbay-find', 'Find an operation')}</span>`,
    ),
    '  <div id="patchbay-finder"></div>',
    row('cog', 'Operation', 'node-input-operation', select('node-input-operation')),
    '  <div id="patchbay-notes" class="patchbay-note"></div>',
    '  <div id="patchbay-fields"></div>',
    row('plus', 'Fields', 'patchbay-add', select('patchbay-add'), 'patchbay-add-row'),
    row(
      'envelope',
      'msg.payload',
      'node-input-fromPayload',
      select('node-input-fromPayload', {
        required: 'fills required fields that are empty',
        all: 'fills all fields that are not set, and holds nothing else',
        none: 'is not used',
      }),
    ),
    '  <div id="patchbay-many">',
    row(
      'sign-out',
      'Output',
      'node-input-output',
      select('node-input-output', {
        array: 'one message with all rows',
        page: 'one message for each page',
        row: 'one message for each row',
      }),
    ),
    row('hand-paper-o', 'Rows', 'patchbay-limit', text('patchbay-limit', 'all')),
    row('step-forward', 'Skip', 'patchbay-offset', text('patchbay-offset', 'no rows')),
    '  </div>',
    '  <div id="patchbay-file">',
    row('floppy-o', 'Save to', 'patchbay-save-to', text('patchbay-save-to', 'empty: a Buffer in msg.payload')),
    '  <div class="patchbay-hint">Path of a file or folder on the machine of Node-RED, for files of any size</div>',
    '  </div>',
    row(
      'key',
      'Secrets',
      'patchbay-keep-secrets',
      check('patchbay-keep-secrets', 'keep secret fields in the records'),
      'patchbay-secrets',
    ),
    row('tag', 'Name', 'node-input-name', text('node-input-name')),
  ]);

/** The control of a credential. Of credentials the editor reads and fills the element with this id only, and as text. */
const credentialControl = ({ name, kind, values = [], secret, default: usual }: FormField): string => {
  const id = `node-config-input-${name}`;
  if (kind === 'flag')
    return `<input type="hidden" id="${id}"><label class="patchbay-check"><input type="checkbox" id="patchbay-flag-${name}"> <span>on</span></label>`;
  if (kind === 'choice') {
    const others = values.filter((value) => value !== usual);
    return select(id, { '': String(usual ?? ''), ...Object.fromEntries(others.map((value) => [value, value])) });
  }
  return text(id, typeof usual === 'string' ? usual : '', secret ? 'password' : 'text');
};

const credentialIcons: Partial<Record<FormField['kind'], string>> = { url: 'link', choice: 'link', flag: 'shield' };

const credentialRow = (field: FormField): string => {
  const { name, label, description, secret, kind, default: usual } = field;
  const id = kind === 'flag' ? `patchbay-flag-${name}` : `node-config-input-${name}`;
  // Addresses fit into their inputs, where they stand as placeholders.
  const empty = typeof usual === 'string' && kind !== 'choice' && kind !== 'url' ? `. Empty: ${usual}` : '';
  return `  <div id="patchbay-credential-${name}">
${row(secret ? 'key' : (credentialIcons[kind] ?? 'id-badge'), label, id, credentialControl(field))}
    <div class="patchbay-hint">${escapeHtml(description + empty)}</div>
  </div>`;
};

const connectRows = ({ label }: EditorModel): string[] => [
  '  <div id="patchbay-connect">',
  row(
    'reply',
    'Redirect URI',
    'node-config-input-redirectUri',
    `<span class="patchbay-beside">${text('node-config-input-redirectUri')}<button type="button" class="red-ui-button" id="patchbay-redirect-copy" title="Copy the redirect URI" aria-label="Copy the redirect URI"><i class="fa fa-clipboard"></i></button></span>`,
  ),
  `  <div class="patchbay-hint">Where ${escapeHtml(label)} sends the browser back to. Register exactly this address with the app:</div>`,
  '  <div id="patchbay-redirect" class="patchbay-address"></div>',
  `  <div class="form-row">
    <label></label>
    <button type="button" class="red-ui-button" id="patchbay-connect-start"><i class="fa fa-link"></i> <span>Connect</span></button>
    <button type="button" class="red-ui-button" id="patchbay-disconnect" hidden><i class="fa fa-unlink"></i> Disconnect</button>
  </div>
  <div id="patchbay-connection" class="patchbay-note" role="status"></div>
  <input type="password" id="node-config-input-${connectionKey}" autocomplete="off" hidden>
  </div>`,
];

const accountTemplate = (model: EditorModel): string => {
  const { names, schemes, baseUrl } = model;
  const fields = new Map(schemes.flatMap((scheme) => scheme.fields.map((field) => [field.name, field])));
  return template(names.account, [
    row('tag', 'Name', 'node-config-input-name', text('node-config-input-name')),
    row('lock', 'Sign in with', 'node-config-input-scheme', select('node-config-input-scheme'), 'patchbay-scheme'),
    '  <div class="patchbay-hint" id="patchbay-scheme-hint"></div>',
    ...[...fields.values()].map(credentialRow),
    row('globe', 'Base URL', 'node-config-input-baseUrl', text('node-config-input-baseUrl', baseUrl)),
    ...(schemes.some(({ connects }) => connects) ? connectRows(model) : []),
    `  <div class="form-row">
    <label></label>
    <button type="button" class="red-ui-button" id="patchbay-test"><i class="fa fa-plug"></i> Test connection</button>
  </div>
  <div id="patchbay-test-result" class="patchbay-note" role="status"></div>`,
  ]);
};

const triggerTemplate = ({ label, names }: EditorModel): string =>
  template(names.trigger, [
    row('user-circle', 'Account', 'node-input-account', text('node-input-account')),
    row('bolt', 'Events', 'patchbay-event-search', text('patchbay-event-search', 'Search')),
    '  <div id="patchbay-events" class="patchbay-list"></div>',
    '  <div id="patchbay-event-count" class="patchbay-hint" role="status"></div>',
    row(
      'plus',
      'Other event',
      'patchbay-event-other',
      `<span class="patchbay-beside">${text('patchbay-event-other', 'name of an event that is not in the list')}<button type="button" class="red-ui-button" id="patchbay-event-add">Add</button></span>`,
      'patchbay-event-other-row',
    ),
    '  <div id="patchbay-fields"></div>',
    row('globe', 'Reached at', 'node-input-callbackBase', text('node-input-callbackBase')),
    `  <div class="patchbay-hint">Address under which ${escapeHtml(label)} reaches the HTTP nodes of this Node-RED; deliveries arrive at:</div>`,
    '  <div id="patchbay-callback" class="patchbay-address" role="status"></div>',
    row(
      'code',
      'Raw',
      'node-input-raw',
      check('node-input-raw', 'the whole delivery in msg.payload, not only the record'),
    ),
    row('tag', 'Name', 'node-input-name', text('node-input-name')),
  ]);

/** The edit dialogs of the nodes; lists and rows are filled in when a dialog is opened. */
export const dialogTemplates = (model: EditorModel): string[] => [
  ...model.actions.map(actionTemplate),
  accountTemplate(model),
  triggerTemplate(model),
];
