import { vendors } from '@patchbay/core';
import { expect, it } from 'vitest';
import { helpTexts } from './help.ts';
import { editorModelOf } from './model.ts';

it.each(vendors)('no line of the help of $label is taken for a property by chance', (vendor) => {
  const lines = helpTexts(vendor, editorModelOf(vendor, { partner: true })).flatMap((text) => text.split('\n'));
  // What Node-RED's editor takes for an entry of a list of properties, wherever in a line.
  const taken = lines.filter((line) => /:([^:\n]+)\(([^:\n]+)\).*?:([^:\n]*)$/.test(line.replace(/^: .*? : /, '')));
  expect(lines.length).toBeGreaterThan(100);
  expect(taken).toEqual([]);
});

it.each(vendors)('every property in the help of $label is told in full', (vendor) => {
  const lines = helpTexts(vendor, editorModelOf(vendor, { partner: true })).flatMap((text) => text.split('\n'));
  const properties = lines.filter((line) => line.startsWith(': '));
  // The editor takes what stands behind the last colon for the whole description.
  expect(properties.filter((line) => !/^: [^:]+ : [^:]+$/.test(line.replaceAll('://', '')))).toEqual([]);
});
