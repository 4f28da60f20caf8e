import type { Twin } from '../../../twin.ts';
import type { Values } from './checks.ts';

const names = ['street1', 'street2', 'postcode', 'city', 'state', 'country'] as const;

/** Identifier of the address with these six fields: equal ones are one record, shared by orders. */
export const sharedAddress = (address: Values, { store, random, scheduler }: Twin): string => {
  const values = Object.fromEntries(names.map((name) => [name, address[name] ?? null]));
  const known = store.rows('address').find((row) => names.every((name) => row[name] === values[name]));
  if (known) return known.id;
  const stamp = scheduler.stamp();
  return store.put('address', { id: random.uuid(), ...values, created_at: stamp, updated_at: stamp }).id;
};
