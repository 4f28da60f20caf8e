import { checkEditor, fixed } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

checkEditor(subject, {
  nodes: ({ twin }) => ({
    node: { resource: 'clientNote', operation: 'create', fields: { content: fixed('Prefers mornings') } },
    clients: { resource: 'client', operation: 'list', fields: { search_term: { type: 'msg', value: 'topic' } } },
    booking: {
      resource: 'booking',
      operation: 'create',
      fields: {
        client_id: { type: 'msg', value: 'client.id' },
        service_id: fixed(twin.rows('service')[0]?.id),
        staff_id: { type: 'msg', value: 'slot.staff_id' },
        start_time: { type: 'msg', value: 'slot.start_time' },
      },
    },
    partner: { type: 'vcita-partner', resource: 'app', operation: 'list', fields: {} },
  }),
  trigger: () => ({ events: ['client/created', 'appointment/scheduled'] }),
  secret: 'token',
  refusal: 'Check the token',
  pick: {
    field: 'client_id',
    resource: 'client',
    title: ({ first_name, last_name }) => `${first_name} ${last_name}`,
  },
});
