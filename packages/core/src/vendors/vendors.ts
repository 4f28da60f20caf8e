import type { Vendor } from '../define/vendor.ts';
import { nifty } from './nifty/vendor.ts';
import { vcita } from './vcita/vendor.ts';
import { vplan } from './vplan/vendor.ts';

/** Every vendor that is described, for the surfaces that show all of them. */
export const vendors: readonly Vendor[] = [vplan, nifty, vcita];
