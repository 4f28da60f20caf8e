import { defineVendor } from '../../define/vendor.ts';
import { apiKey } from './auth.ts';
import { errors } from './errors.ts';
import { vendorEvents, webhooks } from './events.ts';
import { filter, search, sort } from './filter-language.ts';
import { lookups } from './lookups.ts';
import { oauth } from './oauth.ts';
import { pagination } from './pagination.ts';
import { quota } from './quota.ts';
import { activity } from './resources/activity.ts';
import { apiMessage } from './resources/api-message.ts';
import { attachment } from './resources/attachment.ts';
import { board } from './resources/board.ts';
import { boardView } from './resources/board-view.ts';
import { capacity } from './resources/capacity.ts';
import { card } from './resources/card.ts';
import { cardChecklist } from './resources/card-checklist.ts';
import { cardRelation } from './resources/card-relation.ts';
import { collection } from './resources/collection.ts';
import { collectionChecklist } from './resources/collection-checklist.ts';
import { comment } from './resources/comment.ts';
import { group } from './resources/group.ts';
import { item } from './resources/item.ts';
import { me } from './resources/me.ts';
import { order } from './resources/order.ts';
import { orderRow } from './resources/order-row.ts';
import { project } from './resources/project.ts';
import { relation } from './resources/relation.ts';
import { resource } from './resources/resource.ts';
import { schedule } from './resources/schedule.ts';
import { scheduleDeviation } from './resources/schedule-deviation.ts';
import { space } from './resources/space.ts';
import { stage } from './resources/stage.ts';
import { timeTracking } from './resources/time-tracking.ts';
import { user } from './resources/user.ts';
import { warehouse } from './resources/warehouse.ts';
import { webhook } from './resources/webhook.ts';

/** vPlan: production planning on boards. Taken from its documentation of June 2026. */
export const vplan = defineVendor({
  name: 'vplan',
  label: 'vPlan',
  description: 'Production planning on boards: collections of work, planned as cards',
  website: 'https://www.vplan.com',
  documentation: 'https://docs.api.vplan.com',
  baseUrl: 'https://api.vplan.com/v1',
  auth: { apiKey, oauth },
  pagination,
  rowsPath: 'data',
  errors,
  quota,
  filter,
  sort,
  search,
  lookups,
  events: vendorEvents,
  webhooks,
  resources: {
    activity,
    apiMessage,
    attachment,
    board,
    boardView,
    capacity,
    card,
    cardChecklist,
    cardRelation,
    collection,
    collectionChecklist,
    comment,
    group,
    item,
    me,
    order,
    orderRow,
    project,
    relation,
    resource,
    schedule,
    scheduleDeviation,
    space,
    stage,
    timeTracking,
    user,
    warehouse,
    webhook,
  },
});
