import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { canSend } from '../events/subscriptions.ts';
import { isEmbeddedOnly } from './relations.ts';

/** Stored fields that are never shown. */
const neverShown: Readonly<Record<string, readonly string[]>> = {
  label: ['board_id', 'created_at', 'updated_at'],
  status: ['board_id', 'created_at', 'updated_at'],
  collection: ['cover_image_checksum', 'from_order'],
  resource: ['boards'],
  schedule: ['manual'],
  attachment: ['file_id'],
  boardView: ['board_id', 'created_for_user_id'],
  me: ['id'],
};

/** A record as vPlan shows it without being asked for more. */
export const plain = (resource: string, row: Row, { vendor, scheduler }: Twin): Readonly<Record<string, unknown>> => {
  const kept = Object.entries(row).filter(
    ([name]) => !isEmbeddedOnly(vendor, resource, name) && !neverShown[resource]?.includes(name),
  );
  const state = resource === 'webhook' ? { can_send: canSend(row, scheduler.now()) } : {};
  return { ...Object.fromEntries(kept), ...state };
};
