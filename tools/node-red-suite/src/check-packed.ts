import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startNodeRed } from '@patchbay/node-red-runtime';
import { startSandbox } from '@patchbay/sandbox';
import { expect, it } from 'vitest';
import { actionNode, sink, tab } from './flow-nodes.ts';
import { accountFor } from './hosts.ts';
import { packPackage, runProgram } from './pack.ts';
import { packageName, type Subject } from './subject.ts';

/**
 * The packed package: what is in it, and that it works in a Node-RED that got it through the palette manager.
 * @param list operation that gives all records of a resource, e.g. `board.list`
 */
export const checkPacked = (subject: Subject, list: `${string}.list`): void => {
  const { vendor, folder } = subject;
  const { name } = vendor;
  const resource = list.slice(0, -'.list'.length);

  it('the packed package holds what a user needs and nothing else', async () => {
    const { stdout } = await runProgram('tar', ['-tzf', await packPackage(subject)]);
    const files = [
      'LICENSE',
      'README.md',
      'package.json',
      `dist/${name}.html`,
      `dist/${name}.js`,
      `dist/icons/patchbay-${name}-trigger.svg`,
      `dist/icons/patchbay-${name}.svg`,
      ...readdirSync(join(folder, 'examples')).map((file) => `examples/${file}`),
    ];
    expect(stdout.trim().split('\n').sort()).toEqual(files.map((file) => `package/${file}`).sort());
  });

  it('the packed package installs through the palette manager of a running Node-RED, and works', async () => {
    const sandbox = await startSandbox();
    const nodeRed = await startNodeRed();
    try {
      const twin = sandbox.twin(name);
      await nodeRed.installTarball(await packPackage(subject));
      const { node: account, credentials } = accountFor(vendor, twin);
      const node = actionNode(name, 'node', { resource, operation: 'list' }, [['sink']]);
      await nodeRed.deploy([tab, account, node, sink('sink')], { account: credentials });
      nodeRed.send('node', {});
      const message = await nodeRed.waitFor('the rows', () => nodeRed.messagesAt('sink')[0]);
      const ids = new Set(twin.rows(resource).map(({ id }) => id));
      const rows = message.payload as { id: string }[];
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ id }) => !ids.has(id))).toEqual([]);
      const icon = await fetch(`${nodeRed.url}/icons/${packageName(subject)}/patchbay-${name}.svg`);
      expect(icon.headers.get('content-type')).toContain('image/svg');
    } finally {
      await nodeRed.stop();
      await sandbox.close();
    }
  });
};
