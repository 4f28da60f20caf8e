import { checkTrigger, chosen } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

checkTrigger(subject, {
  events: ['taskCreated', 'messageCreated'],
  parameters: (twin) => ({ app_id: chosen(twin.rows('app')[0]?.id) }),
  happen(twin) {
    const [status] = twin.rows('taskgroup');
    const [member] = twin.rows('member');
    const input = { name: 'Napkins', taskgroup_id: String(status?.id), member_id: String(member?.id) };
    return twin.act('createTask', input);
  },
  expected: ({ id, nice_id, project }) => ({ recordId: id, record: { nice_id, project } }),
  strange: [{}, { eventType: 'taskCreated' }, 'text', [1], { data: { id: 't1' } }],
});
