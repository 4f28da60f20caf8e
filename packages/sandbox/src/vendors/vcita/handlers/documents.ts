import type { Handler } from '../../../rules.ts';
import { createDocument, type DocumentKind, updateDocument } from '../sales/documents.ts';
import { changeRequest, requestOf } from '../sales/payment-requests.ts';
import { refused } from '../wire/refusals.ts';
import { ofPath } from './table.ts';

const create =
  (kind: DocumentKind, issued = false): Handler =>
  ({ body, twin, actor }) => ({
    kind: 'row',
    row: createDocument(kind, issued ? { ...body, status: 'issued' } : body, twin, actor),
  });

const update =
  (kind: DocumentKind): Handler =>
  (call) => ({ kind: 'row', row: updateDocument(kind, ofPath(kind, call), call.body, call.twin, call.actor) });

const cancel: Handler = (call) => {
  const { twin, actor } = call;
  const invoice = ofPath('invoice', call);
  if (invoice.status === 'cancelled') throw refused(422, 'invalid', 'The invoice is cancelled already');
  changeRequest(requestOf('Invoice', invoice.id, twin), { cancelled: true }, twin, actor);
  return { kind: 'row', row: twin.records.update('invoice', invoice.id, { status: 'cancelled' }, actor) };
};

/** Calls that write invoices and estimates; v3 issues at once, whatever is sent. */
export const documentHandlers: Readonly<Record<string, Handler>> = {
  'invoice.create': create('invoice'),
  'invoice.createPlatform': create('invoice'),
  'invoice.createV3': create('invoice', true),
  'invoice.update': update('invoice'),
  'invoice.updateV3': update('invoice'),
  'invoice.cancel': cancel,
  'estimate.create': create('estimate'),
  'estimate.update': update('estimate'),
};
