import { type Row, vcita } from '@patchbay/core';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { n8nStoryteller } from '../src/n8n-storyteller.ts';
import { nodeRedStoryteller } from '../src/node-red-storyteller.ts';
import { packagesOf } from '../src/packages.ts';
import { of, type Step, type Storyteller } from '../src/story.ts';
import type { VendorAccess } from '../src/surface.ts';

const packages = packagesOf(vcita);
const tellers: readonly (readonly [string, (access: VendorAccess) => Promise<Storyteller> | Storyteller])[] = [
  ['n8n', (access) => n8nStoryteller(vcita, packages.n8n, access)],
  ['Node-RED', (access) => nodeRedStoryteller(vcita, packages.nodeRed, access)],
];

describe.each(tellers)('a clinic that works with vcita in %s', (_, start) => {
  let sandbox: Sandbox;
  let teller: Storyteller;
  beforeAll(async () => {
    sandbox = await startSandbox({ vendors: [vcita], now: () => Date.parse('2026-11-22T09:00:00Z') });
    teller = await start(sandbox.twin('vcita'));
  });
  beforeEach(() => sandbox.twin('vcita').reset());
  afterAll(async () => {
    await teller.close();
    await sandbox.close();
  });

  const rows = (table: string): readonly Row[] => sandbox.twin('vcita').rows(table);
  const found = (table: string, field: string, value: unknown): Row => {
    const row = rows(table).find((one) => one[field] === value);
    if (!row) throw new Error(`There is no ${table} whose ${field} is ${String(value)}`);
    return row;
  };

  test('a new client gets a note and a tag on its matter, which nobody had to look up', async () => {
    const { records, failure } = await teller.tell([
      {
        name: 'New Client',
        operation: 'client.create',
        input: { first_name: 'Ida', last_name: 'Holm', email: 'ida.holm@example.com' },
      },
      {
        name: 'First Note',
        operation: 'clientNote.create',
        input: { client_id: of('New Client', 'id'), content: 'Prefers mornings' },
      },
      { name: 'Tag', operation: 'tag.add', input: { client_id: of('New Client', 'id'), tag: 'new client' } },
    ]);
    expect(failure).toBeUndefined();
    const client = found('client', 'email', 'ida.holm@example.com');
    const matter = found('matter', 'client_id', client.id);
    expect(found('clientNote', 'content', 'Prefers mornings').matter_uid).toBe(matter.id);
    expect(matter.tags).toEqual(['new client']);
    expect(records['New Client']).toMatchObject({ id: client.id, first_name: 'Ida' });
    expect(records['First Note']).toMatchObject({ content: 'Prefers mornings' });
    expect(records.Tag).toMatchObject({ tags: ['new client'] });
  });

  const day = '2026-12-01';
  const slot = (step: string, number: number) => of(step, `availabilities["${day}"][${number}].start_time`);
  const startsIn = (record: Row | undefined): unknown[] => {
    const slots = record?.availabilities as Readonly<Record<string, readonly Row[]>> | undefined;
    return (slots?.[day] ?? []).map(({ start_time }) => start_time);
  };
  const freeTimes = (name: string): Step => ({
    name,
    operation: 'availability.getByService',
    input: { service_uid: service(), staff_id: staff(), start_date: day, end_date: day },
  });
  const booked = (name: string, time: unknown, client = 0): Step => ({
    name,
    operation: 'booking.create',
    input: { client_id: rows('client')[client]?.id, service_id: service(), staff_id: staff(), start_time: time },
  });
  const service = () => found('service', 'name', 'Physiotherapy, 45 min').id;
  const staff = () => rows('staff')[0]?.id;

  test('an appointment is booked in a free slot, moved to another one, and called off', async () => {
    const before = rows('appointment').length;
    const { records, failure } = await teller.tell([
      freeTimes('Free Times'),
      booked('Book', slot('Free Times', 0)),
      freeTimes('Free Then'),
      {
        name: 'Move',
        operation: 'booking.update',
        input: { booking_id: of('Book', 'id'), start_time: slot('Free Then', 4), message: 'We moved your appointment' },
      },
      freeTimes('Free After'),
      {
        name: 'Call Off',
        operation: 'booking.cancel',
        input: { booking_id: of('Book', 'id'), message: 'We are closed that day' },
      },
      freeTimes('Free Again'),
    ]);
    expect(failure).toBeUndefined();
    const [first] = startsIn(records['Free Times']);
    const later = startsIn(records['Free Then'])[4];
    expect(startsIn(records['Free Then'])).not.toContain(first);
    expect(startsIn(records['Free After'])).toContain(first);
    expect(startsIn(records['Free After'])).not.toContain(later);
    expect(startsIn(records['Free Again'])).toEqual(startsIn(records['Free Times']));
    expect(rows('appointment')).toHaveLength(before + 1);
    expect(Date.parse(String(records.Book?.start_time))).toBe(Date.parse(String(first)));
    expect(records.Book).toMatchObject({ state: 'scheduled' });
    expect(Date.parse(String(records.Move?.start_time))).toBe(Date.parse(String(later)));
    expect(found('appointment', 'id', records.Book?.id)).toMatchObject({ state: 'cancelled' });
  });

  test('a slot that is taken is refused in words that say what to do, and nothing is booked', async () => {
    const { records, failure } = await teller.tell([
      freeTimes('Free Times'),
      booked('Book', slot('Free Times', 0)),
      booked('Too Late', slot('Free Times', 0), 1),
    ]);
    expect(records).toHaveProperty('Book');
    expect(failure?.step).toBe('Too Late');
    expect(failure?.words).toContain('not available');
    expect(failure?.words).toContain('look for free slots and choose one of them');
    const client_id = rows('client')[1]?.id;
    const start = found('appointment', 'id', records.Book?.id).start_time;
    expect(rows('appointment').filter((row) => row.client_id === client_id && row.start_time === start)).toEqual([]);
  });

  test('an estimate becomes an invoice, and the invoice is paid', async () => {
    const client_id = rows('client')[5]?.id;
    const head = {
      items: [{ name: 'Physiotherapy', quantity: 10, unit_amount: 60 }],
      currency: 'GBP',
      billing_address: '12 Mill Lane, Leeds LS1 4AB',
      issue_date: '2026-11-22',
      due_date: '2026-12-06',
    };
    const { records, failure } = await teller.tell([
      {
        name: 'Estimate',
        operation: 'estimate.create',
        input: { client_id, ...head, estimate_label: 'Course of ten treatments' },
      },
      {
        name: 'Invoice',
        operation: 'invoice.create',
        input: { client_id, ...head, invoice_label: 'Ten treatments', from_estimate_uid: of('Estimate', 'uid') },
      },
      {
        name: 'Payment',
        operation: 'payment.create',
        input: {
          client_id,
          title: 'Ten treatments',
          amount: of('Estimate', 'total'),
          currency: 'GBP',
          payment_method: 'Bank Transfer',
          payment_subject_type: 'Invoice',
          payment_subject_id: of('Invoice', 'uid'),
        },
      },
      { name: 'Settled', operation: 'invoice.get', input: { invoice_id: of('Invoice', 'uid') } },
    ]);
    expect(failure).toBeUndefined();
    expect(found('estimate', 'id', records.Estimate?.uid)).toMatchObject({ status: 'invoiced' });
    const matter = found('matter', 'client_id', client_id);
    expect(found('invoice', 'id', records.Invoice?.uid)).toMatchObject({ status: 'issued', matter_uid: matter.id });
    const owed = found('paymentRequest', 'payable_uid', records.Invoice?.uid);
    expect(owed).toMatchObject({ amount: 600, amount_paid: 600 });
    expect(found('payment', 'id', records.Payment?.id)).toMatchObject({ amount: 600, state: 'paid', client_id });
    expect(records.Settled).toMatchObject({ amount: 600, payment_balance: 0 });
  });
});
