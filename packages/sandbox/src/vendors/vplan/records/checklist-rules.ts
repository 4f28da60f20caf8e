import type { Problem } from '../../../api-error.ts';
import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { problem, type Values, withReference } from './checks.ts';
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

const unknownItems = ({ items }: Values, before: Row | undefined): Problem[] =>
  entriesOf(items).flatMap(({ id }, index) =>
    id === undefined || entriesOf(before?.items).some((item) => item.id === id)
      ? []
      : [problem(`items.${index}.id`, 'must be the identifier of an item of the checklist')],
  );

/** A checklist that named a card and the collection of another would be found nowhere. */
const placeProblems = ({ card_id, collection_id }: Values, { store }: Twin): Problem[] => {
  const card = store.find('card', card_id);
  return !card || card.collection_id === collection_id
    ? []
    : [problem('card_id', 'must be the identifier of a card of the collection')];
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
    check: (values, before, twin) => [
      ...(before?.editable === false && values.editable !== true && 'items' in values
        ? [problem('items', 'cannot be changed: the checklist is not editable')]
        : []),
      ...unknownItems(values, before),
      ...placeProblems({ ...before, ...values }, twin),
    ],
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
