import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { linkIds, type Pivot, pivotsOf } from '../records/lists.ts';

/** The activities of a collection that are done on a stage. An activity without stages belongs to the first stage. */
export const activitiesOn = (stage: Row, collection: Row, { store }: Twin): readonly Pivot[] =>
  pivotsOf(collection.activities).filter(({ id }) => {
    const stages = linkIds(store.find('activity', id)?.stages);
    const onBoard = stages.filter((one) => store.find('stage', one)?.board_id === stage.board_id);
    return onBoard.length === 0 ? stage.priority === 1 : onBoard.includes(stage.id);
  });

/** Minutes of a card: those of its activities, else a number of ours that differs from stage to stage. */
export const minutesOf = (activities: readonly Pivot[], stage: number): number => {
  if (activities.length === 0) return 60 + 30 * (stage % 4);
  return activities.reduce((sum, { time }) => sum + Number(time ?? 0), 0);
};

/** Days of a card: more than one where an activity has less of them a day than it takes. */
export const daysOf = (activities: readonly Pivot[], { store }: Twin): number =>
  Math.min(
    60,
    Math.max(
      1,
      ...activities.map(({ id, time }) => {
        const most = Number(store.find('activity', id)?.day_max_duration ?? 0);
        return most > 0 ? Math.ceil(Number(time ?? 0) / most) : 1;
      }),
    ),
  );
