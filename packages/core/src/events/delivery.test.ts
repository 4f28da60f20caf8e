import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workshop } from '../../test/workshop.ts';
import { readDelivery, type Vendor, vplan, WebhookError } from '../index.ts';

const updated = {
  environment: 'factory',
  trigger: 'user',
  event: 'card.updated',
  data: {
    new: { status_id: 's2' },
    old: { status_id: 's1' },
    current: { id: 'c', name: 'Painting', updated_at: '2026-11-22T09:00:00Z' },
  },
};

describe('reading a delivery', () => {
  test('record, what it was and what changed are told apart', () => {
    expect(readDelivery(vplan, updated)).toMatchObject({
      event: 'card.updated',
      resource: 'card',
      recordId: 'c',
      occurredAt: '2026-11-22T09:00:00Z',
      record: { name: 'Painting' },
      previous: { status_id: 's1' },
      changes: { new: { status_id: 's2' } },
      raw: updated,
    });
  });

  test('one that is sent again has the same id, another change has another', () => {
    const again = JSON.parse(JSON.stringify(updated)) as typeof updated;
    expect(readDelivery(vplan, again).id).toBe(readDelivery(vplan, updated).id);
    again.data.new.status_id = 's3';
    expect(readDelivery(vplan, again).id).not.toBe(readDelivery(vplan, updated).id);
  });

  test('attached and detached entries are told', () => {
    const payload = {
      event: 'card.label.attached',
      data: { attached: { id: 'l' }, detached: {}, current: { id: 'c' } },
    };
    expect(readDelivery(vplan, payload).changes).toEqual({ attached: { id: 'l' }, detached: {} });
    // The same label may be attached, taken off and attached again: these are no repetitions.
    expect(readDelivery(vplan, payload).certain).toBe(false);
    expect(readDelivery(vplan, updated).certain).toBe(true);
  });

  test('a removed record that is no longer current is what it was', () => {
    const payload = { event: 'card.deleted', data: { new: {}, old: { id: 'c' }, current: null } };
    expect(readDelivery(vplan, payload)).toMatchObject({ recordId: 'c', record: { id: 'c' } });
  });

  test('what the definition marks as secret is not handed out, nor kept in raw', () => {
    const { job } = workshop.resources;
    const vendor: Vendor = {
      ...workshop,
      events: [
        {
          name: 'job/made',
          description: 'A job was made',
          resource: 'job',
          shape: 'any',
          evidence: 'documented',
          once: true,
        },
      ],
      webhooks: { ...workshop.webhooks, inList: true },
    };
    const payload = {
      entity: 'job',
      type: 'made',
      data: { uid: 'j', title: 'Saw', pin: '1234', visitors: [{ badge: 'b' }] },
    };
    const delivery = readDelivery(vendor, [payload]);
    expect(delivery).toMatchObject({ recordId: 'j', certain: true, record: { title: 'Saw' }, resource: job.name });
    expect(JSON.stringify(delivery)).not.toMatch(/1234|badge/);
  });

  test('an event that is not known yet passes through', () => {
    const payload = { event: 'card.archived', data: { current: { id: 'c' } } };
    expect(readDelivery(vplan, payload)).toMatchObject({ event: 'card.archived', resource: '', recordId: 'c' });
  });

  test('whatever arrives is read or refused with a WebhookError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ event: fc.string(), data: fc.jsonValue() })), (payload) => {
        try {
          return typeof readDelivery(vplan, payload).id === 'string';
        } catch (error) {
          return error instanceof WebhookError;
        }
      }),
      { seed: 2026, numRuns: 2_000 },
    );
  });
});
