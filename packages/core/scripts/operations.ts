import { listOperations, vendors } from '@patchbay/core';

process.stdout.write(`${JSON.stringify(listOperations(vendors), undefined, 2)}\n`);
