import type { EditorModel } from '../editor-model.ts';
import { ask, isProblem } from './ask.ts';
import { byId, element, option } from './element.ts';
import type { EditorNode } from './red.ts';

const inputOf = (name: string): HTMLInputElement => byId(`node-config-input-${name}`);

/** Label of an account without a name. */
export const accountLabel = ({ label }: EditorModel, { name }: EditorNode): string =>
  typeof name === 'string' && name !== '' ? name : `${label} account`;

/** Fills the open dialog of an account node. */
export const openAccountForm = (model: EditorModel, node: EditorNode): void => {
  const scheme = byId<HTMLSelectElement>('node-config-input-scheme');
  const button = byId<HTMLButtonElement>('patchbay-test');
  const result = byId('patchbay-test-result');
  const showScheme = (): void => {
    const chosen = model.schemes.find(({ name }) => name === scheme.value);
    for (const { name } of model.schemes.flatMap(({ fields }) => fields))
      byId(`patchbay-credential-${name}`).hidden = !chosen?.fields.some((field) => field.name === name);
    byId('patchbay-scheme-hint').textContent = chosen ? `${chosen.description}.` : '';
  };
  scheme.replaceChildren(...model.schemes.map(({ name, label }) => option(name, label)));
  scheme.value = String(node.scheme || model.schemes[0]?.name);
  byId('patchbay-scheme').hidden = model.schemes.length < 2;
  scheme.onchange = showScheme;
  showScheme();
  button.onclick = async () => {
    button.disabled = true;
    result.replaceChildren('Testing …');
    result.className = 'patchbay-note';
    const names = model.schemes.flatMap(({ fields }) => fields.map(({ name }) => name));
    const answer = await ask<{ message: string }>(model, 'test', {
      account: {
        id: node.id,
        scheme: scheme.value,
        baseUrl: inputOf('baseUrl').value,
        credentials: Object.fromEntries(names.map((name) => [name, inputOf(name).value])),
      },
    });
    button.disabled = false;
    const bad = isProblem(answer);
    result.className = bad ? 'patchbay-note patchbay-problem' : 'patchbay-note patchbay-success';
    const icon = element('i', { className: `fa ${bad ? 'fa-exclamation-triangle' : 'fa-check'}` });
    result.replaceChildren(icon, ` ${bad ? answer.problem : answer.message}`);
  };
};
