import { connectionKey } from '../config.ts';
import type { EditorModel, FormScheme } from '../editor-model.ts';
import { ask, isProblem } from './ask.ts';
import { type ConnectForm, openConnectForm } from './connect-form.ts';
import { byId, element, option } from './element.ts';
import type { EditorNode } from './red.ts';

const inputOf = (name: string): HTMLInputElement => byId(`node-config-input-${name}`);

/** Label of an account without a name. */
export const accountLabel = ({ label }: EditorModel, { name }: EditorNode): string =>
  typeof name === 'string' && name !== '' ? name : `${label} account`;

/** What stands in the open dialog, as the routes take an account. */
const contentOf = ({ schemes }: EditorModel, { id }: EditorNode): object => {
  const fields = schemes.flatMap((scheme) => scheme.fields.map(({ name }) => name));
  const names = schemes.some(({ connects }) => connects) ? [...fields, connectionKey] : fields;
  return {
    id,
    scheme: inputOf('scheme').value,
    baseUrl: inputOf('baseUrl').value,
    credentials: Object.fromEntries(names.map((name) => [name, inputOf(name).value])),
  };
};

/** Credentials are text: a check box writes its own beside it. */
const bindFlags = ({ schemes }: EditorModel): void => {
  for (const { name, kind } of schemes.flatMap(({ fields }) => fields)) {
    if (kind !== 'flag') continue;
    const box = byId<HTMLInputElement>(`patchbay-flag-${name}`);
    const input = inputOf(name);
    box.checked = input.value === 'true';
    box.onchange = () => {
      input.value = box.checked ? 'true' : '';
    };
  }
};

const bindTest = (model: EditorModel, node: EditorNode): void => {
  const button = byId<HTMLButtonElement>('patchbay-test');
  const result = byId('patchbay-test-result');
  button.onclick = async () => {
    button.disabled = true;
    result.replaceChildren('Testing …');
    result.className = 'patchbay-note';
    const answer = await ask<{ message: string }>(model, 'test', { account: contentOf(model, node) });
    button.disabled = false;
    const bad = isProblem(answer);
    result.className = bad ? 'patchbay-note patchbay-problem' : 'patchbay-note patchbay-success';
    const icon = element('i', { className: `fa ${bad ? 'fa-exclamation-triangle' : 'fa-check'}` });
    result.replaceChildren(icon, ` ${bad ? answer.problem : answer.message}`);
  };
};

/** Fills the open dialog of an account node. */
export const openAccountForm = (model: EditorModel, node: EditorNode): void => {
  const { schemes } = model;
  const scheme = byId<HTMLSelectElement>('node-config-input-scheme');
  const chosen = (): FormScheme | undefined => schemes.find(({ name }) => name === scheme.value);
  let connect: ConnectForm | undefined;
  const showScheme = (): void => {
    const now = chosen();
    for (const { name } of schemes.flatMap(({ fields }) => fields))
      byId(`patchbay-credential-${name}`).hidden = !now?.fields.some((field) => field.name === name);
    byId('patchbay-scheme-hint').textContent = now ? `${now.description}.` : '';
    connect?.show(now?.connects === true);
  };
  scheme.replaceChildren(...schemes.map(({ name, label }) => option(name, label)));
  scheme.value = String(node.scheme || schemes[0]?.name);
  byId('patchbay-scheme').hidden = schemes.length < 2;
  bindFlags(model);
  bindTest(model, node);
  if (schemes.some(({ connects }) => connects)) connect = openConnectForm(model, () => contentOf(model, node));
  scheme.onchange = showScheme;
  showScheme();
};
