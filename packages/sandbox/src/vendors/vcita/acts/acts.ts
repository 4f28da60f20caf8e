import type { Act } from '../../../rules.ts';
import { calendarActs } from './calendar-acts.ts';
import { clientActs } from './client-acts.ts';
import { moneyActs } from './money-acts.ts';

/** What people do in vcita, as buttons on the page. */
export const acts: readonly Act[] = [...clientActs, ...calendarActs, ...moneyActs];
