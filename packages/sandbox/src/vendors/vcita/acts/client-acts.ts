import { chosen, type Input, recordOf, textOf, typed } from '../../../act-input.ts';
import type { Act } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { takeLead } from '../records/leads.ts';
import { mattersOf } from '../records/matters.ts';
import { sendMessage } from '../records/messages.ts';
import { addTags } from '../records/tags.ts';
import { refused } from '../wire/refusals.ts';

const aClient = chosen('client_id', 'Client', 'client');

const matterOf = (input: Input, twin: Twin): Row => {
  const [matter] = mattersOf(recordOf(input, 'client_id', 'client', twin).id, twin);
  if (!matter) throw refused(422, 'invalid', 'The client has no matter');
  return matter;
};

const write =
  (direction: 'client_to_business' | 'business_to_client') =>
  (input: Input, twin: Twin): Row =>
    sendMessage(matterOf(input, twin), { text: textOf(input, 'text'), title: 'Message', direction }, twin, 'user');

const lead = (input: Input, twin: Twin): Row => {
  const [first_name, ...rest] = textOf(input, 'name').split(' ');
  const values = {
    identifier_type: 'email',
    first_name,
    last_name: rest.join(' '),
    email: textOf(input, 'email'),
    request_title: textOf(input, 'request'),
    source: 'website',
  };
  return takeLead(values, twin, 'user').client;
};

/** What clients do, and staff with them. */
export const clientActs: readonly Act[] = [
  {
    name: 'newLead',
    label: 'A new lead comes in',
    verb: 'Come in',
    inputs: [typed('name', 'Name'), typed('email', 'Email'), typed('request', 'What about')],
    run: lead,
  },
  {
    name: 'clientWrites',
    label: 'A client writes a message',
    verb: 'Write',
    inputs: [aClient, typed('text', 'Text')],
    run: write('client_to_business'),
  },
  {
    name: 'staffWrites',
    label: 'Write to a client',
    verb: 'Write',
    inputs: [aClient, typed('text', 'Text')],
    run: write('business_to_client'),
  },
  {
    name: 'changeClient',
    label: 'Change the phone of a client',
    verb: 'Change',
    inputs: [aClient, typed('phone', 'Phone')],
    run: (input, twin) =>
      twin.records.update(
        'client',
        recordOf(input, 'client_id', 'client', twin).id,
        { phone: textOf(input, 'phone') },
        'user',
      ),
  },
  {
    name: 'tagClient',
    label: 'Put a tag on a client',
    verb: 'Put on',
    inputs: [aClient, typed('tag', 'Tag')],
    run(input, twin) {
      addTags([matterOf(input, twin).id], [textOf(input, 'tag')], twin, 'user');
      return recordOf(input, 'client_id', 'client', twin);
    },
  },
];
