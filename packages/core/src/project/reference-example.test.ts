import { expect, test } from 'vitest';
import { type InputValues, inputIssues } from '../request/check-input.ts';
import { vendors } from '../vendors/vendors.ts';
import { operationsOf } from './operation.ts';
import { callExample } from './reference-example.ts';

/** What the code of an example gives to the client. */
const givenBy = (code: string, resource: string, name: string): InputValues => {
  let given: InputValues | undefined;
  const client = { [resource]: { [name]: (input: InputValues = {}) => (given = input) } };
  const file = { name: 'a.txt', open: () => new Blob(['a']).stream() };
  new Function('client', 'file', code)(client, file);
  if (!given) throw new Error(`${code} does not call ${resource}.${name}`);
  return given;
};

test.each(vendors.map((vendor) => [vendor.label, vendor] as const))(
  'every example in the reference of %s runs, and its input is accepted',
  (_, vendor) => {
    for (const operation of operationsOf(vendor).values()) {
      const code = callExample(operation);
      const input = givenBy(code, operation.resource.name, operation.name);
      expect(inputIssues(operation, input), code).toEqual([]);
    }
  },
);
