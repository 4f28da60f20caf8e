import type { Act } from '../../../rules.ts';
import { projectActs } from './project-acts.ts';
import { talkActs } from './talk-acts.ts';
import { taskActs } from './task-acts.ts';

/** What people do in Nifty, as buttons on the page. */
export const acts: readonly Act[] = [...taskActs, ...talkActs, ...projectActs];
