import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { addClient } from '../records/leads.ts';
import { mattersOf } from '../records/matters.ts';
import { sendMessage } from '../records/messages.ts';
import { notes, tags, talks } from './offers.ts';
import { firstNames, lastNames, sources, streets } from './people.ts';
import { at, type Write } from './writer.ts';

const statuses = ['customer', 'customer', 'lead', 'loyal', 'inactive'] as const;

const shuffled = <T>(values: readonly T[], twin: Twin): T[] => {
  const left = [...values];
  return values.map(() => left.splice(twin.random.below(left.length), 1)[0] as T);
};

const seedClient = (first_name: string, last_name: string, index: number, twin: Twin): Row => {
  const { random } = twin;
  const email = `${first_name}.${last_name}@example.com`.toLowerCase();
  return addClient(
    {
      first_name,
      last_name,
      email,
      phone: `+44 20 7946 0${String(100 + index)}`,
      address: `${1 + random.below(90)} ${random.pick(streets)}, Leeds`,
      status: random.pick(statuses),
      source_name: random.pick(sources),
      opt_in: random.next() < 0.6,
      staff_id: at('staff', index, twin).id,
      custom_field1: random.next() < 0.3 ? 'Dr Price' : null,
      tags: random.next() < 0.5 ? random.pick(tags) : '',
    },
    twin,
    'user',
  );
};

const talk = (client: Row, twin: Twin): void => {
  const [matter] = mattersOf(client.id, twin);
  const [question, answer] = twin.random.pick(talks);
  if (!matter) return;
  sendMessage(matter, { text: question, title: 'Question', direction: 'client_to_business' }, twin, 'user');
  if (twin.random.next() < 0.7)
    sendMessage(matter, { text: answer, title: 'Answer', direction: 'business_to_client' }, twin, 'user');
};

/** Clients with their matters, and what is known of them: notes, messages, saved cards. */
export const seedClients = (twin: Twin, write: Write): void => {
  const surnames = shuffled(lastNames, twin);
  firstNames.forEach((name, index) => {
    const client = seedClient(name, surnames[index] as string, index, twin);
    if (index % 3 === 0)
      write('clientNote', {
        matter_uid: mattersOf(client.id, twin)[0]?.id,
        title: 'Note',
        content: twin.random.pick(notes),
      });
    if (index % 2 === 0) talk(client, twin);
  });
  const first = at('client', 0, twin);
  for (const row of twin.store.rows('client').slice(0, 3))
    write('card', {
      client_id: row.id,
      business_uid: row.business_uid,
      last_4: '4242',
      last_four_digits: '4242',
      usage_permission: 'staff',
      funding_type: 'credit',
      can_be_used_by_staff: true,
      default: true,
      active: true,
      card_brand: 'visa',
      exp_month: 12,
      exp_year: 2030,
      cardholder_name: `${String(row.first_name)} ${String(row.last_name)}`,
      payment_provider: 'stripe',
      initiator: 'client',
      staff_name: '',
    });
  write('document', { client_id: first.id, title: 'Consent to treatment', description: '' });
  write('documentForm', {
    type: 'consent',
    status: 'sent',
    signature_status: 'pending',
    title: 'Consent to treatment',
  });
};
