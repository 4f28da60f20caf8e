import type { Call } from '../../../rules.ts';

interface Envelope {
  readonly rows: string;
  /** Left out where Nifty is known to leave it out, or not known to send it */
  readonly flag?: 'hasMore' | 'has_more';
  readonly beside?: Readonly<Record<string, unknown>>;
}

const envelopes: Readonly<Record<string, Envelope>> = {
  'project.list': { rows: 'projects', flag: 'hasMore' },
  'task.list': { rows: 'tasks', flag: 'hasMore' },
  'task.listPersonal': { rows: 'tasks', flag: 'hasMore' },
  'milestone.list': { rows: 'items', flag: 'hasMore' },
  'taskgroup.list': { rows: 'items' },
  'label.list': { rows: 'items' },
  // One client saw a boolean of this name: whoever reads rows from it fails.
  'subteam.list': { rows: 'subteams', flag: 'hasMore', beside: { items: true } },
  'message.list': { rows: 'messages', flag: 'has_more' },
  'document.list': { rows: 'items', flag: 'hasMore' },
  'document.listPersonal': { rows: 'items', flag: 'hasMore' },
  'file.list': { rows: 'files', flag: 'hasMore' },
  'folder.list': { rows: 'folders' },
  'folder.contents': { rows: 'files', flag: 'hasMore' },
  'template.list': { rows: 'items' },
  'time.report': { rows: 'items' },
  'app.list': { rows: 'apps' },
};

/** The answer of a list. Members come without an envelope unless limit and offset are both sent. */
export const envelope = ({ operation, sent }: Call, rows: readonly unknown[], more: boolean): unknown => {
  if (operation.key === 'member.list')
    return sent.has('limit') && sent.has('offset') ? { items: rows, hasMore: more } : rows;
  const known = envelopes[operation.key];
  return known && { [known.rows]: rows, ...(known.flag && { [known.flag]: more }), ...known.beside };
};
