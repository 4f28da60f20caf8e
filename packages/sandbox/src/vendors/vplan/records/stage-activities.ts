import type { Problem } from '../../../api-error.ts';
import type { Actor } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { identifierOf, problem } from './checks.ts';
import { entriesOf, pivotsOf } from './lists.ts';

/** Activities in the body of a stage that are none. */
export const unknownActivities = (sent: unknown, prefix: string, { store }: Twin): Problem[] =>
  entriesOf(sent).flatMap(({ id }, index) =>
    store.find('activity', id) ? [] : [problem(`${prefix}activities.${index}.id`, identifierOf('activity'))],
  );

/**
 * Links a stage with the activities that its body names. The links are kept on the activities, where `with=stages` and planning
 * look for them. What `priority` does is not documented: it orders the activities of the stage.
 * @param keepMissing links to activities that are left out stay
 */
export const linkActivities = (stage: string, sent: unknown, keepMissing: boolean, twin: Twin, actor: Actor): void => {
  const entries = entriesOf(sent);
  for (const activity of twin.store.rows('activity')) {
    const links = pivotsOf(activity.stages);
    const others = links.filter(({ id }) => id !== stage);
    const entry = entries.findLast(({ id }) => id === activity.id);
    const isLost = !entry && !keepMissing && others.length < links.length;
    if (!entry && !isLost) continue;
    const link = entry ? [{ id: stage, ...('priority' in entry && { priority: entry.priority }) }] : [];
    twin.records.update('activity', activity.id, { stages: [...others, ...link] }, actor);
  }
};
