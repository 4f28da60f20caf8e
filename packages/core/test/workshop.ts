import { file, filter, flag, integer, list, object, ref, sort, text } from '../src/define/field.ts';
import { defineResource } from '../src/define/resource.ts';
import { defineVendor } from '../src/define/vendor.ts';
import { apiKey } from '../src/vendors/vplan/auth.ts';

const evidence = 'documented' as const;
const source = 'test';

const bench = defineResource({
  name: 'bench',
  label: 'Bench',
  description: 'A bench',
  fields: { uid: text('Identifier', { readOnly: true }), owner: text('Owner') },
  key: 'uid',
  title: 'owner',
  operations: {
    list: { route: 'GET /benches', summary: 'Get many benches', returns: 'many', evidence, source },
  },
});

const job = defineResource({
  name: 'job',
  label: 'Job',
  description: 'A job',
  key: 'uid',
  title: ['title', 'code'],
  lookup: { narrowedBy: ['bench_id'], search: false },
  fields: {
    uid: text('Identifier', { readOnly: true }),
    title: text('Title'),
    code: text('Code'),
    status: text('Status'),
    bench_id: ref('bench', 'Bench'),
    pin: text('Door code', { secret: true, readOnly: true }),
    visitors: list(object({ name: text('Name'), badge: text('Badge', { secret: true }) }, 'A visitor'), 'Visitors'),
  },
  operations: {
    list: {
      route: 'GET /jobs',
      summary: 'Get many jobs',
      query: {
        bench_id: ref('bench', 'Bench'),
        tags: list(text('A tag'), 'Tags', { several: 'repeat', wire: 'tags[]' }),
        filter: filter('Conditions'),
        sort: sort('Order'),
      },
      returns: 'many',
      rowsPath: ['data.jobs', 'data', ''],
      evidence,
      source,
    },
    get: { route: 'GET /jobs/{job_id}', summary: 'Get a job', returns: 'one', evidence, source },
    create: {
      route: 'POST /jobs',
      summary: 'Create a job',
      body: {
        required: ['title'],
        optional: ['code', 'visitors'],
        wrap: 'job',
        fields: {
          bench_id: ref('bench', 'Bench', {
            required: true,
            otherwise: {
              instead: { name: 'owner', field: text('Owner of the bench') },
              operation: 'bench.list',
              input: {},
              take: 'uid',
            },
          }),
        },
        outside: { notify: flag('Tell everybody') },
        fixed: { new_api: true },
      },
      returns: 'one',
      evidence,
      source,
    },
    update: {
      route: 'PUT /jobs/{job_id}',
      summary: 'Update a job',
      body: { optional: ['title', 'code', 'status'], wrap: 'jobs[]', fromPath: ['job_id'] },
      returns: 'one',
      readBack: 'always',
      evidence,
      source,
    },
    plan: {
      route: 'POST /jobs/{job_id}/plan',
      summary: 'Plan a job',
      returns: 'one',
      background: { what: 'slots', list: 'slot.list', input: { job_id: '{job_id}' }, ceiling: 10 },
      evidence,
      source,
    },
    attach: {
      route: 'POST /jobs/{job_id}/files',
      summary: 'Attach files',
      body: { fields: { drawing: file('The drawing', { required: true }), pages: integer('Pages') }, wrap: 'data' },
      oneOf: [['drawing']],
      returns: 'one',
      evidence,
      source,
    },
    download: {
      route: 'GET /jobs/{job_id}',
      summary: 'Download the drawing',
      returns: 'file',
      file: { url: 'drawing.url', name: 'drawing.name' },
      evidence,
      source,
    },
    createOrUpdate: {
      summary: 'Create or update a job by code',
      find: 'list',
      create: 'create',
      update: 'update',
      by: ['code'],
      input: { filter: { all: [{ field: 'code', operator: 'eq', value: '{code}' }] } },
      evidence,
      source,
    },
  },
});

const slot = defineResource({
  name: 'slot',
  label: 'Slot',
  description: 'A slot',
  fields: { id: text('Identifier', { readOnly: true }), note: text('Note') },
  operations: {
    list: {
      route: 'GET /jobs/{job_id}/slots',
      summary: 'Get many slots',
      pagination: false,
      returns: 'many',
      evidence,
      source,
    },
  },
});

/** A made-up vendor that uses what the language has and the first vendor does not need. */
export const workshop = defineVendor({
  name: 'workshop',
  label: 'Workshop',
  description: 'A workshop',
  website: 'https://workshop.example',
  documentation: 'https://workshop.example/api',
  baseUrl: 'https://workshop.example/api',
  auth: { apiKey },
  pagination: { style: 'page', page: 'page', size: 'per_page', more: 'next_page', maxPageSize: 100 },
  rowsPath: 'data',
  itemPath: ['data', ''],
  errors: {
    shapes: [
      { list: 'errors', message: 'message', code: 'code', field: 'field' },
      { message: 'error', code: 'error_code' },
    ],
    inside: [
      { path: 'status', equals: 'Error' },
      { path: 'success', equals: false },
    ],
    advice: { 422: 'Check the values', Unauthorized: 'The token may not do this', slot_taken: 'Choose another slot' },
  },
  quota: {
    budgets: [
      { requests: 5, seconds: 1 },
      { requests: 1, seconds: 60, operations: ['bench.list'] },
      { requests: 2, seconds: 60, methods: ['DELETE'] },
    ],
    waitSeconds: 30,
    source,
  },
  filter: {
    operators: { eq: 'is', contains: 'contains', gt: 'is more than' },
    template: '{field}:{not}{operator}:{value}',
    not: 'not:',
    all: ',and,',
    any: ',or,',
    quote: "'",
    group: ['(', ')'],
  },
  sort: { template: '{field}:{direction}', separator: ',' },
  events: [],
  webhooks: {
    resource: 'job',
    fields: { id: 'uid', url: 'url', events: 'event' },
    event: ['entity', 'type'],
    shapes: { any: { record: 'data' } },
    source,
  },
  resources: { bench, job, slot },
});
