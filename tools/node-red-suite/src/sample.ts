import type { Field, Input, Operation, Vendor } from '@patchbay/core';
import { fixed } from './flow-nodes.ts';
import type { Hosts } from './hosts.ts';

type Rows = (resource: string) => readonly Readonly<Record<string, unknown>>[];

/** The twins keep every record under an `id`, whatever the vendor calls its identifier. */
const keyIn = ({ resources }: Vendor, name: string, row: Readonly<Record<string, unknown>> | undefined): unknown =>
  row?.[resources[name]?.key ?? 'id'] ?? row?.id;

const byKind = (vendor: Vendor, rows: Rows, field: Field): unknown => {
  switch (field.kind) {
    case 'ref':
      return keyIn(vendor, field.to ?? '', rows(field.to ?? '')[0]);
    case 'choice':
      return field.values?.[0];
    case 'choices':
      return field.values?.slice(0, 1);
    case 'integer':
    case 'number':
    case 'money':
      return field.minimum ?? 1;
    case 'date':
      return '2026-12-01';
    case 'dateTime':
      return '2026-12-01T08:00:00Z';
    case 'time':
      return '09:00';
    case 'flag':
      return true;
    case 'email':
      return 'sample@example.com';
    case 'url':
      return 'http://127.0.0.1:9/hook';
    case 'list':
      return field.item ? [sampleOf(vendor, rows, field.item)] : ['sample'];
    case 'object':
    case 'json':
      return {};
    default:
      return 'sample';
  }
};

/** A value of a field: its example with real records in the place of references, else one by its kind. */
const sampleOf = (vendor: Vendor, rows: Rows, field: Field, example: unknown = field.example): unknown => {
  const { kind, item, fields } = field;
  if (kind === 'ref' || kind === 'url' || example === undefined) return byKind(vendor, rows, field);
  if (Array.isArray(example) && item) return example.map((entry) => sampleOf(vendor, rows, item, entry));
  if (typeof example !== 'object' || example === null || !fields) return example;
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [
      name,
      fields[name] ? sampleOf(vendor, rows, fields[name], value) : value,
    ]),
  );
};

/** Rows of the twin; none for what it keeps no table of. */
const rowsIn =
  ({ twin }: Hosts): Rows =>
  (resource) => {
    try {
      return twin.rows(resource);
    } catch {
      return [];
    }
  };

/**
 * Fields for an operation with nothing but what it needs. A record of the operation's own resource comes first, and those
 * above it are its own. Files are the message's `photo`.
 */
export const sampleFields = (hosts: Hosts, operation: Operation): Record<string, { type: string; value: string }> => {
  const { vendor } = hosts.subject;
  const rows = rowsIn(hosts);
  const [own] = rows(operation.resource.name);
  const oneOf = operation.definition.oneOf ?? [];
  const wanted = ({ name, required, field }: Input): boolean =>
    required || field.required === true || oneOf.some(([first]) => first === name);
  const sampleFor = ({ name, field, place }: Input): unknown => {
    const target = field.to ?? operation.resource.name;
    const isOwn =
      target === operation.resource.name && (field.kind === 'ref' || (field.kind === 'id' && place === 'path'));
    if (isOwn && own) return keyIn(vendor, target, own);
    if (field.kind === 'ref' && own?.[name] !== undefined) return own[name];
    return sampleOf(vendor, rows, field);
  };
  return Object.fromEntries(
    operation.inputs.filter(wanted).map((input) => {
      const { name, field } = input;
      if (field.kind === 'file') return [name, { type: 'msg', value: 'photo' }];
      if (field.item?.kind === 'file') return [name, { type: 'jsonata', value: '[photo]' }];
      return [name, fixed(sampleFor(input) ?? 'none')];
    }),
  );
};
