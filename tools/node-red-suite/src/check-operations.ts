import { type Operation, operationsOf } from '@patchbay/core';
import type { Message } from '@patchbay/node-red-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosts, startHosts } from './hosts.ts';
import { sampleFields } from './sample.ts';
import type { Subject } from './subject.ts';

/** What is particular when all operations of a vendor are run. */
export interface OperationChecks {
  /** Share of the operations that the twin answers when given nothing but what is required */
  readonly answered: number;
  /** Before each operation, with the twin as it is when new */
  readonly prepare?: (hosts: Hosts, operation: Operation) => Promise<void>;
}

/** What one call may send, as `METHOD /path` with anything for the parameters. */
const routesOf = ({ method, path, composite }: Operation): RegExp[] =>
  composite
    ? [composite.find, composite.create, composite.update].flatMap((one) => (one ? routesOf(one) : []))
    : [new RegExp(`^${method} ${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)];

/** Every operation of the definition through the node; those of partners through the partners' node. */
export const checkOperations = (subject: Subject, { answered: share, prepare }: OperationChecks): void => {
  const { vendor } = subject;
  // Files are fetched from where the record says; they have tests of their own.
  const operations = [...operationsOf(vendor).values()].filter(({ definition }) => definition.returns !== 'file');
  let hosts: Hosts;
  let answered = 0;
  let accounts = 0;
  beforeAll(async () => {
    hosts = await startHosts(subject);
  });
  afterAll(() => hosts.close());

  describe('every operation', () => {
    it.each(operations.map((operation) => [operation.key, operation] as const))(
      '%s reaches the vendor through the node and comes back as a message, or as a refusal by the vendor',
      async (_, operation) => {
        hosts.twin.reset();
        await prepare?.(hosts, operation);
        const { resource, name, definition } = operation;
        const type = definition.tier === 2 ? `${vendor.name}-partner` : vendor.name;
        const { messages, caught } = await hosts.run(
          { type, resource: resource.name, operation: name, fields: sampleFields(hosts, operation) },
          { photo: { name: 'photo.png', data: Buffer.alloc(1000) } } as Message,
          // Another account for each operation, as far as the node knows: together they need more than the vendor's
          // budget, and nobody is to wait here.
          { baseUrl: `${hosts.twin.baseUrl}/${++accounts}/..` },
        );
        const reached = hosts.twin.requests.filter((request) =>
          routesOf(operation).some((route) => route.test(`${request.method} ${request.path}`)),
        );
        expect([reached.length > 0, caught?.error.message]).toEqual([true, caught?.error.message]);
        if (caught) {
          expect(caught.error.code).not.toMatch(/^(INPUT|UNEXPECTED_ANSWER|ENDLESS_LIST)$/);
          expect((caught as { statusCode?: number }).statusCode).toBeGreaterThanOrEqual(200);
          return;
        }
        answered++;
        expect(messages).toHaveLength(1);
        const payload = messages[0]?.payload;
        if (definition.returns === 'many') expect(Array.isArray(payload)).toBe(true);
        else if (definition.returns === 'nothing') expect(payload).toEqual({});
        else expect(Object.keys(payload as object)).not.toEqual([]);
        if (operation.composite) expect(payload).toHaveProperty('outcome');
      },
    );

    it('is answered in most cases with nothing but what is required', () => {
      expect(answered / operations.length).toBeGreaterThan(share);
    });
  });
};
