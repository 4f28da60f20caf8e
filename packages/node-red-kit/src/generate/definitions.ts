import { connectionKey } from '../config.ts';
import type { ActionModel, EditorModel } from '../editor-model.ts';
import { literal } from './markup.ts';

/** How a vendor's nodes look on the canvas. */
export interface NodeLook {
  /** Muted, from Node-RED's own list */
  readonly color: string;
  /** File names in the `icons` folder beside the entry file */
  readonly actionIcon: string;
  readonly triggerIcon: string;
}

// The Flow Library reads these calls without running them: type, colours, icon, ports and defaults must stand there as literals.
const register = (type: string, lines: readonly string[]): string =>
  `RED.nodes.registerType(${literal(type)}, {\n  ${lines.join(',\n  ')}\n});`;

const callbacks = (forms: string, saves: boolean): string[] => [
  `label: function () { return ${forms}.label(this); }`,
  'labelStyle: function () { return this.name ? "node_label_italic" : ""; }',
  `oneditprepare: function () { ${forms}.open(this); }`,
  ...(saves ? [`oneditsave: function () { ${forms}.save(); }`] : []),
];

const actionDefinition = (
  { label: category, names }: EditorModel,
  { type, label, resources }: ActionModel,
  look: NodeLook,
  form: string,
): string => {
  const [resource] = resources;
  const first = resource?.operations[0]?.name ?? '';
  return register(type, [
    `category: ${literal(category)}`,
    `color: ${literal(look.color)}`,
    `icon: ${literal(look.actionIcon)}`,
    `paletteLabel: ${literal(label)}`,
    'inputs: 1',
    'outputs: 1',
    `defaults: {
    name: { value: "" },
    account: { value: "", type: ${literal(names.account)}, required: true },
    resource: { value: ${literal(resource?.name ?? '')} },
    operation: { value: ${literal(first)} },
    fields: { value: {}, validate: function (value, options) { return ${form}.check(this, value); } },
    fromPayload: { value: "required" },
    output: { value: "array" },
    limit: { value: { type: "num", value: "" } },
    offset: { value: { type: "num", value: "" } },
    saveTo: { value: { type: "str", value: "" } },
    keepSecrets: { value: false },
    version: { value: 1 }
  }`,
    ...callbacks(form, true),
  ]);
};

const accountDefinition = ({ label, names, baseUrl, schemes }: EditorModel, look: NodeLook, forms: string): string => {
  const credentials = schemes.flatMap(({ fields }) =>
    fields.map(
      ({ name, secret, required }) =>
        `    ${literal(name)}: { type: ${secret ? '"password"' : '"text"'}${required && schemes.length === 1 ? ', required: true' : ''} }`,
    ),
  );
  if (schemes.some(({ connects }) => connects)) credentials.push(`    ${literal(connectionKey)}: { type: "password" }`);
  return register(names.account, [
    'category: "config"',
    `color: ${literal(look.color)}`,
    `icon: ${literal(look.actionIcon)}`,
    `paletteLabel: ${literal(`${label} account`)}`,
    `defaults: {
    name: { value: "" },
    scheme: { value: ${literal(schemes[0]?.name ?? '')} },
    baseUrl: { value: ${literal(baseUrl)} },
    redirectUri: { value: "" },
    version: { value: 1 }
  }`,
    `credentials: {\n${[...new Set(credentials)].join(',\n')}\n  }`,
    ...callbacks(`${forms}.account`, false),
  ]);
};

const triggerDefinition = ({ label, names }: EditorModel, look: NodeLook, forms: string): string =>
  register(names.trigger, [
    `category: ${literal(label)}`,
    `color: ${literal(look.color)}`,
    `icon: ${literal(look.triggerIcon)}`,
    `paletteLabel: ${literal(`${label} trigger`)}`,
    'inputs: 0',
    'outputs: 1',
    `defaults: {
    name: { value: "" },
    account: { value: "", type: ${literal(names.account)}, required: true },
    events: { value: [], validate: function (value, options) { return ${forms}.trigger.check(value); } },
    needs: { value: {}, validate: function (value, options) { return ${forms}.trigger.checkNeeds(value); } },
    callbackBase: { value: "" },
    raw: { value: false },
    version: { value: 1 }
  }`,
    ...callbacks(`${forms}.trigger`, true),
  ]);

/**
 * The editor's definitions of the nodes.
 * @param forms global name of the form driver
 */
export const nodeDefinitions = (model: EditorModel, look: NodeLook, forms: string): string[] => [
  ...model.actions.map((action, index) => actionDefinition(model, action, look, `${forms}.actions[${index}]`)),
  accountDefinition(model, look, forms),
  triggerDefinition(model, look, forms),
];
