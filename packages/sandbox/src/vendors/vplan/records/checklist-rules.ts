import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { problem, withReference } from './checks.ts';
import { type Entry, entriesOf } from './lists.ts';

const sameItem = (one: Entry, other: Entry): boolean =>
  one.description === other.description && one.position === other.position && one.checked === other.checked;

/** Items as they are stored: those with a known identifier are changed, the others are new, missing ones are gone. */
const storedItems = (sent: unknown, checklist: Row, before: unknown, twin: Twin): Entry[] => {
  const now = twin.scheduler.stamp();
  return entriesOf(sent).map((entry, index) => {
    const known = entriesOf(before).find(({ id }) => id !== undefined && id === entry.id);
    const { id: _, checklist_id: __, ...values } = entry;
    const item = { description: '', position: index + 1, checked: false, created_at: now, ...known, ...values };
    const changed = !known || !sameItem(known, item);
    return {
      ...item,
      id: known?.id ?? twin.random.uuid(),
      checklist_id: checklist.id,
      updated_at: changed ? now : known.updated_at,
    };
  });
};

/** Things to tick off. An item is ticked by sending all items with their identifiers. */
const checklistRules = (resource: 'collectionChecklist' | 'cardChecklist', parent: string): ResourceRules =>
  withReference(resource, {
    nested: ['items'],
    defaults: (values, { store }) => ({
      editable: true,
      position: store.rows(resource).filter((row) => row[parent] === values[parent]).length + 1,
      items: [],
    }),
    check: (values, before) =>
      before?.editable === false && values.editable !== true && 'items' in values
        ? [problem('items', 'cannot be changed: the checklist is not editable')]
        : [],
    storeNested(checklist, lists, { twin, actor }) {
      if ('items' in lists)
        twin.records.update(
          resource,
          checklist.id,
          { items: storedItems(lists.items, checklist, checklist.items, twin) },
          actor,
        );
    },
  });

/** Checklists of collections. */
export const collectionChecklistRules = checklistRules('collectionChecklist', 'collection_id');
/** Checklists of cards. */
export const cardChecklistRules = checklistRules('cardChecklist', 'card_id');
