import type { ActionConfig } from '../config.ts';
import type { ActionModel, EditorModel } from '../editor-model.ts';
import { accountLabel, openAccountForm } from './account-form.ts';
import { openActionForm } from './action-form.ts';
import { type ActionNode, actionLabel, checkFields } from './action-node-view.ts';
import type { EditorNode } from './red.ts';
import { checkEvents, checkNeeds, openTriggerForm, type TriggerNode, triggerLabel } from './trigger-form.ts';

/** What the literal node definitions in a package's html call, for the types of a vendor. */
export const createForms = (model: EditorModel) => {
  // The editor edits one node of a type at a time.
  let save = (): void => undefined;
  return {
    actions: model.actions.map((action: ActionModel) => ({
      label: (node: ActionNode) => actionLabel(action, node),
      check: (node: ActionNode, fields: ActionConfig['fields']) => checkFields(model, action, node, fields),
      open(node: ActionNode) {
        save = openActionForm(model, action, node);
      },
      save: () => save(),
    })),
    account: {
      label: (node: EditorNode) => accountLabel(model, node),
      open: (node: EditorNode) => openAccountForm(model, node),
    },
    trigger: {
      label: (node: TriggerNode) => triggerLabel(model, node),
      check: checkEvents,
      checkNeeds: (needs: TriggerNode['needs']) => checkNeeds(model, needs),
      open(node: TriggerNode) {
        save = openTriggerForm(model, node);
      },
      save: () => save(),
    },
  };
};
