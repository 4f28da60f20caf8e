import type { ResourceRules } from '../../rules.ts';
import { activityRules } from './records/activity-rules.ts';
import { attachmentRules } from './records/attachment-rules.ts';
import { boardRules } from './records/board-rules.ts';
import { boardViewRules } from './records/board-view-rules.ts';
import { cardRelationRules } from './records/card-relation-rules.ts';
import { cardRules } from './records/card-rules.ts';
import { cardChecklistRules, collectionChecklistRules } from './records/checklist-rules.ts';
import { withReference } from './records/checks.ts';
import { collectionRules } from './records/collection-rules.ts';
import { commentRules } from './records/comment-rules.ts';
import { groupRules } from './records/group-rules.ts';
import { orderRowRules } from './records/order-row-rules.ts';
import { orderRules } from './records/order-rules.ts';
import { resourceRules } from './records/resource-rules.ts';
import { scheduleDeviationRules } from './records/schedule-deviation-rules.ts';
import { spaceRules } from './records/space-rules.ts';
import { stageRules } from './records/stage-rules.ts';
import { timeTrackingRules } from './records/time-tracking-rules.ts';
import { userRules } from './records/user-rules.ts';
import { webhookRules } from './records/webhook-rules.ts';

/** Behaviour of vPlan's records by their kind. */
export const resources: Readonly<Record<string, ResourceRules>> = {
  activity: activityRules,
  attachment: attachmentRules,
  board: boardRules,
  boardView: boardViewRules,
  card: cardRules,
  cardChecklist: cardChecklistRules,
  cardRelation: cardRelationRules,
  collection: collectionRules,
  collectionChecklist: collectionChecklistRules,
  comment: commentRules,
  group: groupRules,
  item: withReference('item', { defaults: () => ({ stockmanagement: false }) }),
  order: orderRules,
  orderRow: orderRowRules,
  project: withReference('project'),
  relation: withReference('relation'),
  resource: resourceRules,
  scheduleDeviation: scheduleDeviationRules,
  space: spaceRules,
  stage: stageRules,
  timeTracking: timeTrackingRules,
  user: userRules,
  warehouse: withReference('warehouse'),
  webhook: webhookRules,
};
