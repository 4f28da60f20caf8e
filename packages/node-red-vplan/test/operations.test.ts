import { checkOperations, fixed } from '@patchbay/node-red-suite';
import { expect } from 'vitest';
import { subject } from './hosts.ts';

checkOperations(subject, {
  answered: 0.8,
  async prepare(hosts, { resource }) {
    if (resource.name !== 'webhook') return;
    const fields = { url: fixed('http://127.0.0.1:9/hook'), event_types: fixed('card.created,card.updated') };
    const { messages } = await hosts.run({ resource: 'webhook', operation: 'create', fields });
    expect(messages).toHaveLength(1);
  },
});
