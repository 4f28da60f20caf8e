import { writeFile } from 'node:fs/promises';
import { vplan } from '@patchbay/core';
import { editorHtml } from '@patchbay/node-red-kit/editor';

const html = await editorHtml(vplan, {
  color: '#3FADB5',
  actionIcon: 'patchbay-vplan.svg',
  triggerIcon: 'patchbay-vplan-trigger.svg',
});
await writeFile(new URL('../dist/vplan.html', import.meta.url), html);
