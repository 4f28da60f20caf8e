import { choice, type Fields, flag, json, object, text } from '../define/field.ts';
import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import { labelOf } from './label.ts';
import { type Input, type Operation, operationsOf } from './operation.ts';

const fields = {
  method: choice(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], 'HTTP method', { required: true, example: 'GET' }),
  path: text('Path behind the base URL', { required: true }),
  query: object({}, 'Query parameters by name'),
  body: json('JSON content'),
  all_pages: flag('Read a list to its end, page by page'),
  rows_path: text('Where the rows stand in the answer, with dots; found without in most cases'),
} satisfies Fields;

const inputsFor = (vendor: Vendor): readonly Input[] => {
  const list = [...operationsOf(vendor).values()].find(({ method, path }) => method === 'GET' && !path.includes('{'));
  return Object.entries(fields).map(([name, field]) => ({
    name,
    label: labelOf(name),
    place: 'local',
    required: 'required' in field,
    field: name === 'path' && list ? { ...field, example: list.path } : field,
  }));
};

const resource: Resource = {
  name: 'customCall',
  label: 'Custom API Call',
  description: 'Any call of the API with the same credential, retries and paging',
  fields: {},
  operations: {},
};

const known = new WeakMap<Vendor, Operation>();

/**
 * The operation that sends any call of a vendor's API; its rows are those of the answer, or the answer itself. It is no
 * definition of the vendor, so `operationsOf` does not list it.
 */
export const customCall = (vendor: Vendor): Operation => {
  const ready = known.get(vendor);
  if (ready) return ready;
  const operation: Operation = {
    vendor,
    resource,
    name: 'send',
    key: 'customCall.send',
    method: '',
    path: '',
    idempotent: false,
    inputs: inputsFor(vendor),
    definition: {
      // Never sent: method and path are the caller's.
      route: 'GET /',
      summary: 'Send a request',
      description: `For what ${vendor.label} offers and is not in the list; see ${vendor.documentation}`,
      returns: 'many',
      evidence: 'documented',
      source: vendor.documentation,
    },
    custom: true,
  };
  known.set(vendor, operation);
  return operation;
};
