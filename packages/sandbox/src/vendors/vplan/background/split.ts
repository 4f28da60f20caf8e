import { ApiError, notFound, type Problem } from '../../../api-error.ts';
import type { Actor, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { problem } from '../records/checks.ts';
import { entriesOf, pivotsOf } from '../records/lists.ts';
import { dayOf } from './workdays.ts';

/** A resulting card; the names are a guess of the definition, the page shows none. */
interface Part {
  readonly date: string;
  readonly time: number;
}

const problemsOf = (card: Row, parts: readonly Record<string, unknown>[], reverse: boolean, twin: Twin): Problem[] => {
  const planned = typeof card.start_date === 'string';
  const today = dayOf(twin.scheduler.now());
  return [
    ...(planned ? [] : [problem('card_id', 'must be a planned card')]),
    ...(parts.length === 0 ? [problem('date_parts', 'must have at least one entry')] : []),
    ...parts.flatMap(({ date, time }, index) => [
      ...(typeof date === 'string' ? [] : [problem(`date_parts.${index}.date`, 'is missing')]),
      ...(typeof time === 'number' && time >= 0 ? [] : [problem(`date_parts.${index}.time`, 'must be minutes')]),
      ...(typeof date === 'string' && date < today && !reverse
        ? [problem(`date_parts.${index}.date`, 'lies in the past: set reverse to allow it')]
        : []),
    ]),
  ];
};

/** The activities of a card, cut to the share that a part has of it. */
const shareOf = (card: Row, time: number, whole: number): unknown =>
  pivotsOf(card.activities).map((activity) => {
    const minutes = Math.round(Number(activity.time ?? 0) * (whole > 0 ? time / whole : 0));
    return { ...activity, time: minutes, time_remaining: minutes };
  });

/** The work behind the answer: the card becomes the first part, the others are new cards of the collection. */
const makeParts = (id: string, parts: readonly Part[], twin: Twin, actor: Actor): void => {
  const { store, records } = twin;
  const card = store.find('card', id);
  if (!card) return;
  const whole = parts.reduce((sum, { time }) => sum + time, 0);
  const { id: _, created_at: __, updated_at: ___, external_ref: ____, ...copied } = card;
  parts.forEach(({ date, time }, index) => {
    const values = { start_date: date, end_date: date, time, activities: shareOf(card, time, whole) };
    if (index === 0) records.update('card', id, values, actor);
    else records.create('card', { ...copied, ...values, position: store.rows('card').length }, actor);
  });
  twin.tell('background', `Split “${String(card.name)}” into ${parts.length}`);
};

/** `POST /collection/{collection_id}/card/{card_id}/split` */
export const splitCard: Handler = ({ twin, path, body, actor }) => {
  const card = twin.store.find('card', path.card_id);
  if (card?.collection_id !== path.collection_id || !card) throw notFound('card', path.card_id);
  const parts = entriesOf(body.date_parts);
  const problems = problemsOf(card, parts, body.reverse === true, twin);
  if (problems.length > 0) throw new ApiError(422, problems);
  const given = parts.map(({ date, time }) => ({ date: String(date), time: Number(time) }));
  twin.background.plan(`split:${card.id}`, twin.settings.planningDelay, () => makeParts(card.id, given, twin, actor));
  return { kind: 'row', row: card };
};
