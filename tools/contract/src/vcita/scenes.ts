import type { InputValues, Row } from '@patchbay/core';
import type { Samples } from '../sample-value.ts';
import type { Scene, Stage } from '../scene.ts';

const found = (samples: Samples, resource: string, fits: (row: Row) => boolean): Row | undefined =>
  samples.rows[resource]?.find(fits);

const idOf = (row: Row | undefined): string => String(row?.id);

const chosen = ({ preferred }: Samples, resource: string): string => idOf(preferred?.[resource]);

const draft = (kind: 'invoice' | 'estimate', input: string): Scene => ({
  input: (sample, { samples }) => ({
    ...sample,
    [input]: idOf(found(samples, kind, ({ status }) => status === 'draft')),
  }),
});

/** The first free time that the availability look-up told. */
const free: Scene = {
  after: 'availability.getByService',
  input: (sample, { earlier }) => {
    const { availabilities } = (earlier as { record: { availabilities: Record<string, { start_time: string }[]> } })
      .record;
    const [slot] = Object.values(availabilities).flat();
    return { ...sample, start_time: slot?.start_time };
  },
};

/** The token of an app that is installed in the business. */
const app: Scene = { credential: ({ twin }) => ({ token: String(twin.credential.app_token) }) };

/** The token of a partner's directory, which names the business that it acts for. */
const partner: Scene = {
  credential: ({ twin, samples }) => ({
    token: String(twin.credential.directory_token),
    business_uid: chosen(samples, 'business'),
  }),
};

/** The same, for what concerns no business. */
const directory: Scene = { credential: ({ twin }) => ({ token: String(twin.credential.directory_token) }) };

const given = (values: InputValues): Scene => ({ input: (sample) => ({ ...sample, ...values }) });

const another = (samples: Samples, resource: string, number = 1): string => idOf(samples.rows[resource]?.[number]);

/** The payment request of a booking that a package of its client covers. */
const covered = (samples: Samples): string => {
  const owned = samples.rows.clientPackage?.[0] as
    | { client_id: string; booking_credits: { services: { id: string }[] }[] }
    | undefined;
  const service = owned?.booking_credits[0]?.services[0]?.id;
  const isCovered = (row: Row): boolean => row.client_id === owned?.client_id && row.service_id === service;
  const booking = found(samples, 'appointment', isCovered);
  return idOf(found(samples, 'paymentRequest', ({ payable_uid }) => payable_uid === booking?.id));
};

/** What an app gets when a person allows it what it asks for. */
const allowed = async (
  { baseUrl }: Stage['twin'],
  client_id: string,
  redirect_uri: string,
  { code_verifier }: InputValues,
): Promise<InputValues> => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    ...(code_verifier !== undefined && { code_challenge: String(code_verifier), code_challenge_method: 'plain' }),
  });
  const answer = await fetch(`${baseUrl}/app/oauth/authorize?${query}`, {
    method: 'POST',
    body: new URLSearchParams({ decision: 'allow' }),
    redirect: 'manual',
  });
  return { code: new URL(answer.headers.get('location') ?? '').searchParams.get('code') };
};

/** How things have to stand at the clinic for an operation to make sense. */
export const clinicScenes: Readonly<Record<string, Scene>> = {
  'app.create': { ...directory, ...given({ app_code_name: 'clinic-export' }) },
  'app.update': directory,
  'app.assign': directory,
  'app.unassign': directory,
  'app.updateTranslations': directory,
  'auth.token': {
    input: async (sample, { twin }) => {
      const { client_id, client_secret } = twin.oauth.app;
      const redirect_uri = String(sample.redirect_uri);
      return { ...sample, client_id, client_secret, ...(await allowed(twin, client_id, redirect_uri, sample)) };
    },
  },
  'auth.serviceToken': {
    input: (sample, { twin }) => {
      const { client_id, client_secret } = twin.oauth.app;
      return { ...sample, service_id: client_id, service_secret: client_secret };
    },
  },
  'client.listEstimates': partner,
  'notificationTemplate.create': app,
  'notificationTemplate.update': app,
  'notificationTemplate.delete': app,
  'staffNotification.create': app,
  'staffNotification.get': partner,
  'invoice.createPlatform': app,
  'availability.getByService': {
    input: (sample, { samples }) => ({
      ...sample,
      start_date: '2026-12-01',
      end_date: '2026-12-04',
      staff_id: chosen(samples, 'staff'),
    }),
  },
  'availability.listSlots': {
    input: (sample, { samples }) => ({ ...sample, staff_uids: [chosen(samples, 'staff')] }),
  },
  'booking.create': free,
  'booking.update': free,
  'booking.createClientFlow': {
    ...free,
    input: async (sample, stage) => {
      const { samples } = stage;
      const [client_id, service_id, staff_id] = ['client', 'service', 'staff'].map((name) => chosen(samples, name));
      return { client_id, service_id, staff_id, ...(await free.input?.(sample, stage)) };
    },
  },
  'booking.accept': {
    input: (sample, { samples }) => ({
      ...sample,
      booking_id: idOf(found(samples, 'appointment', ({ state }) => state === 'requested')),
    }),
  },
  'invoice.update': draft('invoice', 'invoice_uid'),
  'invoice.updateV3': draft('invoice', 'uid'),
  'estimate.update': draft('estimate', 'estimate_uid'),
  'invoice.createV3': { input: (sample, { samples }) => ({ matter_uid: chosen(samples, 'matter'), ...sample }) },
  'client.merge': { input: (sample, { samples }) => ({ ...sample, from_client_uids: [another(samples, 'client')] }) },
  'client.listMergeMasters': {
    input: (sample, { samples }) => ({
      ...sample,
      client_ids: [another(samples, 'client', 0), another(samples, 'client')],
    }),
  },
  'clientPackage.redeemCredit': {
    input: (sample, { samples }) => ({ ...sample, payment_status_uid: covered(samples) }),
  },
  'clientPackage.cancelRedemption': {
    after: 'clientPackage.redeemCredit',
    input: (sample, { samples }) => ({ ...sample, payment_status_id: covered(samples) }),
  },
  'form.update': { input: (sample, { samples }) => ({ ...sample, type: chosen(samples, 'form') }) },
  'lead.create': given({ email: 'ann@patient.example' }),
  'matterCollaborator.remove': { after: 'matterCollaborator.add' },
  // Another payment method cannot be pending, and more than is owed cannot be paid.
  'payment.create': {
    input: (sample, { samples }) => ({
      ...sample,
      payment_method: 'Bank Transfer',
      currency: 'GBP',
      amount: 5,
      ...('payment_subject_id' in sample && { payment_subject_id: chosen(samples, 'paymentRequest') }),
    }),
  },
  // For nothing yet, so that it can be matched.
  'payment.match': {
    after: 'payment.create',
    input: (sample, { samples, earlier }) => ({
      ...sample,
      payment_uid: idOf((earlier as { record: Row }).record),
      payment_status_uid: idOf(
        found(
          samples,
          'paymentRequest',
          ({ amount_paid, matter_uid, currency }) =>
            amount_paid === 0 && matter_uid === samples.preferred?.matter?.id && currency === 'GBP',
        ),
      ),
    }),
  },
  'payment.refund': {
    input: (sample, { samples }) => ({ ...sample, payment_uid: chosen(samples, 'payment'), amount: 1 }),
  },
  'staff.delete': { input: (sample, { samples }) => ({ ...sample, staff_uid: another(samples, 'staff', 2) }) },
};
