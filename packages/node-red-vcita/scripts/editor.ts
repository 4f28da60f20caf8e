import { writeFile } from 'node:fs/promises';
import { vcita } from '@patchbay/core';
import { editorHtml } from '@patchbay/node-red-kit/editor';

const look = { color: '#E9967A', actionIcon: 'patchbay-vcita.svg', triggerIcon: 'patchbay-vcita-trigger.svg' };
const html = await editorHtml(vcita, look, { partner: true });
await writeFile(new URL('../dist/vcita.html', import.meta.url), html);
