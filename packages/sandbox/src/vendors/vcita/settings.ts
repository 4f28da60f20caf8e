import type { Twin } from '../../twin.ts';

/** What is not known of vcita and can be tried both ways: the vendor's own samples show deliveries in a list. */
export type SettingName = 'deliveries_in_list';

/** Whether a setting is switched on. */
export const isOn = (name: SettingName, { store }: Twin): boolean => store.find('setting', name)?.active === true;

/** Switches a setting. */
export const switchSetting = (name: SettingName, active: boolean, { store }: Twin): void => {
  store.put('setting', { id: name, type: name, active });
};
