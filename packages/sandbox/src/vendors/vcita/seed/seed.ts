import type { Twin } from '../../../twin.ts';
import { switchSetting } from '../settings.ts';
import { seedCalendar } from './seed-calendar.ts';
import { seedClients } from './seed-clients.ts';
import { seedClinic } from './seed-clinic.ts';
import { seedMoney } from './seed-money.ts';
import { createWriter } from './writer.ts';

/** Fills a twin with a clinic in Leeds. The same seed and clock give the same records. */
export const seed = (twin: Twin): void => {
  const write = createWriter(twin);
  switchSetting('deliveries_in_list', false, twin);
  seedClinic(twin, write);
  seedClients(twin, write);
  seedCalendar(twin, write);
  seedMoney(twin, write);
};
