import type { Twin } from '../../twin.ts';

/** Settings of the environment, as `GET /me` lists them. Names of our own: vPlan does not publish its. */
export type SettingName = 'automatic_planning';

/** Whether a setting is switched on. */
export const isOn = (name: SettingName, { store }: Twin): boolean => store.find('setting', name)?.active === true;

/** Switches a setting. */
export const switchSetting = (name: SettingName, active: boolean, { store }: Twin): void => {
  store.put('setting', { id: name, type: name, active, config: null });
};
