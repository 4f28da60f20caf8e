import type { ActionConfig, TypedValue } from '../config.ts';
import type { ActionModel, EditorModel, FormField, FormOperation, FormResource } from '../editor-model.ts';
import { problemOf } from './check-value.ts';
import type { RowLanguage } from './field-builder.ts';
import type { EditorNode } from './red.ts';

/** An action node in the editor; saving the form changes it. */
export type ActionNode = EditorNode & { -readonly [K in keyof ActionConfig]: ActionConfig[K] } & { name: string };

/** An operation with the fields it takes. */
export interface Group {
  readonly resource: FormResource;
  readonly operation: FormOperation;
  readonly required: readonly FormField[];
  readonly optional: readonly FormField[];
  /** Of the optional ones */
  readonly choosing: readonly FormField[];
}

/** The operation of these names, `undefined` when the node does not have it. */
export const groupOf = (
  { fields }: EditorModel,
  { resources }: ActionModel,
  resourceName: string,
  name: string,
): Group | undefined => {
  const resource = resources.find((one) => one.name === resourceName);
  const operation = resource?.operations.find((one) => one.name === name);
  const at = (indexes: readonly number[] = []): FormField[] => indexes.map((index) => fields[index] as FormField);
  return (
    resource &&
    operation && {
      resource,
      operation,
      required: at(operation.required),
      optional: at(operation.optional),
      choosing: at(operation.choosing),
    }
  );
};

/** What conditions and orders of an operation are made of. */
export const languageOf = ({ filter, sorts }: EditorModel, { resource }: Group): RowLanguage => ({
  fields: resource.filterFields ?? [],
  ...(filter && { filter }),
  sorts: sorts === true,
});

const isSet = (given: TypedValue | undefined): boolean => given !== undefined && given.value !== '';

const setProblems = (
  { operation }: Group,
  { fields, fromPayload }: Pick<ActionNode, 'fields' | 'fromPayload'>,
): string[] => {
  const { oneOf = [], eitherOf = [] } = operation;
  return [...oneOf, ...eitherOf].flatMap((names) => {
    const given = names.filter((name) => isSet(fields[name])).length;
    if (given > 1 && oneOf.includes(names)) return [`Only one of ${names.join(', ')} can be set`];
    return given === 0 && fromPayload === 'none' ? [`One of ${names.join(', ')} is missing`] : [];
  });
};

/** What the editor's red triangle stands for, or `true`: fields that are missing or cannot be right. */
export const checkFields = (
  model: EditorModel,
  action: ActionModel,
  node: ActionNode,
  fields: ActionConfig['fields'],
): true | string[] => {
  const group = groupOf(model, action, node.resource, node.operation);
  if (!group) return [`${action.label} has no operation ${node.resource}.${node.operation}`];
  const language = languageOf(model, group);
  const problems = [...group.required, ...group.optional].flatMap((field) => {
    const required = group.required.includes(field);
    const given = fields[field.name];
    if (!given && !required) return [];
    const problem = problemOf(field, required, given ?? { type: 'str', value: '' }, node.fromPayload, language);
    return problem ? [`${field.label} ${problem}`] : [];
  });
  const all = [...problems, ...setProblems(group, { fields, fromPayload: node.fromPayload })];
  return all.length > 0 ? all : true;
};

/** Label of a node without a name: "Collection: Move to Board". */
export const actionLabel = ({ resources, label }: ActionModel, { name, resource, operation }: ActionNode): string => {
  const owner = resources.find((one) => one.name === resource);
  const title = owner?.operations.find((one) => one.name === operation)?.label;
  return name || (owner && title ? `${owner.label}: ${title}` : label);
};
