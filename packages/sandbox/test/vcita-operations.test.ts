import { checkField, type Fields, type Operation, operationOf, operationsOf, type Row, vcita } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { unhandledOperations } from '../src/api/generic.ts';
import { vcitaRules } from '../src/vendors/vcita/vcita-rules.ts';
import type { Json } from './harness.ts';
import { type ClinicToken, startClinic } from './vcita-clinic.ts';
import { type Records, sampleInput } from './vcita-sample.ts';

type Clinic = Awaited<ReturnType<typeof startClinic>>;

const tokens: readonly ClinicToken[] = ['token', 'app_token', 'directory_token'];

/** Records of one client who has a saved card, and what is needed beside. */
const recordsOf = ({ twin, at, business }: Clinic): Records => {
  const first = (table: string): string => String(twin.rows(table)[0]?.id);
  const client = at('client');
  const own = (table: string): string =>
    String(twin.rows(table).find(({ client_id }) => client_id === client.id)?.id ?? first(table));
  const hours = at('weeklyHours') as Json;
  const booked = twin.rows('appointment').find(({ state }) => state === 'scheduled');
  const owed = twin.rows('paymentRequest').find(({ payable_uid }) => payable_uid === booked?.id);
  return {
    refs: {
      ...Object.fromEntries(Object.keys(vcita.resources).map((name) => [name, first(name)])),
      business,
      client: client.id,
      matter: own('matter'),
      conversation: own('matter'),
      service: at('service', 1).id,
      invoice: own('invoice'),
      paymentRequest: String(owed?.id),
    },
    names: {
      booking_id: String(booked?.id),
      entity_uid: own('invoice'),
      entity_id: String(booked?.id),
      event_instance_id: first('event'),
      event_instance_uid: first('event'),
      event_attendance_uid: first('eventAttendance'),
      note_uid: String(twin.rows('clientNote').find(({ matter_uid }) => matter_uid === own('matter'))?.id),
      weekly_availability_uid: hours.id,
      time_slot_uid: hours.days[1].slots[0].id,
      payment_method_uid: first('card'),
      payment_subject_id: own('invoice'),
      coupon_code: 'SPRING10',
      app_code_name: 'clinic-import',
      notification_template_code_name: 'appointment_note',
    },
  };
};

type Scene = (clinic: Clinic, records: Records) => Row | Promise<Row>;

const free: Scene = async ({ client }, { refs }) => {
  const { availabilities } = (await client.availability.getByService({
    service_uid: refs.service ?? '',
    start_date: '2026-12-01',
    end_date: '2026-12-04',
    staff_id: refs.staff ?? '',
  })) as Json;
  const [slot] = Object.values(availabilities).flat() as Json[];
  return { start_time: slot.start_time };
};

const draft =
  (kind: 'invoice' | 'estimate'): Scene =>
  ({ found }) => ({ [`${kind}_uid`]: found(kind, 'status', 'draft').id });

/** What calls need that cannot be told from their definition: how things stand. */
const scenes: Readonly<Record<string, Scene>> = {
  'booking.create': free,
  'booking.update': async (clinic, records) => ({ ...(await free(clinic, records)), duration: 15 }),
  'booking.createClientFlow': async (clinic, records) => {
    const { client, service, staff } = records.refs;
    return { ...(await free(clinic, records)), client_id: client, service_id: service, staff_id: staff };
  },
  'booking.accept': ({ found }) => ({ booking_id: found('appointment', 'state', 'requested').id }),
  'invoice.update': draft('invoice'),
  'estimate.update': draft('estimate'),
  'invoice.createV3': (_, { refs }) => ({ matter_uid: refs.matter }),
  'client.merge': ({ at }) => ({ from_client_uids: [at('client', 1).id] }),
  'client.listMergeMasters': ({ at }) => ({ client_ids: [at('client').id, at('client', 1).id] }),
  'availability.listSlots': (_, { refs }) => ({ staff_uids: [refs.staff] }),
  'staff.delete': ({ at }) => ({ staff_uid: at('staff', 2).id }),
  'app.create': () => ({ app_code_name: 'clinic-export' }),
  'auth.token': ({ twin: { oauth } }) => {
    const redirect_uri = 'http://127.0.0.1:9/hook';
    return { ...oauth.app, redirect_uri, code: oauth.code(redirect_uri) } as Json;
  },
  'auth.serviceToken': ({ twin }) => {
    const { client_id, client_secret } = twin.oauth.app;
    return { service_id: client_id, service_secret: client_secret } as Json;
  },
  'payment.refund': ({ at }) => ({ payment_uid: at('payment').id, amount: 1 }),
  'payment.match': async ({ client, twin }) => {
    const request = twin
      .rows('paymentRequest')
      .find(({ amount_paid, payable_type }) => amount_paid === 0 && payable_type === 'Invoice');
    const { client_id, currency, matter_uid, id } = request as Json;
    const payment = await client.payment.create({
      client_id,
      currency,
      title: 'At the till',
      amount: 5,
      payment_method: 'Cash',
    });
    return { payment_uid: payment.id, matter_uid, payment_status_uid: id };
  },
  'clientPackage.redeemCredit': (clinic) => ({ payment_status_uid: covered(clinic) }),
  'clientPackage.cancelRedemption': async (clinic) => {
    const payment_status_uid = covered(clinic);
    await clinic.client.clientPackage.redeemCredit({ payment_status_uid });
    return { payment_status_id: payment_status_uid };
  },
};

/** The payment request of a booking that a package of its client covers. */
const covered = ({ twin, at }: Clinic): string => {
  const owned = at('clientPackage') as Json;
  const [{ services }] = owned.booking_credits;
  const booking = twin
    .rows('appointment')
    .find(({ client_id, service_id }) => client_id === owned.client_id && service_id === services[0].id);
  return String(twin.rows('paymentRequest').find(({ payable_uid }) => payable_uid === booking?.id)?.id);
};

const pathWith = ({ path }: Operation, input: Row): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));

const wrongIn = (fields: Fields, row: Row): string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (!(name in row)) return field.secret ? [] : [`${name} is not there`];
    const value = row[name];
    // Texts are the vendor's wording: some are numbers or lists in its own examples.
    if (value === null || field.kind === 'text') return [];
    // Seconds, where a token comes for a code: its description says so.
    if (name === 'created_at' && typeof value === 'number') return [];
    return checkField(field, value, name).map(({ field: at, problem }) => `${at} ${problem}`);
  });

const valueAt = (content: Json, path: string): unknown =>
  path === '' ? content : path.split('.').reduce((part: Json, name) => part?.[name], content);

const rowsOf = async (
  clinic: Clinic,
  token: ClinicToken,
  operation: Operation,
  input: Row,
): Promise<readonly Row[]> => {
  const { returns } = operation.definition;
  const engine = clinic.engineFor(token, token === 'directory_token' && !/^(app|auth)$/.test(operation.resource.name));
  if (returns === 'file') {
    const { stream } = await engine.download(operation, input);
    await stream.cancel();
    return [];
  }
  if (returns !== 'many') return [(await engine.call(operation, input, { raw: true })) ?? {}];
  const rows: Row[] = [];
  for await (const page of engine.pages(operation, input, { raw: true })) rows.push(...page.rows);
  return rows;
};

/** With the token of the business; with another one where that is of the wrong kind. */
const asked = async (clinic: Clinic, operation: Operation, input: Row) => {
  for (const token of tokens)
    try {
      return await rowsOf(clinic, token, operation, input);
    } catch (error) {
      if (!/Unauthorized/.test(String(error)) || token === tokens.at(-1)) throw error;
    }
  return [];
};

const makers = ['create', 'upload', 'add', 'join', 'subscribe'];

/** Makes a record of what the seed has none of. */
const ensure = async (clinic: Clinic, { resource, inputs }: Operation, key: string): Promise<void> => {
  const wanted = [
    ...inputs.flatMap(({ field }) => (field.kind === 'ref' && field.to ? [field.to] : [])),
    resource.name,
  ];
  for (const name of new Set(wanted)) {
    const maker = makers.map((verb) => operationsOf(vcita).get(`${name}.${verb}`)).find((one) => one !== undefined);
    if (maker && maker.key !== key && clinic.twin.rows(name).length === 0)
      await asked(clinic, maker, sampleInput(maker, recordsOf(clinic)) as Row);
  }
};

const plain = [...operationsOf(vcita).values()].filter(({ composite }) => !composite).map(({ key }) => key);

describe('the twin of vcita', () => {
  it('leaves no operation without an answer', () => {
    expect(unhandledOperations({ vendor: vcita, rules: vcitaRules })).toEqual([]);
  });

  it('has no handler that no operation leads to', () => {
    for (const key of Object.keys(vcitaRules.handlers)) expect(operationsOf(vcita).has(key)).toBe(true);
  });

  it.each(plain)('answers %s with what the definition documents', async (key) => {
    const clinic = await startClinic();
    const operation = operationOf(vcita, key);
    const { definition, resource } = operation;
    await ensure(clinic, operation, key);
    const records = recordsOf(clinic);
    const input = { ...sampleInput(operation, records), ...(await scenes[key]?.(clinic, records)) };
    const rows = await asked(clinic, operation, input);
    // A download is told as the reading of its record.
    const request = clinic.twin.requests.findLast((one) => one.path === pathWith(operation, { ...input }));
    expect([200, 201]).toContain(request?.status);
    expect(definition.returns === 'many' && rows.length === 0).toBe(false);
    const path = [(definition.returns === 'many' ? definition.rowsPath : definition.itemPath) ?? 'data'].flat()[0];
    if (definition.returns === 'nothing' || definition.returns === 'file') return;
    // The log cuts long answers short.
    if (typeof request?.answer === 'object') expect(valueAt(request.answer, path ?? '')).toBeDefined();
    expect(rows.flatMap((row) => wrongIn(definition.row ?? resource.fields, row))).toEqual([]);
  });
});
