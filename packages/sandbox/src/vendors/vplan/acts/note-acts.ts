import { chosen, type Input, recordOf, textOf, typed } from '../../../act-input.ts';
import { invalid } from '../../../api-error.ts';
import type { Act } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { attachmentRules } from '../records/attachment-rules.ts';
import { pivotsOf } from '../records/lists.ts';
import { timeTrackingRules } from '../records/time-tracking-rules.ts';

const aCollection = chosen('collection_id', 'Collection', 'collection');
const aUser = chosen('user_id', 'User', 'user');

const writeComment = (input: Input, twin: Twin): Row =>
  twin.records.create(
    'comment',
    {
      text: textOf(input, 'text'),
      user_id: recordOf(input, 'user_id', 'user', twin).id,
      collection_id: recordOf(input, 'collection_id', 'collection', twin).id,
      user_mentions: [],
    },
    'user',
  );

const attachText = (input: Input, twin: Twin): Row => {
  const values = {
    file: twin.files.keep(textOf(input, 'filename'), 'text/plain', textOf(input, 'content')),
    collection_id: recordOf(input, 'collection_id', 'collection', twin).id,
  };
  const stored = attachmentRules.prepare?.(values, undefined, { twin, query: {} }) ?? values;
  return twin.records.create('attachment', { ...attachmentRules.defaults?.(stored, twin), ...stored }, 'user');
};

const bookTime = (input: Input, twin: Twin): Row => {
  const duration = Number(textOf(input, 'minutes'));
  if (!Number.isInteger(duration) || duration < 1) throw invalid('minutes', 'must be a whole number of at least 1');
  const values = {
    duration,
    card_id: recordOf(input, 'card_id', 'card', twin).id,
    user_id: recordOf(input, 'user_id', 'user', twin).id,
  };
  return twin.records.create('timeTracking', { ...timeTrackingRules.defaults?.(values, twin), ...values }, 'user');
};

/** Ticks the first item of a checklist that is still open. */
const tickItem = (input: Input, twin: Twin): Row => {
  const checklist = recordOf(input, 'checklist_id', 'collectionChecklist', twin);
  const open = pivotsOf(checklist.items).find(({ checked }) => checked !== true);
  if (!open) throw invalid('checklist_id', 'has no open item');
  const items = pivotsOf(checklist.items).map((item) =>
    item.id === open.id ? { ...item, checked: true, updated_at: twin.scheduler.stamp() } : item,
  );
  return twin.records.update('collectionChecklist', checklist.id, { items }, 'user');
};

/** What people add to the work, as buttons on the page. */
export const noteActs: readonly Act[] = [
  {
    name: 'writeComment',
    label: 'Write a comment',
    verb: 'Write',
    inputs: [aCollection, aUser, typed('text', 'Text')],
    run: writeComment,
  },
  {
    name: 'attachText',
    label: 'Attach a text file',
    verb: 'Attach',
    inputs: [aCollection, typed('filename', 'File name'), typed('content', 'Content')],
    run: attachText,
  },
  {
    name: 'bookTime',
    label: 'Book time on a card',
    verb: 'Book',
    inputs: [chosen('card_id', 'Card', 'card'), aUser, typed('minutes', 'Minutes')],
    run: bookTime,
  },
  {
    name: 'approveTime',
    label: 'Approve a time entry',
    verb: 'Approve',
    inputs: [chosen('time_tracking_id', 'Time entry', 'timeTracking')],
    run(input, twin) {
      const entry = recordOf(input, 'time_tracking_id', 'timeTracking', twin);
      return twin.records.update('timeTracking', entry.id, { status: 'approved' }, 'user');
    },
  },
  {
    name: 'tickItem',
    label: 'Tick the next item of a checklist',
    verb: 'Tick',
    inputs: [chosen('checklist_id', 'Checklist', 'collectionChecklist')],
    run: tickItem,
  },
];
