import { vplan } from '@patchbay/core';
import { checkContract } from '../src/check-contract.ts';

checkContract(vplan);
