import type { Input, InputValues, Operation, Row } from '@patchbay/core';
import { createN8nEngine } from '@patchbay/n8n-engine';
import type {
  ICredentialType,
  INodeExecutionData,
  INodeParameters,
  INodeProperties,
  INodePropertyCollection,
  INodeType,
} from 'n8n-workflow';
import { ownAddress } from './own-address.ts';
import { filesIn } from './sample-file.ts';
import type { Outcome, Surface, VendorAccess } from './surface.ts';

/** A vendor's node and credential, as the n8n package exports them. */
export interface N8nPackage {
  readonly node: INodeType;
  /** The node of the operations for partners */
  readonly partner?: INodeType;
  readonly credentialType: ICredentialType;
}

const isShown = ({ displayOptions }: INodeProperties, values: Readonly<Record<string, string>>, root = ''): boolean =>
  Object.entries(values).every(([name, value]) => {
    const wanted = displayOptions?.show?.[`${root}${name}`];
    return !wanted || wanted.includes(value);
  });

const widgetValue = (property: INodeProperties, { field }: Input, value: unknown): unknown => {
  if (filesIn({ value }).length > 0) return 'file';
  if (property.type === 'resourceLocator') return { __rl: true, mode: 'id', value };
  if (property.type === 'json') return JSON.stringify(value);
  if (property.type === 'fixedCollection') {
    const [group] = property.options as INodePropertyCollection[];
    const [entries] = field.kind === 'filter' ? Object.values(value as Record<string, unknown>) : [value];
    return { [group?.name ?? '']: entries };
  }
  if (property.type === 'string' && field.kind === 'list' && Array.isArray(value)) return value.join(', ');
  return value;
};

/** A filter or an order may be a text in the vendor's words: it has a property of its own. */
const propertyNames = ({ field }: Input, name: string, value: unknown): string[] =>
  (field.kind === 'filter' || field.kind === 'sort') && typeof value === 'string'
    ? [`${name}_text`]
    : [name, `${name}_value`];

/**
 * Fills in the node's form as its properties describe it.
 * @throws Error when an input has no property in the form
 */
export const parametersFor = (node: INodeType, operation: Operation, input: InputValues): INodeParameters => {
  const { properties } = node.description;
  const chosen = {
    resource: operation.resource.name,
    operation: operation.name === 'list' ? 'getAll' : operation.name,
  };
  const shown = properties.filter((property) => isShown(property, chosen));
  const parameters: Record<string, unknown> = { ...chosen, simplify: false };
  for (const [name, value] of Object.entries(input)) {
    const described = operation.inputs.find((one) => one.name === name);
    if (!described) throw new Error(`${operation.key} has no input ${name}`);
    const names = propertyNames(described, name, value);
    const isIt = (property: INodeProperties): boolean => names.includes(property.name);
    const plain = shown.find((property) => property.type !== 'collection' && isIt(property));
    const offers = (property: INodeProperties): INodeProperties | undefined =>
      property.type === 'collection'
        ? (property.options as INodeProperties[]).find((one) => isIt(one) && isShown(one, chosen, '/'))
        : undefined;
    const collection = shown.find((property) => offers(property) !== undefined);
    const offered = collection && offers(collection);
    if (plain) parameters[plain.name] = widgetValue(plain, described, value);
    else if (collection && offered)
      parameters[collection.name] = {
        ...(parameters[collection.name] as object),
        [offered.name]: widgetValue(offered, described, value),
      };
    else throw new Error(`The form of ${operation.key} has no place for ${name}`);
  }
  return parameters as INodeParameters;
};

/** Files lie in the item, as they come from another node. */
const itemsFor = (input: InputValues): INodeExecutionData[] => {
  const [[, file] = []] = filesIn(input);
  if (!file) return [{ json: {} }];
  const binary = { data: file.bytes.toString('base64'), mimeType: file.type, fileName: file.name };
  return [{ json: {}, binary: { file: binary } }];
};

/** The stable code stands at the end of an error's description; n8n's own check of the form has none. */
const failureOf = (error: unknown): Outcome => {
  const { message, description } = error as Error & { description?: string | null };
  const words = `${message} ${description ?? ''}`.trim();
  return { code: /\(([A-Z_]+)\)$/.exec(words)?.[1] ?? 'HOST', message: words };
};

/** A vendor's n8n nodes on n8n's own engine. */
export const n8nSurface = (
  { node, partner, credentialType }: N8nPackage,
  { baseUrl, credential }: VendorAccess,
): Surface => {
  return {
    name: 'n8n',
    async call(operation, input, limit, own = credential): Promise<Outcome> {
      const engine = createN8nEngine({
        nodes: partner ? [node, partner] : [node],
        credentialTypes: [credentialType],
        credentials: { [credentialType.name]: { ...own, baseUrl: ownAddress(baseUrl) } },
      });
      const { returns } = operation.definition;
      const list = returns === 'many' && !operation.custom ? { returnAll: false, limit } : {};
      const chosen = operation.definition.tier === 2 && partner ? partner : node;
      const parameters = { ...parametersFor(chosen, operation, input), ...list };
      const { outputs, error } = await engine
        .runNode({ type: chosen.description.name, parameters, items: itemsFor(input) })
        .catch((thrown: unknown) => ({ outputs: [], error: thrown }));
      if (error) return failureOf(error);
      const rows = (outputs[0] ?? []).map(({ json }) => json as Row);
      if (returns === 'many') return { rows };
      if (returns === 'file')
        return { file: Buffer.from(outputs[0]?.[0]?.binary?.data?.data ?? '', 'base64').toString() };
      return returns === 'one' && rows[0] ? { record: rows[0] } : { done: true };
    },
    close: async () => undefined,
  };
};
