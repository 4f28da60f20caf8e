import {
  backgroundNames,
  customCall,
  doubtAbout,
  type Field,
  filterFields,
  labelOf,
  lookupDependencies,
  lookupInstead,
  lookupNarrowing,
  lookupOf,
  type Operation,
  operationsOf,
  type Resource,
  type Vendor,
} from '@patchbay/core';
import type {
  ActionModel,
  EditorModel,
  FilterField,
  FormEvent,
  FormLookup,
  FormOperation,
  FormResource,
  FormScheme,
  Standing,
} from '../editor-model.ts';
import { eitherOf } from '../either-of.ts';
import { namesOf } from '../names.ts';
import { type FieldTable, fieldTable, formField } from './form-field.ts';
import { hasSecrets } from './secrets.ts';

/** What a package's editor is made with; the same as its `nodeSet`. */
export interface EditorOptions {
  /** A second action node holds what is for the vendor's partners only */
  readonly partner?: boolean;
}

const standings: readonly Standing[] = ['other', 'unconfirmed', 'deprecated'];

const standingOf = ({ definition }: Operation): Standing | undefined => {
  if (definition.deprecated) return 'deprecated';
  if (definition.evidence === 'inferred') return 'unconfirmed';
  return definition.otherWayOf ? 'other' : undefined;
};

const betterThan = ({ vendor, definition }: Operation): string | undefined => {
  const better = operationsOf(vendor).get(definition.otherWayOf ?? '');
  return better && `${better.resource.label}: ${labelOf(better.name)}`;
};

const formOperation = (operation: Operation, { indexOf }: FieldTable): FormOperation => {
  const { name, inputs, definition, requests } = operation;
  const { summary, description, deprecated, returns, oneOf, choosing, background } = definition;
  const doubt = doubtAbout(definition.evidence, operation.vendor);
  const standing = standingOf(operation);
  const better = betterThan(operation);
  const either = eitherOf(operation);
  const seconds = background && backgroundNames(background).seconds;
  const indexes = (wanted: (input: Operation['inputs'][number]) => boolean): number[] =>
    inputs.filter(wanted).map((input) => {
      const usual = background && input.name === seconds ? { default: background.ceiling } : {};
      return indexOf(formField(input.name, { ...input.field, ...usual }, input.label));
    });
  return {
    name,
    label: labelOf(name),
    summary,
    ...(description && { description }),
    ...(standing && { standing }),
    ...(better && { better }),
    ...(doubt && { doubt }),
    ...(deprecated && { deprecated }),
    ...((returns === 'many' || returns === 'file') && { returns }),
    ...(returns !== 'nothing' && hasSecrets(definition.row ?? operation.resource.fields) && { secrets: true }),
    ...(requests !== undefined && { requests }),
    ...(oneOf && { oneOf }),
    ...(either.length > 0 && { eitherOf: either }),
    required: indexes(({ required }) => required),
    optional: indexes(({ required }) => !required),
    ...(choosing && { choosing: indexes((input) => input.place === 'local' && input.name in choosing) }),
  };
};

// Stable, so that within a standing the order of the definition stays.
const byStanding = ({ standing: one }: FormOperation, { standing: other }: FormOperation): number =>
  (one ? standings.indexOf(one) : -1) - (other ? standings.indexOf(other) : -1);

const comparedFields = (resource: Resource): FilterField[] =>
  filterFields(resource).map((name) => {
    const { kind, values, to } = resource.fields[name] as Field;
    return { name, kind, ...(values && { values }), ...(to && { to }) };
  });

const formResources = (operations: readonly Operation[], table: FieldTable): FormResource[] => {
  const resources = new Map<string, FormResource & { operations: FormOperation[] }>();
  for (const operation of operations) {
    const { resource, inputs } = operation;
    const narrows = inputs.some(({ field }) => field.kind === 'filter' || field.kind === 'sort');
    const known = resources.get(resource.name) ?? { name: resource.name, label: resource.label, operations: [] };
    known.operations.push(formOperation(operation, table));
    resources.set(resource.name, narrows ? { ...known, filterFields: comparedFields(resource) } : known);
  }
  return [...resources.values()].map((resource) => ({
    ...resource,
    operations: resource.operations.toSorted(byStanding),
  }));
};

const actionsOf = (vendor: Vendor, table: FieldTable, partner: boolean): ActionModel[] => {
  const names = namesOf(vendor);
  const all = [...operationsOf(vendor).values()];
  const forPartners = (operation: Operation): boolean => partner && operation.definition.tier === 2;
  const action = (type: string, label: string, operations: readonly Operation[]): ActionModel => ({
    type,
    label,
    resources: formResources([...operations, customCall(vendor)], table),
  });
  return [
    action(
      names.action,
      vendor.label,
      all.filter((operation) => !forPartners(operation)),
    ),
    ...(partner ? [action(names.partner, `${vendor.label} partner`, all.filter(forPartners))] : []),
  ];
};

const formSchemes = ({ auth }: Vendor): FormScheme[] =>
  Object.values(auth).map(({ name, label, description, fields, oauth }) => ({
    name,
    label,
    description,
    fields: Object.entries(fields).map(([field, definition]) => formField(field, definition)),
    ...(oauth?.grant === 'authorization_code' && { connects: true as const }),
  }));

const lookupsIn = (vendor: Vendor): Record<string, FormLookup> => {
  const names = [...Object.keys(vendor.resources), ...Object.keys(vendor.lookups ?? {})];
  const lists = names.flatMap((name) => {
    const list = lookupOf(vendor, name);
    if (!list) return [];
    const needs = lookupDependencies(list);
    const others = needs.map((need) => [need, lookupInstead(list, need)] as const).filter(([, by]) => by.length > 0);
    const narrowedBy = lookupNarrowing(list).filter((one) => !needs.includes(one));
    const lookup = { needs, narrowedBy, ...(others.length > 0 && { instead: Object.fromEntries(others) }) };
    return [[name, lookup] as const];
  });
  return Object.fromEntries(lists);
};

const formEvents = (vendor: Vendor): FormEvent[] =>
  vendor.events.map(({ name, description, evidence }) => {
    const doubt = doubtAbout(evidence, vendor);
    return { name, description: doubt ? `${description} (${doubt})` : description };
  });

/** What the forms know of a vendor. Resources without operations are left out. */
export const editorModelOf = (vendor: Vendor, { partner = false }: EditorOptions = {}): EditorModel => {
  const { label, baseUrl, filter, sort, webhooks } = vendor;
  const table = fieldTable();
  const actions = actionsOf(vendor, table, partner);
  return {
    label,
    baseUrl,
    names: namesOf(vendor),
    fields: table.fields,
    actions,
    schemes: formSchemes(vendor),
    lookups: lookupsIn(vendor),
    ...(filter && { filter: { operators: filter.operators, negates: filter.not !== undefined, quote: filter.quote } }),
    ...(sort && { sorts: true as const }),
    events: formEvents(vendor),
    ...(webhooks.otherEvents && { otherEvents: true as const }),
    needs: Object.entries(webhooks.needs ?? {}).map(([name, field]) => formField(name, field)),
  };
};
