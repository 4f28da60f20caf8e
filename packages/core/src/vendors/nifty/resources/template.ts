import { text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identity } from '../shared-fields.ts';
import { bytechef, mcp, pipedream } from '../sources.ts';

/** What a project can start from. */
export const template = defineResource({
  name: 'template',
  label: 'Template',
  description: 'What a project can start from',
  fields: { ...identity, name: text('Name', { readOnly: true, example: 'Brand project' }) },
  operations: {
    list: {
      route: 'GET /api/v1.0/templates',
      summary: 'Get many templates of one kind',
      query: {
        // Refused without it. Two integrations send the word, a third client the number 1.
        type: text('Kind; project is the only one known', { default: 'project', suggestions: ['project'] }),
      },
      returns: 'many',
      rowsPath: ['items', 'templates', ''],
      evidence: 'partly',
      source: `${pipedream}/nifty.app.mjs ; ${bytechef}/src/main/java/com/bytechef/component/nifty/util/NiftyUtils.java ; ${mcp}:test/regression-api-contract.test.ts`,
    },
  },
});
