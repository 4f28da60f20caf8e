import type { PayloadUse, TypedValue } from '../config.ts';
import type { ActionModel, EditorModel } from '../editor-model.ts';
import { type ActionNode, groupOf } from './action-node-view.ts';
import { createActionRows } from './action-rows.ts';
import { byId, element, option } from './element.ts';
import { keptValues } from './kept-values.ts';
import { notesOf, unknownNote } from './operation-notes.ts';
import { operationFinder, operationOptions } from './operation-select.ts';
import { createPickList } from './pick-list.ts';
import { $ } from './red.ts';

const counts = ['num', 'msg', 'flow', 'global', 'env', 'jsonata'];

const typed = (id: string, given: TypedValue | undefined, types: readonly string[]) => {
  const widget = $(byId(id)).typedInput({ default: types[0] as string, types });
  widget.typedInput('type', given?.type ?? (types[0] as string));
  widget.typedInput('value', given?.value ?? '');
  return (): TypedValue => ({ type: widget.typedInput('type'), value: widget.typedInput('value') });
};

/** Chooses a value; one that is not offered is shown all the same, so that closing the dialog does not change it. */
const keepOption = (select: HTMLSelectElement, value: string): void => {
  if (value === '') return;
  if (![...select.options].some((one) => one.value === value))
    select.prepend(element('option', { value, textContent: `${value} (not known)`, disabled: true }));
  select.value = value;
};

/** Fills the open dialog of an action node; gives back how to save it. */
export const openActionForm = (model: EditorModel, action: ActionModel, node: ActionNode): (() => void) => {
  const resource = byId<HTMLSelectElement>('node-input-resource');
  const operation = byId<HTMLSelectElement>('node-input-operation');
  const payload = byId<HTMLSelectElement>('node-input-fromPayload');
  let group = groupOf(model, action, node.resource, node.operation);
  const saved = `${node.resource}.${node.operation}`;
  const isSaved = (): boolean => saved === `${resource.value}.${operation.value}`;
  const known = group ? [...group.required, ...group.optional] : [];
  const rows = createActionRows(model, keptValues(node.fields ?? {}, saved, known), () => payload.value as PayloadUse);

  const showOperation = (): void => {
    group = groupOf(model, action, resource.value, operation.value);
    rows.show(group);
    byId('patchbay-notes').replaceChildren(...(group ? notesOf(group.operation) : [unknownNote()]));
    byId('patchbay-many').hidden = group?.operation.returns !== 'many';
    byId('patchbay-file').hidden = group?.operation.returns !== 'file';
    byId('patchbay-secrets').hidden = !group?.operation.secrets;
  };
  const showResource = (chosen: string): void => {
    const owner = action.resources.find(({ name }) => name === resource.value);
    operation.replaceChildren(...(owner ? operationOptions(owner) : []));
    keepOption(operation, chosen);
    showOperation();
  };

  resource.replaceChildren(...action.resources.map(({ name, label }) => option(name, label)));
  keepOption(resource, node.resource);
  showResource(node.operation);
  const limit = typed('patchbay-limit', node.limit, counts);
  const offset = typed('patchbay-offset', node.offset, counts);
  const saveTo = typed('patchbay-save-to', node.saveTo, ['str', 'env', 'flow', 'global', 'msg', 'jsonata']);
  const secrets = byId<HTMLInputElement>('patchbay-keep-secrets');
  secrets.checked = node.keepSecrets === true;
  // The editor tells every control of a change once the dialog is filled, though nothing changed.
  let shown = `${resource.value}.${operation.value}`;
  const onOther = (show: () => void) => (): void => {
    if (shown === `${resource.value}.${operation.value}`) return;
    rows.keep();
    show();
    shown = `${resource.value}.${operation.value}`;
  };
  resource.onchange = onOther(() => showResource(''));
  operation.onchange = onOther(showOperation);
  payload.onchange = rows.check;
  const finder = createPickList({
    what: 'an operation',
    opener: byId<HTMLButtonElement>('patchbay-find'),
    find: operationFinder(action),
    delay: 0,
    onPick({ id }) {
      const [owner = '', name = ''] = id.split('.');
      resource.value = owner;
      onOther(() => showResource(name))();
      operation.focus();
    },
  });
  byId('patchbay-finder').replaceChildren(finder.element);
  return () => {
    if (!group && isSaved()) return;
    node.fields = rows.read();
    node.limit = limit();
    // A node of an earlier version has none of these: looking at it must not change it.
    const passed = offset();
    if (passed.value !== '' || node.offset) node.offset = passed;
    const target = saveTo();
    if (target.value !== '' || node.saveTo) node.saveTo = target;
    if (secrets.checked || node.keepSecrets !== undefined) node.keepSecrets = secrets.checked;
  };
};
