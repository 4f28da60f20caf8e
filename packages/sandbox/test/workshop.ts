import {
  choices,
  defineResource,
  defineVendor,
  file,
  flag,
  id,
  integer,
  list,
  ref,
  text,
  url,
  type Vendor,
} from '@patchbay/core';
import { onTestFinished } from 'vitest';
import type { VendorRules } from '../src/rules.ts';
import { type SandboxOptions, startTwins } from '../src/sandbox.ts';
import type { Json } from './harness.ts';
import { manualTime } from './manual-time.ts';

const proof = { evidence: 'documented', source: 'https://workshop.example' } as const;

const tool = defineResource({
  name: 'tool',
  label: 'Tool',
  description: 'Something to lend',
  key: 'uid',
  title: ['name', 'maker'],
  fields: {
    uid: id('Identifier', { readOnly: true }),
    name: text('Name'),
    maker: text('Maker'),
    price: integer('Price'),
    tags: list(text('A tag'), 'Tags'),
  },
  operations: {
    list: {
      route: 'GET /v2/tools',
      summary: 'Get many tools',
      query: {
        maker: text('Maker'),
        cheaper: integer('Cheaper than', { wire: 'price[lt]' }),
        tags: choices(['sharp', 'heavy'], 'Tags', { several: 'repeat' }),
      },
      returns: 'many',
      rowsPath: ['data.tools', 'data'],
      ...proof,
    },
    search: {
      route: 'GET /v2/tools/search',
      summary: 'Search tools',
      returns: 'many',
      rowsPath: 'hits',
      pagination: { style: 'offset', limit: 'limit', offset: 'offset', more: 'hasMore', maxPageSize: 50 },
      ...proof,
    },
    get: { route: 'GET /v2/tools/{tool_uid}', summary: 'Get a tool', returns: 'one', ...proof },
    create: {
      route: 'POST /v2/tools',
      summary: 'Create a tool',
      body: {
        required: ['name'],
        optional: ['price', 'tags'],
        fields: { maker: text('Maker', { wire: 'made_by' }) },
        wrap: 'tools[]',
        outside: { notify: flag('Tell the others') },
        fixed: { source: 'api' },
      },
      returns: 'one',
      ...proof,
    },
    update: {
      route: 'PUT /v2/tools/{tool_uid}',
      summary: 'Update a tool',
      body: { optional: ['name', 'price'], wrap: 'tool', fromPath: ['tool_uid'] },
      returns: 'one',
      readBack: 'always',
      ...proof,
    },
    delete: { route: 'DELETE /v2/tools/{tool_uid}', summary: 'Delete a tool', returns: 'nothing', ...proof },
  },
});

const photo = defineResource({
  name: 'photo',
  label: 'Photo',
  description: 'A picture of a tool',
  fields: {
    id: id('Identifier', { readOnly: true }),
    tool_uid: ref('tool', 'Tool'),
    title: text('Title'),
    rank: integer('Rank'),
    link: url('Where it is', { readOnly: true }),
    file_name: text('Name of the file', { readOnly: true }),
  },
  operations: {
    create: {
      route: 'POST /v2/tools/{tool_uid}/photos',
      summary: 'Upload a photo',
      body: {
        optional: ['title', 'rank'],
        fields: { content: file('The picture', { required: true }) },
        wrap: 'photo',
      },
      returns: 'one',
      path: { tool_uid: ref('tool', 'Tool') },
      ...proof,
    },
    link: {
      route: 'POST /v2/tools/{tool_uid}/photos',
      summary: 'Link a photo',
      body: { fields: { link: url('Where it is', { required: true }) }, wrap: 'photo' },
      returns: 'one',
      path: { tool_uid: ref('tool', 'Tool') },
      ...proof,
    },
    download: {
      route: 'GET /v2/photos/{photo_id}/download',
      summary: 'Download a photo',
      returns: 'file',
      file: { url: 'link', name: 'file_name' },
      ...proof,
    },
  },
});

/** A vendor that nobody sells: whatever the language can say and the real ones do not need. */
export const workshop: Vendor = defineVendor({
  name: 'workshop',
  label: 'Workshop',
  description: 'Lends tools',
  website: 'https://workshop.example',
  documentation: 'https://workshop.example',
  baseUrl: 'https://workshop.example/api',
  auth: {
    token: {
      name: 'token',
      label: 'Token',
      description: 'A token',
      fields: { token: text('Token', { secret: true, required: true }) },
      headers: { Authorization: 'Bearer {token}' },
      test: 'tool.list',
      source: proof.source,
    },
  },
  pagination: { style: 'page', page: 'page', size: 'per_page', more: 'data.next_page', maxPageSize: 100 },
  rowsPath: 'data',
  itemPath: 'data.tool',
  errors: {
    shapes: [{ list: 'errors', message: 'message', code: 'code', field: 'field' }],
    inside: [{ path: 'success', equals: false }],
    advice: {},
  },
  quota: {
    budgets: [
      { requests: 3, seconds: 60, methods: ['DELETE'] },
      { requests: 6, seconds: 60 },
    ],
    source: proof.source,
  },
  events: [],
  webhooks: {
    resource: 'hook',
    fields: { id: 'id', url: 'url', events: 'events' },
    event: 'event',
    shapes: {},
    source: proof.source,
  },
  resources: { tool, photo },
}) as Vendor;

/** Its twin: seven tools, and next to no rules of its own. */
export const workshopRules: VendorRules = {
  vendor: 'workshop',
  basePath: '/api',
  authScheme: 'token',
  credential: () => ({ token: 'sandbox-token-1234' }),
  seed(twin) {
    for (let index = 1; index <= 7; index++)
      twin.records.create('tool', { name: `Saw ${index}`, maker: index % 2 ? 'Ada' : 'Bo', price: index }, 'user');
  },
  handlers: { 'tool.search': ({ twin }) => ({ kind: 'rows', rows: twin.store.rows('tool') }) },
  resources: {},
  acknowledge: () => ({ message: 'ok' }),
  eventsOf: () => [],
  acts: [],
  subscriptions: {
    retryDelays: [],
    canSend: () => true,
    afterFailure: (row) => row,
    afterSuccess: (row) => row,
    payload: ({ data }) => data,
  },
};

/** A call of the workshop's API. */
export interface WorkshopCall {
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer to a bare request. */
export interface WorkshopAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly content: string;
  readonly json: Json;
}

/** A sandbox on a standing clock that plays the workshop alone, and ends with the test. */
export const startWorkshop = async (
  options: SandboxOptions = {},
  rules: Partial<VendorRules> = {},
  vendor = workshop,
) => {
  const time = manualTime('2026-11-22T09:00:00.000Z');
  const problems: string[] = [];
  const sandbox = await startTwins([{ vendor, rules: { ...workshopRules, ...rules } }], {
    now: time.now,
    schedule: time.schedule,
    log: (message) => problems.push(message),
    ...options,
  });
  onTestFinished(async () => {
    await sandbox.close();
    if (problems.length > 0) throw new Error(`The sandbox reported: ${problems.join('\n')}`);
  });
  const twin = sandbox.twin('workshop');
  const request = (method: string, target: string, { json, form, headers }: WorkshopCall = {}): Promise<Response> =>
    fetch(`${twin.baseUrl}${target}`, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${twin.credential.token}`,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form ?? (json === undefined ? null : JSON.stringify(json)),
    });
  const call = async (method: string, target: string, given?: WorkshopCall): Promise<WorkshopAnswer> => {
    const response = await request(method, target, given);
    const content = await response.text();
    const json: Json = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(content) : undefined;
    return { status: response.status, headers: response.headers, content, json };
  };
  const control = async (path: string, content: unknown = {}) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/workshop/${path}`, {
      method: 'POST',
      body: JSON.stringify(content),
    });
    return { status: answer.status, json: (await answer.json()) as Json };
  };
  return { sandbox, twin, time, request, call, control };
};
