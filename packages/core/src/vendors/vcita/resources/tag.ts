import { flag, list, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { matterUid, undescribed } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/clients/legacy/manage_clients.json';
const many = {
  fields: {
    matter_uids: list(ref('matter', 'A matter'), 'Matters', {
      label: 'Matters',
      wire: 'uids',
      required: true,
      example: ['m1aaaaaaaaaaaaaa'],
    }),
  },
  wrap: 'matters',
  outside: { tags: list(text('A tag'), 'Tags', { required: true, example: ['physio'] }) },
} as const;
const ofClient = { client_id: ref('client', 'Client, to choose matters from') } as const;

/** A word on a matter; accounts need the tags feature for it. */
export const tag = defineResource({
  name: 'tag',
  label: 'Tag',
  description: 'A word on a matter; the account needs the tags feature',
  key: 'tag',
  title: 'tag',
  fields: { tag: text('Tag', { example: 'physio' }) },
  operations: {
    list: {
      route: 'GET /business/clients/v1/matters/{matter_uid}/tags',
      summary: 'Get the tags of a matter',
      path: matterUid,
      returns: 'one',
      itemPath: 'data',
      row: { tags: list(text('A tag'), 'Tags of the matter') },
      evidence: 'documented',
      source,
    },
    bulkAdd: {
      route: 'PUT /business/clients/v1/tags',
      summary: 'Add tags to matters',
      choosing: ofClient,
      body: { ...many, fixed: { new_api: true } },
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
    bulkRemove: {
      route: 'DELETE /business/clients/v1/tags',
      summary: 'Remove tags from matters',
      choosing: ofClient,
      query: { new_api: flag('Remove from many matters at once, as vcita does', { label: 'New API', default: true }) },
      body: many,
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
    add: {
      route: 'POST /business/clients/v1/matters/{matter_uid}/tags',
      summary: 'Add one tag to a matter',
      path: matterUid,
      body: { required: ['tag'] },
      returns: 'one',
      itemPath: 'data',
      row: undescribed,
      deprecated: 'Marked so by vcita; use "Add tags to matters"',
      otherWayOf: 'tag.bulkAdd',
      evidence: 'documented',
      source,
    },
    remove: {
      route: 'DELETE /business/clients/v1/matters/{matter_uid}/tags',
      summary: 'Remove one tag from a matter',
      path: matterUid,
      body: { optional: ['tag'] },
      returns: 'nothing',
      otherWayOf: 'tag.bulkRemove',
      evidence: 'documented',
      source,
    },
  },
});
