import type { Twin } from '../../../twin.ts';
import { switchSetting } from '../settings.ts';
import { seedBoards } from './seed-boards.ts';
import { seedNotes } from './seed-notes.ts';
import { seedPeople } from './seed-people.ts';
import { seedTrade } from './seed-trade.ts';
import { createWriter } from './writer.ts';

/** Fills a twin with a window-frame factory. Boards and order book come first: their identifiers stay when the rest grows. */
export const seed = (twin: Twin): void => {
  const write = createWriter(twin);
  switchSetting('automatic_planning', false, twin);
  seedBoards(twin, write);
  seedPeople(twin, write);
  seedTrade(twin, write);
  seedNotes(twin, write);
};
