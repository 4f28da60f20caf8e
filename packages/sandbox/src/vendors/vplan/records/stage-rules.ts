import type { ResourceRules } from '../../../rules.ts';
import { ofBoard } from './card-rules.ts';

/** Values of a stage that nobody gave. */
export const newStage = {
  capacity_notification: false,
  capacity_notification_min: 80,
  capacity_notification_max: 100,
  delay_day: 0,
  efficiency: 100,
  independent: false,
  default_percentage: 100,
} as const;

/** A stage stands behind the others of its board unless it is told where. */
export const stageRules: ResourceRules = {
  defaults: (values, twin) => ({ ...newStage, priority: ofBoard('stage', values.board_id, twin).length + 1 }),
};
