import { describe, expect, it } from 'vitest';
import type { ActionModel } from '../editor-model.ts';
import { acme } from '../fixtures/acme.ts';
import { editorModelOf } from '../generate/model.ts';
import { operationFinder } from './operation-select.ts';

const find = operationFinder(editorModelOf(acme).actions[0] as ActionModel);
const found = (query: string): string[] => find(query).choices.map(({ id }) => id);

describe('the operation finder', () => {
  it('takes words in any order, of resource, summary and name', () => {
    expect(found('tags many')).toEqual(['tag.list']);
    expect(found('PROJECT rename')).toEqual(['project.rename']);
    expect(found('customCall')).toEqual(['customCall.send']);
    expect(found('nothing like that')).toEqual([]);
  });

  it('puts usual operations first, and what begins with the words before the rest', () => {
    const ids = found('project');
    expect(ids.slice(0, 5).every((id) => id.startsWith('project.'))).toBe(true);
    expect(ids.slice(-3)).toEqual(['project.rename', 'project.close', 'project.drop']);
  });

  it('says what stands behind the usual ones', () => {
    const titles = find('project').choices.map(({ title }) => title);
    expect(titles).toContain('Project: Rename a project (other way)');
    expect(titles).toContain('Project: Close a project (not confirmed)');
    expect(titles).toContain('Project: Drop a project (deprecated)');
  });

  it('gives a hundred and more in parts, each once', () => {
    const operations = Array.from({ length: 130 }, (_, index) => ({
      name: `do${index}`,
      label: `Do ${index}`,
      summary: `Do it ${index} times`,
      required: [],
      optional: [],
    }));
    const large = operationFinder({ type: 'x', label: 'X', resources: [{ name: 'r', label: 'R', operations }] });
    const ids: string[] = [];
    for (let part = large('do'); ; part = large('do', part.next)) {
      ids.push(...part.choices.map(({ id }) => id));
      if (part.next === undefined) break;
    }
    expect(ids).toEqual(operations.map(({ name }) => `r.${name}`));
  });
});
