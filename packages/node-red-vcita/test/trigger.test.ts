import { checkTrigger } from '@patchbay/node-red-suite';
import { expect } from 'vitest';
import { subject } from './subject.ts';

checkTrigger(subject, {
  event: 'client/created',
  others: ['appointment/scheduled', 'payment/recorded'],
  happen: ({ twin }, number) => {
    twin.act('newLead', { name: `Ida Holm ${number}`, email: `ida${number}@example.com`, request: 'Back pain' });
  },
  arrives: (number) => ({ client_id: expect.any(String), email: `ida${number}@example.com` }),
});
