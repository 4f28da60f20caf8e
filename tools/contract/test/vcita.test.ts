import { vcita } from '@patchbay/core';
import { checkContract } from '../src/check-contract.ts';

checkContract(vcita);
