import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode, INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import { expect, test } from 'vitest';
import type { Subject } from './subject.ts';

/** A workflow as n8n imports it. */
export interface Example {
  readonly name: string;
  readonly nodes: INode[];
  readonly connections: IConnections;
}

type Locator = readonly [holder: INodeParameters, name: string, chosen: INodeParameterResourceLocator];

/** The records that parameters choose, those in collections as well. */
const locatorsIn = (parameters: INodeParameters): Locator[] =>
  Object.entries(parameters).flatMap(([name, value]): Locator[] => {
    if (typeof value !== 'object' || value === null) return [];
    return '__rl' in value
      ? [[parameters, name, value as INodeParameterResourceLocator]]
      : locatorsIn(value as INodeParameters);
  });

/**
 * An example of a package.
 * @param choices what a user chooses after the import, by the names of the parameters that were left open
 */
export const exampleIn = (folder: string, file: string, choices: Readonly<Record<string, string>> = {}): Example => {
  const example: Example = JSON.parse(readFileSync(join(folder, 'examples', file), 'utf8'));
  for (const { parameters } of example.nodes)
    for (const [holder, name, chosen] of locatorsIn(parameters)) {
      const value = choices[name];
      if (chosen.value === '' && value !== undefined) holder[name] = { ...chosen, value };
    }
  return example;
};

/** The examples: that they are the package's own, and free of anybody's identifiers. */
export const checkExamples = ({ folder, credential, nodes, trigger, vendor }: Subject): void => {
  const files = readdirSync(join(folder, 'examples'));

  test.each(files)('%s uses nodes that there are, and holds no identifier of anybody', (file) => {
    const { nodes: used } = exampleIn(folder, file);
    const own = [...nodes, trigger].map(({ description }) => `@patchbay/n8n-nodes-${vendor.name}.${description.name}`);
    for (const { type, credentials, parameters } of used) {
      if (!type.startsWith('n8n-nodes-base.')) expect(own).toContain(type);
      expect(credentials?.[credential.name]?.id ?? '').toBe('');
      for (const [, name, { mode, value }] of locatorsIn(parameters)) if (mode === 'list') expect(value, name).toBe('');
    }
  });
};
