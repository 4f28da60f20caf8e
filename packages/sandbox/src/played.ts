import { nifty, type Vendor, vcita, vplan } from '@patchbay/core';
import type { VendorRules } from './rules.ts';
import { niftyRules } from './vendors/nifty/nifty-rules.ts';
import { vcitaRules } from './vendors/vcita/vcita-rules.ts';
import { vplanRules } from './vendors/vplan/vplan-rules.ts';

/** A vendor to play: its definition, and what its twin does beyond that. */
export interface Played {
  readonly vendor: Vendor;
  readonly rules: VendorRules;
}

/** The credentials of the twins that come with the sandbox, by vendor. */
export interface Credentials {
  readonly vplan: Readonly<Record<string, string>> & { readonly key: string; readonly environment: string };
  readonly nifty: Readonly<Record<string, string>> & { readonly token: string };
  /** `app_token` and `directory_token` are further tokens that the twin takes */
  readonly vcita: Readonly<Record<string, string>> & {
    readonly token: string;
    readonly app_token: string;
    readonly directory_token: string;
  };
}

/** The twins that come with the sandbox. Nothing else in it but their own folders knows a vendor by name. */
export const played: Readonly<Record<keyof Credentials, Played>> = {
  vplan: { vendor: vplan, rules: vplanRules },
  nifty: { vendor: nifty, rules: niftyRules },
  vcita: { vendor: vcita, rules: vcitaRules },
};

/**
 * The twins to start: those that come with the sandbox, with definitions in the place of their own, and further ones.
 * @param given definitions, or definitions with rules
 * @throws Error when a definition without rules is of a vendor that the sandbox does not play
 */
export const toPlay = (given: readonly (Vendor | Played)[]): readonly Played[] => {
  const all = new Map<string, Played>(Object.entries(played));
  for (const one of given) {
    if ('rules' in one) all.set(one.vendor.name, one);
    else {
      const known = all.get(one.name);
      if (!known) throw new Error(`The sandbox does not play ${one.name}; it plays ${[...all.keys()].join(', ')}`);
      all.set(one.name, { ...known, vendor: one });
    }
  }
  return [...all.values()];
};
