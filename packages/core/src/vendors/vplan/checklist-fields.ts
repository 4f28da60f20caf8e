import { flag, id, integer, list, object, ref, text } from '../../define/field.ts';
import { externalRefShown } from './external-reference.ts';
import { createdAndUpdated, identity, keepId } from './shared-fields.ts';

/** What a checklist has, whether on a collection or on a card. */
export const checklistFields = {
  ...identity,
  name: text('Name of the checklist', { example: 'Before glazing' }),
  editable: flag('Items can be changed'),
  position: integer('Position among the checklists', { example: 1 }),
  items: list(
    object(
      {
        ...keepId,
        checklist_id: id('Checklist of the item'),
        description: text('What is to be checked'),
        position: integer('Position'),
        checked: flag('Ticked'),
        ...createdAndUpdated,
      },
      'An item',
    ),
    'All items, as {id, description, position, checked}',
    { example: [{ description: 'Seals are dry', position: 1, checked: false }] },
  ),
  board_checklist_id: id('Template on the board', { nullable: true }),
  collection_id: ref('collection', 'Collection of the checklist'),
  card_id: ref('card', 'Card of the checklist, none for a collection', { nullable: true }),
  ...externalRefShown,
  ...createdAndUpdated,
} as const;

/** What can be sent beside the name. */
export const checklistContent = ['items', 'editable', 'position', 'board_checklist_id'] as const;
