import { StoredFile } from '../../../files/file-store.ts';
import type { ResourceRules } from '../../../rules.ts';
import { problem, type Values } from './checks.ts';
import { integrationUser } from './user-rules.ts';

/** Where vPlan keeps what was uploaded to it. */
export const ownStorage = 'fs.mostwanted.io';

const uploaded = (file: StoredFile, values: Values): Values => ({
  ...values,
  filename: values.filename ?? file.name,
  file: file.url,
  file_id: file.id,
  type: ownStorage,
  checksum: file.sha256,
  bytes: file.size,
});

/** A file or a link on a collection or one of its cards. The content of a file is served by the sandbox. */
export const attachmentRules: ResourceRules = {
  defaults: (_, twin) => ({ type: 'external', user_id: integrationUser(twin)?.id ?? null }),
  check({ card_id, collection_id }, _, { store }) {
    if (card_id === undefined || card_id === null) return [];
    return store.find('card', card_id)?.collection_id === collection_id
      ? []
      : [problem('card_id', 'must be the identifier of a card of the collection')];
  },
  prepare: (values) => (values.file instanceof StoredFile ? uploaded(values.file, values) : values),
  remove(row, twin, actor) {
    if (typeof row.file_id === 'string') twin.files.drop(row.file_id);
    twin.records.remove('attachment', row.id, actor);
  },
};
