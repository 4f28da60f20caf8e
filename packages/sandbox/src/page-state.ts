import { labelOf, operationsOf } from '@patchbay/core';
import type { DeliveryRecord } from './deliveries.ts';
import { faultState } from './faults/fault-routes.ts';
import { oauthState } from './oauth/oauth-routes.ts';
import { linkedBy } from './page-links.ts';
import type { RequestRecord } from './request-log.ts';
import type { Row } from './store.ts';
import { switchedBudgets, type Twin } from './twin.ts';

const shownChoices = 300;

/** The name of a record, as a person knows it. */
export const titleOf = ({ vendor }: Twin, table: string, row: Row): string => {
  const parts = [vendor.resources[table]?.title ?? 'name'].flat().map((name) => row[name]);
  const given = new Set(parts.filter((part) => part !== undefined && part !== null && part !== ''));
  return [...given].join(' ') || row.id;
};

/** Names of the records that a row points to. */
const relatedNames = (twin: Twin, table: string, row: Row, title: string): string => {
  const names = Object.entries(row).flatMap(([name, id]) => {
    const other = linkedBy(twin, table, name, id);
    return other ? [titleOf(twin, other.table, other.row)] : [];
  });
  return [...new Set(names)].filter((name) => !title.includes(name)).join(', ');
};

const choicesOf = (twin: Twin, table: string) =>
  twin.store
    .rows(table)
    .slice(-shownChoices)
    .map((row) => {
      const title = titleOf(twin, table, row);
      return { id: row.id, title, hint: relatedNames(twin, table, row, title) };
    });

const requestLine = ({ body: _, answer: __, headers: ___, query: ____, ...line }: RequestRecord) => line;

const deliveryLine = ({ payload: _, attempts, ...line }: DeliveryRecord) => ({
  ...line,
  attempts: attempts.length,
  last: attempts.at(-1),
});

const vendorState = (twin: Twin) => {
  const { vendor, rules, store, credential, settings } = twin;
  const fields = vendor.auth[rules.authScheme]?.fields ?? {};
  const chosen = new Set(rules.acts.flatMap(({ inputs }) => inputs.flatMap(({ choose }) => choose ?? [])));
  return {
    name: vendor.name,
    label: vendor.label,
    baseUrl: twin.baseUrl,
    credential: Object.entries(fields).map(([name, { label }]) => ({
      name,
      label: label ?? labelOf(name),
      value: credential[name] ?? '',
    })),
    settings: { emptyUpdates: settings.emptyUpdates, quota: settings.quota },
    // Where no update answers empty by the documentation, there is nothing to switch.
    hasEmptyUpdates: [...operationsOf(vendor).values()].some(({ definition }) => definition.readBack === 'whenEmpty'),
    budgets: switchedBudgets(vendor),
    oauth: oauthState(twin),
    faults: faultState(twin),
    acts: rules.acts.map(({ run: _, ...act }) => act),
    choices: Object.fromEntries([...chosen].map((table) => [table, choicesOf(twin, table)])),
    tables: store.tables().map((name) => ({
      name,
      label: vendor.resources[name]?.label ?? labelOf(name),
      count: store.rows(name).length,
    })),
    requests: twin.requests().map(requestLine),
    webhooks: store
      .rows(vendor.webhooks.resource)
      .map((row) => rules.plain?.(vendor.webhooks.resource, row, twin) ?? row),
    webhookFields: vendor.webhooks.fields,
    deliveries: twin.deliveries.all().map(deliveryLine),
  };
};

/** All that the page shows at once; details are asked for one by one. */
export const pageState = (twins: readonly Twin[]) => twins.map(vendorState);
