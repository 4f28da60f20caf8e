import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Values } from '../values.ts';

const lists = { repliers: [], seen_by: [], hidden: [], attachments: [], heardBy: [] } as const;
const flags = { hide_link_preview: false, is_edited: false, is_deleted: false } as const;

/** Members that a text mentions as `<@memberId>`. */
export const mentionedIn = (text: unknown): string[] =>
  typeof text === 'string' ? [...text.matchAll(/<@([\w!-]+)>/g)].map(([, id]) => id as string) : [];

/** Stores a message; without a subtype it is what a person wrote, and events tell of it. */
export const writeMessage = (twin: Twin, values: Values & { readonly author: string }, actor: Actor): Row =>
  twin.records.create(
    'message',
    { type: 'text', ...lists, ...flags, tagged: mentionedIn(values.text), seen_by: [values.author], ...values },
    actor,
  );
