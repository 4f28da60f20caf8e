import { nifty } from '@patchbay/core';
import { checkContract } from '../src/check-contract.ts';

checkContract(nifty);
