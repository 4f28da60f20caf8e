import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row, VendorSandbox } from '@patchbay/sandbox';

type Twin = VendorSandbox<Readonly<Record<string, string>>>;

/** What is tried with a vendor's package in n8n: an example, from an event at the vendor to its effect there. */
export interface Story {
  readonly vendor: string;
  /** Of the package */
  readonly folder: string;
  readonly example: string;
  readonly workflowId: string;
  /** What a user chooses after the import of the example */
  choices(twin: Twin): Record<string, string>;
  /** Subscriptions that the published workflow has at the vendor, beside their addresses */
  readonly subscribed: readonly object[];
  readonly url: string;
  /** Makes the event come about; gives the record that it is about */
  happen(twin: Twin): Row | undefined;
  /** Whether the workflow has done what it is for */
  done(row: Row, twin: Twin): boolean;
  /** The vendor's nodes, as n8n names them */
  readonly nodes: readonly string[];
  /** What a wrong credential is told */
  readonly advice: RegExp;
  /** A pick list: the form around it, what is typed, and the record that is found */
  readonly search: { readonly resource: string; readonly typed: string; readonly found: string };
  /** A node of the example and what its panel shows, in this order */
  readonly panel: { readonly node: string; readonly labels: RegExp; readonly picker: string };
  /** A node of the example whose Fields are looked at, and its operation */
  readonly offers?: { readonly node: string; readonly resource: string; readonly operation: string };
  /** Menus that n8n fills in when they are opened: by which method, for which operation, and some of their values */
  readonly menus?: readonly {
    readonly method: string;
    readonly path: string;
    readonly resource: string;
    readonly operation: string;
    readonly values: readonly string[];
  }[];
}

const folderAt = (manifest: string): string => dirname(fileURLToPath(manifest));

const first = (twin: Twin, resource: string): string => String(twin.rows(resource)[0]?.id);

export const stories: readonly Story[] = [
  {
    vendor: 'vplan',
    folder: folderAt(import.meta.resolve('@patchbay/n8n-nodes-vplan/package.json')),
    example: 'plan-new-collections.json',
    workflowId: 'PlanCollections1',
    choices: (twin) => ({ board_id: first(twin, 'board') }),
    subscribed: [
      {
        event_types: ['collection.created'],
        active: true,
        description: 'n8n workflow Plan new collections',
      },
    ],
    url: 'url',
    happen: (twin) => twin.act('createCollection', { name: 'Order 118', board_id: first(twin, 'board') }),
    done: ({ id }, twin) =>
      /^[1-9]\d* cards planned$/.test(String(twin.rows('collection').find((row) => row.id === id)?.description)),
    nodes: ['vplan', 'vplanTool', 'vplanTrigger'],
    advice: /Check the API key and the environment ID of the credential/,
    search: { resource: 'board', typed: 'frames', found: 'Window frames' },
    panel: {
      node: 'Plan on Board',
      labels: /Resource.*Operation.*Collection.*Board.*Simplify.*Fields.*Options/s,
      picker: 'board_id',
    },
    offers: { node: 'Plan on Board', resource: 'collection', operation: 'moveToBoard' },
    menus: [
      {
        method: 'filterFields',
        path: 'options.filter.conditions[0].field',
        resource: 'board',
        operation: 'getAll',
        values: ['name', 'color'],
      },
      { method: 'getWith', path: 'options.with', resource: 'card', operation: 'get', values: ['stage', 'relations'] },
      {
        method: 'getEventTypes',
        path: 'event_types',
        resource: 'webhook',
        operation: 'create',
        values: ['card.created', 'card.updated.merged'],
      },
    ],
  },
  {
    vendor: 'nifty',
    folder: folderAt(import.meta.resolve('@patchbay/n8n-nodes-nifty/package.json')),
    example: 'comment-on-new-tasks.json',
    workflowId: 'CommentOnTasks1',
    choices: (twin) => ({ app_id: first(twin, 'app') }),
    subscribed: [{ event: ['taskCreated'] }],
    url: 'endpoint',
    happen: (twin) =>
      twin.act('createTask', {
        name: 'Paper napkins',
        taskgroup_id: first(twin, 'taskgroup'),
        member_id: first(twin, 'member'),
      }),
    done: ({ id }, twin) =>
      twin.rows('message').some(({ task, text }) => task === id && String(text).includes('"Paper napkins"')),
    nodes: ['nifty', 'niftyTool', 'niftyTrigger'],
    advice: /make a new personal access token/,
    search: { resource: 'project', typed: 'rebrand', found: 'Lumen rebrand' },
    panel: { node: 'Get Task', labels: /Resource.*Operation.*Project.*Task.*Simplify/s, picker: 'project_id' },
  },
  {
    vendor: 'vcita',
    folder: folderAt(import.meta.resolve('@patchbay/n8n-nodes-vcita/package.json')),
    example: 'welcome-new-clients.json',
    workflowId: 'WelcomeClients1',
    choices: () => ({}),
    subscribed: [{ event: 'client/created' }],
    url: 'url',
    happen(twin) {
      twin.act('newLead', { name: 'Mia Holm', email: 'mia.holm@example.com', request: 'Back pain' });
      return twin.rows('client').find(({ email }) => email === 'mia.holm@example.com');
    },
    done({ id }, twin) {
      const matter = twin.rows('matter').find(({ client_id }) => client_id === id);
      const noted = twin.rows('clientNote').some(({ matter_uid }) => matter_uid === matter?.id);
      return noted && JSON.stringify(matter?.tags).includes('new client');
    },
    nodes: ['vcita', 'vcitaTool', 'vcitaPartner', 'vcitaPartnerTool', 'vcitaTrigger'],
    advice: /Check the token/,
    search: { resource: 'client', typed: 'nora.kavanagh', found: 'Nora Kavanagh nora.kavanagh@example.com' },
    panel: { node: 'Add Tag', labels: /Resource.*Operation.*Client.*Matters.*Tags/s, picker: 'client_id' },
  },
];
