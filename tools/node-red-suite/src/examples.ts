import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationOf } from '@patchbay/core';
import type { FlowNode } from '@patchbay/node-red-runtime';
import { expect, it } from 'vitest';
import { accountFor, type Hosts } from './hosts.ts';
import type { Subject } from './subject.ts';

const read = ({ folder }: Subject, file: string): FlowNode[] =>
  JSON.parse(readFileSync(join(folder, 'examples', file), 'utf8')) as FlowNode[];

/** An example that runs. */
export interface RunningExample {
  /** Identifier of the node of this name, or of the only one of this type without a name. */
  id(name: string): string;
  /** Waits until the trigger of this name has its subscription. */
  connected(trigger: string): Promise<void>;
}

/** What the editor and the runtime need of every example in the package. */
export const checkExamples = (subject: Subject): void => {
  const { name } = subject.vendor;
  it.each(readdirSync(join(subject.folder, 'examples')))(
    '%s has what the editor needs, and names operations, fields and events that exist',
    (file) => {
      const nodes = read(subject, file);
      const actions = nodes.filter(({ type }) => type === name || type === `${name}-partner`);
      const triggers = nodes.filter(({ type }) => type === `${name}-trigger`);
      expect([...actions, ...triggers]).not.toEqual([]);
      for (const { resource, operation, fields } of actions) {
        const names = operationOf(subject.vendor, `${resource}.${operation}`).inputs.map((input) => input.name);
        expect(names).toEqual(expect.arrayContaining(Object.keys(fields as object)));
      }
      const events = subject.vendor.events.map((event) => event.name);
      for (const trigger of triggers) expect(events).toEqual(expect.arrayContaining(trigger.events as string[]));
      const ids = nodes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const wired = nodes.flatMap(({ wires }) => ((wires ?? []) as string[][]).flat());
      expect(ids).toEqual(expect.arrayContaining(wired));
      expect(JSON.stringify(nodes)).not.toMatch(/sandbox|127\.0\.0\.1/);
    },
  );
};

/**
 * Deploys an example with its account pointed at the sandbox.
 * @param changes further fields (or, for a trigger, needs) of the nodes of these names
 */
export const deployExample = async (
  { subject, twin, nodeRed }: Hosts,
  file: string,
  changes: Readonly<Record<string, object>> = {},
): Promise<RunningExample> => {
  const { node: atTwin, credentials } = accountFor(subject.vendor, twin);
  const flows = read(subject, file).map((node) => {
    if (node.type === atTwin.type) return { ...node, baseUrl: atTwin.baseUrl };
    const given = changes[String(node.name)];
    const part = 'events' in node ? 'needs' : 'fields';
    return given ? { ...node, [part]: { ...(node[part] as object), ...given } } : node;
  });
  const account = flows.find(({ type }) => type === atTwin.type);
  const id = (name: string): string => {
    const found = flows.find((node) => node.name === name || (node.name === '' && node.type === name));
    if (!found) throw new Error(`${file} has no node ${name}`);
    return found.id;
  };
  nodeRed.forget();
  await nodeRed.deploy(flows, { [String(account?.id)]: credentials });
  return {
    id,
    async connected(trigger) {
      await nodeRed.waitFor('the subscription', () =>
        nodeRed.statusesOf(id(trigger)).find(({ text }) => text === 'connected'),
      );
    },
  };
};
