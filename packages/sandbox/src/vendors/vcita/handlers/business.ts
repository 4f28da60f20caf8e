import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { ownBusinessId, tokenOf } from '../credential.ts';
import { wrongValue } from '../wire/refusals.ts';
import { getOf, inList, listOf, oneRow } from './table.ts';

const businessOf = ({ twin }: Call): Row => twin.store.rows('business')[0] as Row;

const attributes: Handler = (call) => {
  const { name, locale, time_format } = businessOf(call);
  return oneRow({
    business_name: name,
    brand_name: 'Patchbay Sandbox',
    locale,
    time_format,
    matter_term: 'Case',
    multistaff: true,
    account_blocked: false,
    scheduled_payments_eligible: true,
    app_host: new URL(call.twin.url).host,
    photo_path: '',
    directory_settings: {},
  });
};

const branding: Handler = () =>
  oneRow({
    colors: { primary: '#2b7a78', secondary: '#def2f1', text: '#17252a' },
    logo: null,
    powered_by: { name: 'Patchbay Sandbox' },
  });

const features: Handler = () => ({
  kind: 'content',
  content: { status: 'OK', data: ['api', 'tags_feature', 'resources', 'pkg.sch.resources'].map((name) => ({ name })) },
});

const quarter = 92 * 86_400_000;

const usage: Handler = ({ twin }) => {
  const since = twin.scheduler.now() - quarter;
  const recent = (table: string): number =>
    twin.store.rows(table).filter(({ created_at }) => Date.parse(String(created_at)) >= since).length;
  return {
    kind: 'content',
    content: {
      success: true,
      data: {
        business_uid: ownBusinessId(twin),
        activities: {
          clients: twin.store.rows('client').length,
          bookings: recent('appointment') + recent('eventAttendance'),
          conversations: recent('message'),
          payments: recent('payment'),
          documents: recent('document'),
          campaigns: 0,
        },
      },
    },
  };
};

/** Kinds of tokens as userinfo names them. */
const tokenTypes = { token: 'staff', app_token: 'app', directory_token: 'directory' } as const;

const me: Handler = (call) => {
  const { twin, credential } = call;
  const business = businessOf(call);
  const [owner] = twin.store.rows('staff');
  const type = tokenTypes[tokenOf(credential)];
  return oneRow({
    sub: owner?.id,
    email: owner?.email,
    type,
    role: owner?.role,
    business_uid: business.id,
    business_name: business.name,
    directory_uid: business.directory_uid,
    brand_host: new URL(twin.url).host,
    brand_theme: {},
  });
};

const signIns: Handler = ({ query, twin }) => {
  const from = Date.parse(String(query.start_date));
  const until = Date.parse(String(query.end_date));
  if (until < from || until - from > 31 * 86_400_000) throw wrongValue('filter', 'The range is at most 31 days');
  const count = twin.store.rows('staff').length;
  const day = String(query.start_date);
  const row = (platform: string): Row => ({ id: platform, platform, sign_ins_by_date: { [day]: count } });
  return { kind: 'rows', rows: [row('web'), row('mobile')] };
};

const isBookable = (row: Row, { query, twin }: Call): boolean => {
  const service = twin.store.find('service', query.service_id);
  const ids = Array.isArray(service?.staff_ids) ? service.staff_ids : undefined;
  return row.active !== false && row.deleted !== true && (!ids || ids.includes(row.id));
};

const updateStaff: Handler = ({ path, body, twin, actor }) => {
  const { email } = body;
  if (email && twin.store.rows('staff').some((row) => row.id !== path.uid && row.email === email))
    throw wrongValue('email', 'email has already been taken', 'already_exists');
  return { kind: 'row', row: twin.records.update('staff', String(path.uid), body, actor) };
};

/** Calls on the business, its staff and whoever the token stands for. */
export const businessHandlers: Readonly<Record<string, Handler>> = {
  'business.getAttributes': attributes,
  'business.getBranding': branding,
  'business.getFeatures': features,
  'business.getUsage': usage,
  'user.getMe': me,
  'staff.get': inList(getOf('staff')),
  'staff.getV3': getOf('staff'),
  'staff.updateV3': updateStaff,
  'staff.list': listOf('staff', (row, { query }) => query.status !== 'active' || row.active === true),
  'staff.listBookable': listOf('staff', isBookable),
  'staff.getBookable': getOf('staff'),
  'staff.endSessions': () => oneRow({ revoked: { web: 1, mobile: 0 } }),
  'staff.listDailySignIns': signIns,
};
