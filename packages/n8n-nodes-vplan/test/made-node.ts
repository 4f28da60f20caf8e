import {
  defineResource,
  file,
  filter,
  id,
  integer,
  list,
  object,
  type Resource,
  ref,
  sort,
  text,
  type Vendor,
  vplan,
} from '@patchbay/core';
import { createN8nEngine, type N8nEngine } from '@patchbay/n8n-engine';
import {
  execute,
  listSearch,
  loadOptions,
  nodeProperties,
  receiveDelivery,
  triggerProperties,
  webhookMethods,
} from '@patchbay/n8n-kit';
import type { INodeType } from 'n8n-workflow';
import { VplanApi } from '../credentials/VplanApi.credentials.ts';

const made = { evidence: 'documented', source: 'made up' } as const;
const thingId = ref('thing', 'Which thing', { required: true });

/** A vendor that has a little of everything, for what the node does whoever the vendor is. */
const thing = defineResource({
  name: 'thing',
  label: 'Thing',
  description: 'Something that carries files',
  fields: {
    id: id('Identifier', { readOnly: true }),
    name: text('Name'),
    rank: integer('Rank'),
    token: text('Token', { secret: true, readOnly: true }),
  },
  operations: {
    list: {
      ...made,
      route: 'GET /thing',
      summary: 'Get many things',
      query: { filter: filter('Which things'), sort: sort('Order of the things') },
      returns: 'many',
    },
    get: {
      ...made,
      route: 'GET /thing/{thing_id}',
      summary: 'Get a thing',
      path: { thing_id: thingId },
      returns: 'one',
    },
    upload: {
      ...made,
      route: 'POST /thing/{thing_id}/file',
      summary: 'Upload a file',
      body: { fields: { scan: file('The scan', { required: true }), note: text('Note') } },
      returns: 'one',
    },
    download: {
      ...made,
      route: 'GET /thing/{thing_id}/file',
      summary: 'Download a file',
      returns: 'file',
      file: { url: 'url', name: 'filename' },
    },
    arrange: {
      ...made,
      route: 'POST /thing/{thing_id}/steps',
      summary: 'Arrange steps',
      body: {
        fields: {
          steps: list(
            object({ name: text('Name', { required: true }), rank: integer('Rank'), note: text('Note') }, 'A step'),
            'Steps',
          ),
        },
      },
      returns: 'one',
    },
  },
});

const ofThing = { thing_id: ref('thing', 'Of this thing', { required: true }) };

/** Subscriptions to one event each, of one thing. */
const hook = defineResource({
  name: 'hook',
  label: 'Hook',
  description: 'A subscription',
  fields: {},
  operations: {
    list: { ...made, route: 'GET /hook', summary: 'Get many hooks', query: ofThing, returns: 'many' },
    create: {
      ...made,
      route: 'POST /hook',
      summary: 'Create a hook',
      body: {
        fields: { target: text('Address', { required: true }), event: text('Event', { required: true }), ...ofThing },
      },
      returns: 'one',
    },
    delete: { ...made, route: 'DELETE /hook/{hook_id}', summary: 'Delete a hook', returns: 'nothing' },
  },
});

const vendor: Vendor = {
  ...vplan,
  name: 'made',
  label: 'Made',
  lookups: {},
  itemPath: '',
  filter: {
    operators: { eq: 'is', contains: 'contains' },
    template: '{not}{field}:{operator}:{value}',
    not: 'not:',
    all: ' and ',
    any: ' or ',
    quote: "'",
    group: ['(', ')'],
  },
  sort: { template: '{field}:{direction}', separator: ',' },
  webhooks: {
    resource: 'hook',
    operations: { update: false },
    single: true,
    needs: { thing_id: ref('thing', 'Of this thing', { required: true }) },
    otherEvents: true,
    fields: { id: 'id', url: 'target', events: 'event' },
    event: 'event',
    shapes: { plain: { record: 'data' } },
    source: 'made up',
  },
  events: [
    { name: 'thing.made', description: 'A thing was made', resource: 'thing', shape: 'plain', evidence: 'documented' },
    { name: 'thing.gone', description: 'A thing went', resource: 'thing', shape: 'plain', evidence: 'documented' },
  ],
  resources: { thing: thing as unknown as Resource, hook: hook as unknown as Resource },
};

class MadeApi extends VplanApi {
  override name = 'madeApi';
}

const node: INodeType = {
  description: {
    displayName: 'Made',
    name: 'made',
    group: ['transform'],
    version: [1],
    defaultVersion: 1,
    description: 'Made up',
    defaults: { name: 'Made' },
    inputs: ['main'],
    outputs: ['main'],
    credentials: [{ name: 'madeApi', required: true }],
    properties: nodeProperties(vendor),
  },
  methods: { listSearch: listSearch(vendor), loadOptions: loadOptions(vendor) },
  async execute() {
    return await execute(this, vendor);
  },
};

const trigger: INodeType = {
  description: {
    displayName: 'Made Trigger',
    name: 'madeTrigger',
    group: ['trigger'],
    version: 1,
    description: 'Made up',
    defaults: { name: 'Made Trigger' },
    inputs: [],
    outputs: ['main'],
    credentials: [{ name: 'madeApi', required: true }],
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'made' }],
    properties: triggerProperties(vendor),
  },
  webhookMethods: webhookMethods(vendor),
  async webhook() {
    return receiveDelivery(this, vendor);
  },
};

/** The form of the made-up vendor's trigger. */
export const madeTriggerProperties = trigger.description.properties;

/** n8n's engine with the nodes of the made-up vendor, whose API is at the given address. */
export const madeNodeAt = (baseUrl: string): N8nEngine =>
  createN8nEngine({
    nodes: [node, trigger],
    credentialTypes: [new MadeApi()],
    credentials: { madeApi: { key: 'a-key', environment: 'an-environment', baseUrl } },
  });
