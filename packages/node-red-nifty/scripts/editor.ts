import { writeFile } from 'node:fs/promises';
import { nifty } from '@patchbay/core';
import { editorHtml } from '@patchbay/node-red-kit/editor';

const html = await editorHtml(nifty, {
  color: '#AAAA66',
  actionIcon: 'patchbay-nifty.svg',
  triggerIcon: 'patchbay-nifty-trigger.svg',
});
await writeFile(new URL('../dist/nifty.html', import.meta.url), html);
