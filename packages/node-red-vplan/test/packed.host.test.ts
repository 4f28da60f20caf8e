import { startNodeRed } from '@patchbay/node-red-runtime';
import { startSandbox } from '@patchbay/sandbox';
import { expect, it } from 'vitest';
import { sink, vplanNode } from './hosts.ts';
import { packPackage, run } from './pack-package.ts';

it('the packed package holds what a user needs and nothing else', async () => {
  const tarball = await packPackage();
  const { stdout } = await run('tar', ['-tzf', tarball]);
  expect(stdout.trim().split('\n').sort()).toEqual(
    [
      'LICENSE',
      'README.md',
      'dist/icons/patchbay-vplan-trigger.svg',
      'dist/icons/patchbay-vplan.svg',
      'dist/vplan.html',
      'dist/vplan.js',
      'examples/list-boards.json',
      'examples/new-cards.json',
      'examples/plan-new-collections.json',
      'package.json',
    ].map((file) => `package/${file}`),
  );
});

it('the packed package installs through the palette manager of a running Node-RED, and works', async () => {
  const sandbox = await startSandbox();
  const nodeRed = await startNodeRed();
  try {
    const { vplan } = sandbox.vendors;
    await nodeRed.installTarball(await packPackage());
    const account = { id: 'account', type: 'vplan-account', scheme: 'apiKey', baseUrl: vplan.baseUrl };
    const tab = { id: 'tab', type: 'tab', label: 'Test' };
    const list = vplanNode('node', { resource: 'board', operation: 'list' }, [['sink']]);
    await nodeRed.deploy([tab, account, list, sink('sink')], { account: { ...vplan.credential } });
    nodeRed.send('node', {});
    const message = await nodeRed.waitFor('the boards', () => nodeRed.messagesAt('sink')[0]);
    expect(message.payload).toHaveLength(vplan.rows('board').length);
    const icon = await fetch(`${nodeRed.url}/icons/@patchbay/node-red-vplan/patchbay-vplan.svg`);
    expect(icon.headers.get('content-type')).toContain('image/svg');
  } finally {
    await nodeRed.stop();
    await sandbox.close();
  }
});
