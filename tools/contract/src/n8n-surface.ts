import type { Input, InputValues, Operation, Row, Vendor } from '@patchbay/core';
import { createN8nEngine } from '@patchbay/n8n-engine';
import type { ICredentialType, INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';
import type { Outcome, Surface, VendorAccess } from './surface.ts';

/** A vendor's node and credential, as the n8n package exports them. */
export interface N8nPackage {
  readonly node: INodeType;
  readonly credentialType: ICredentialType;
}

const isShown = ({ displayOptions }: INodeProperties, values: Readonly<Record<string, string>>, root = ''): boolean =>
  Object.entries(values).every(([name, value]) => {
    const wanted = displayOptions?.show?.[`${root}${name}`];
    return !wanted || wanted.includes(value);
  });

const widgetValue = (property: INodeProperties, { field }: Input, value: unknown): unknown => {
  if (property.type === 'resourceLocator') return { __rl: true, mode: 'id', value };
  if (property.type === 'json') return JSON.stringify(value);
  if (property.type === 'string' && field.kind === 'list' && Array.isArray(value)) return value.join(', ');
  return value;
};

/**
 * Fills in the node's form as its properties describe it.
 * @throws Error when an input has no property in the form
 */
const parametersFor = (node: INodeType, operation: Operation, input: InputValues): INodeParameters => {
  const { properties } = node.description;
  const chosen = {
    resource: operation.resource.name,
    operation: operation.name === 'list' ? 'getAll' : operation.name,
  };
  const shown = properties.filter((property) => isShown(property, chosen));
  const parameters: Record<string, unknown> = { ...chosen, simplify: false };
  for (const [name, value] of Object.entries(input)) {
    const described = operation.inputs.find((one) => one.name === name);
    const plain = shown.find((property) => property.name === name || property.name === `${name}_value`);
    const collection = shown.find(
      (property) =>
        property.type === 'collection' &&
        (property.options as INodeProperties[]).some((one) => one.name === name && isShown(one, chosen, '/')),
    );
    const offered = (collection?.options as INodeProperties[] | undefined)?.find(
      (one) => one.name === name && isShown(one, chosen, '/'),
    );
    if (described && plain) parameters[plain.name] = widgetValue(plain, described, value);
    else if (described && collection && offered)
      parameters[collection.name] = {
        ...(parameters[collection.name] as object),
        [name]: widgetValue(offered, described, value),
      };
    else throw new Error(`The form of ${operation.key} has no place for ${name}`);
  }
  return parameters as INodeParameters;
};

/** The stable code stands at the end of an error's description; n8n's own check of the form has none. */
const failureOf = (error: unknown): Outcome => {
  const { message, description } = error as Error & { description?: string | null };
  const words = `${message} ${description ?? ''}`.trim();
  return { code: /\(([A-Z_]+)\)$/.exec(words)?.[1] ?? 'HOST', message: words };
};

/** The vendor's n8n node on n8n's own engine. */
export const n8nSurface = (
  vendor: Vendor,
  { node, credentialType }: N8nPackage,
  { baseUrl, credential }: VendorAccess,
): Surface => {
  const engine = createN8nEngine({
    nodes: [node],
    credentialTypes: [credentialType],
    credentials: { [credentialType.name]: { ...credential, baseUrl } },
  });
  return {
    name: 'n8n',
    async call(operation, input, limit): Promise<Outcome> {
      const { returns } = operation.definition;
      const list = returns === 'many' ? { returnAll: false, limit } : {};
      const parameters = { ...parametersFor(node, operation, input), ...list };
      const { outputs, error } = await engine
        .runNode({ type: vendor.name, parameters })
        .catch((thrown: unknown) => ({ outputs: [], error: thrown }));
      if (error) return failureOf(error);
      const rows = (outputs[0] ?? []).map(({ json }) => json as Row);
      if (returns === 'many') return { rows };
      return returns === 'one' && rows[0] ? { record: rows[0] } : { done: true };
    },
    close: async () => undefined,
  };
};
