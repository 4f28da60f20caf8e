import type { ActionConfig } from '../config.ts';
import type { EditorModel, FormField, FormOperation } from '../editor-model.ts';
import { problemOf } from './check-value.ts';
import type { EditorNode } from './red.ts';

/** An action node in the editor; saving the form changes it. */
export type ActionNode = EditorNode & { -readonly [K in keyof ActionConfig]: ActionConfig[K] } & { name: string };

/** An operation with the fields it takes. */
export interface Group {
  readonly operation: FormOperation;
  readonly required: readonly FormField[];
  readonly optional: readonly FormField[];
}

/** The operation of these names, `undefined` when the definition does not have it. */
export const groupOf = ({ resources, fields }: EditorModel, resource: string, name: string): Group | undefined => {
  const operation = resources.find((one) => one.name === resource)?.operations.find((one) => one.name === name);
  const at = (indexes: readonly number[]): FormField[] => indexes.map((index) => fields[index] as FormField);
  return operation && { operation, required: at(operation.required), optional: at(operation.optional) };
};

/** What the editor's red triangle stands for, or `true`: fields that are missing or cannot be right. */
export const checkFields = (model: EditorModel, node: ActionNode, fields: ActionConfig['fields']): true | string[] => {
  const group = groupOf(model, node.resource, node.operation);
  if (!group) return [`${model.label} has no operation ${node.resource}.${node.operation}`];
  const problems = [...group.required, ...group.optional].flatMap((field) => {
    const required = group.required.includes(field);
    const given = fields[field.name];
    if (!given && !required) return [];
    const problem = problemOf(field, required, given ?? { type: 'str', value: '' }, node.fromPayload);
    return problem ? [`${field.label} ${problem}`] : [];
  });
  return problems.length > 0 ? problems : true;
};

/** Label of a node without a name: "Collection: Move to Board". */
export const actionLabel = ({ resources, label }: EditorModel, { name, resource, operation }: ActionNode): string => {
  const owner = resources.find((one) => one.name === resource);
  const title = owner?.operations.find((one) => one.name === operation)?.label;
  return name || (owner && title ? `${owner.label}: ${title}` : label);
};
