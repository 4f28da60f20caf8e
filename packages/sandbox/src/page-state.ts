import { labelOf } from '@patchbay/core';
import type { DeliveryRecord } from './deliveries.ts';
import type { RequestRecord } from './request-log.ts';
import type { Row } from './store.ts';
import type { Twin } from './twin.ts';

const shownChoices = 300;

/** The name of a record, as a person knows it. */
export const titleOf = ({ vendor }: Twin, table: string, row: Row): string =>
  String(row[vendor.resources[table]?.title ?? 'name'] || row.id);

/** Names of the records that a row points to with fields such as `board_id`. */
const relatedNames = (twin: Twin, row: Row, title: string): string =>
  Object.entries(row)
    .flatMap(([name, id]) => {
      const table = name.endsWith('_id') ? name.slice(0, -3) : undefined;
      const other = table && twin.store.find(table, id);
      return other ? [titleOf(twin, table, other)] : [];
    })
    .filter((name) => !title.includes(name))
    .join(', ');

const choicesOf = (twin: Twin, table: string) =>
  twin.store
    .rows(table)
    .slice(-shownChoices)
    .map((row) => {
      const title = titleOf(twin, table, row);
      return { id: row.id, title, hint: relatedNames(twin, row, title) };
    });

const requestLine = ({ body: _, answer: __, headers: ___, query: ____, ...line }: RequestRecord) => line;

const deliveryLine = ({ payload: _, attempts, ...line }: DeliveryRecord) => ({
  ...line,
  attempts: attempts.length,
  last: attempts.at(-1),
});

const vendorState = (twin: Twin, url: string) => {
  const { vendor, rules, store, credential, settings } = twin;
  const fields = vendor.auth[rules.authScheme]?.fields ?? {};
  const chosen = new Set(rules.acts.flatMap(({ inputs }) => inputs.flatMap(({ choose }) => choose ?? [])));
  return {
    name: vendor.name,
    label: vendor.label,
    baseUrl: `${url}/${vendor.name}${rules.basePath}`,
    credential: Object.entries(fields).map(([name, { label }]) => ({
      name,
      label: label ?? labelOf(name),
      value: credential[name] ?? '',
    })),
    settings: { emptyUpdates: settings.emptyUpdates },
    acts: rules.acts.map(({ run: _, ...act }) => act),
    choices: Object.fromEntries([...chosen].map((table) => [table, choicesOf(twin, table)])),
    tables: store.tables().map((name) => ({
      name,
      label: vendor.resources[name]?.label ?? labelOf(name),
      count: store.rows(name).length,
    })),
    requests: twin.requests().map(requestLine),
    webhooks: store.rows(vendor.webhooks.resource).map((row) => rules.plain(vendor.webhooks.resource, row, twin)),
    webhookFields: vendor.webhooks.fields,
    deliveries: twin.deliveries.all().map(deliveryLine),
  };
};

/** All that the page shows at once; details are asked for one by one. */
export const pageState = (twins: readonly Twin[], url: string) => twins.map((twin) => vendorState(twin, url));
