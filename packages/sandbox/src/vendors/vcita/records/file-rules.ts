import { StoredFile } from '../../../files/file-store.ts';
import type { ResourceRules } from '../../../rules.ts';
import { refused } from '../wire/refusals.ts';

/** A file; scanning takes no time here. */
const file: ResourceRules = {
  defaults: (_, { store }) => ({
    status: 'uploaded',
    created_by: 'staff',
    created_by_uid: store.rows('staff')[0]?.id,
    business_uid: store.rows('business')[0]?.id,
  }),
  prepare({ file: content, name, ...values }) {
    if (!(content instanceof StoredFile)) return { name, ...values };
    // The name that is given counts, else that of the file.
    const told = name === undefined ? {} : { name };
    return { file: content, size_bytes: content.size, content_hash: content.sha256, ...values, ...told };
  },
};

const fileRelation: ResourceRules = {
  defaults: ({ file_uid }, { store }) => {
    const known = store.find('file', file_uid);
    return {
      business_uid: store.rows('business')[0]?.id,
      file: known && {
        uid: known.id,
        name: known.name,
        status: known.status,
        content_type: known.content_type,
        size_bytes: known.size_bytes,
        url: known.url,
      },
    };
  },
};

/** An import that is done as soon as it is asked for; what is in the spreadsheet is not read. */
const importJob: ResourceRules = {
  defaults: () => ({
    job_type: 'execute',
    status: 'done',
    progress: { total: 1, done: 1, error: 0, pending: 0 },
    metadata: { data_row_index: 1, locale: 'en', shared_entity_data: {} },
  }),
  prepare({ file: content, provider_data, entity_type, locale: _l, shared_entity_data: _s, ...values }) {
    if (content === undefined && provider_data === undefined)
      throw refused(422, 'missing_param', 'provider_data is missing');
    const name = content instanceof StoredFile ? content.name : undefined;
    return {
      ...values,
      provider_data: {
        entity_type: entity_type ?? 'products',
        ...(name !== undefined && { original_file_name: name }),
        ...(provider_data as object | undefined),
      },
    };
  },
  storeNested(row, _, { twin, actor }) {
    const values = { import_job_uid: row.id, line_number: 2, action: 'create', status: 'done', entity: {} };
    twin.records.create('importJobItem', values, actor);
  },
};

/** Rules of files and imports. */
export const fileRules: Readonly<Record<string, ResourceRules>> = { file, fileRelation, importJob };
