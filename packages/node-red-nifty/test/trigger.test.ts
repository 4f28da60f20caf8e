import { checkTrigger, fixed, type Hosts } from '@patchbay/node-red-suite';
import { expect } from 'vitest';
import { subject } from './subject.ts';

const firstOf = ({ twin }: Hosts, table: string): string => String(twin.rows(table)[0]?.id);

checkTrigger(subject, {
  event: 'messageCreated',
  others: ['taskCreated', 'projectArchived'],
  needs: (hosts) => ({ app_id: fixed(firstOf(hosts, 'app')) }),
  happen: (hosts, number) => {
    hosts.twin.act('postMessage', {
      project_id: firstOf(hosts, 'project'),
      text: `The second variant, please ${number}`,
      member_id: firstOf(hosts, 'member'),
    });
  },
  arrives: (number) => ({ id: expect.any(String), text: `The second variant, please ${number}` }),
});
