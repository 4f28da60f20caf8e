import type { ResourceRules } from '../../../rules.ts';
import { duplicate, problem, unknownRecord } from './checks.ts';

/** A link between two cards. That a card cannot be linked to itself or twice in the same way is our choice. */
export const cardRelationRules: ResourceRules = {
  defaults: () => ({ status: 'valid' }),
  check(values, _, twin) {
    const { card_id, related_card_id, type } = values;
    const twice = twin.store
      .rows('cardRelation')
      .some((row) => row.card_id === card_id && row.related_card_id === related_card_id && row.type === type);
    return [
      ...unknownRecord(values, 'card_id', 'card', twin),
      ...unknownRecord(values, 'related_card_id', 'card', twin),
      ...(card_id === related_card_id ? [problem('related_card_id', 'must be another card than card_id')] : []),
      ...(twice ? [duplicate('These cards are related in this way already')] : []),
    ];
  },
};
