import type { Handler } from '../../rules.ts';
import { moveToBacklog, moveToBoard } from './background/plan.ts';
import { splitCard } from './background/split.ts';
import { groupCapacity, resourceCapacity, resourceTypeCapacity, stageCapacity } from './capacity/capacity.ts';
import { clearCustomField, setCustomField } from './handlers/custom-field.ts';
import { exportTime } from './handlers/export-time.ts';
import { inviteUser } from './handlers/invite-user.ts';
import { me } from './handlers/me.ts';
import { overwriteSchedule, scheduleOfDay, scheduleOfMonth, scheduleOfYear } from './handlers/schedule.ts';

/** What operations do that are no plain list, get, create, update or delete. */
export const handlers: Readonly<Record<string, Handler>> = {
  'me.get': me,
  'collection.moveToBoard': moveToBoard,
  'collection.moveToBacklog': moveToBacklog,
  'collection.setCustomField': setCustomField('collection'),
  'collection.clearCustomField': clearCustomField('collection'),
  'card.setCustomField': setCustomField('card'),
  'card.clearCustomField': clearCustomField('card'),
  'card.split': splitCard,
  'user.invite': inviteUser,
  'schedule.bulkUpdate': overwriteSchedule,
  'schedule.year': scheduleOfYear,
  'schedule.month': scheduleOfMonth,
  'schedule.day': scheduleOfDay,
  'timeTracking.export': exportTime,
  'capacity.stage': stageCapacity,
  'capacity.resourceTypeStage': resourceTypeCapacity,
  'capacity.resource': resourceCapacity,
  'capacity.group': groupCapacity,
};
