import { expect, it } from 'vitest';
import { fakeRed } from '../fixtures/fake-red.ts';
import { isMeantToRun } from './flow-nodes.ts';

const { RED, deployed } = fakeRed();
deployed([
  { id: 'tab', type: 'tab' },
  { id: 'off-tab', type: 'tab', disabled: true },
  { id: 'a', z: 'tab' },
  { id: 'with-hyphen', z: 'tab' },
  { id: 'off', z: 'tab', d: true },
  { id: 'on-off-tab', z: 'off-tab' },
  { id: 'instance', z: 'tab' },
  { id: 'inner-instance', z: 'sub' },
  { id: 'inner', z: 'sub2' },
  { id: 'off-instance', z: 'tab', d: true },
]);

it.each(['a', 'with-hyphen', 'instance-inner', 'instance-inner-instance-inner'])('%s runs', (id) => {
  expect(isMeantToRun(RED, id)).toBe(true);
});

it.each(['gone', 'off', 'on-off-tab', 'gone-inner', 'instance-gone', 'off-instance-inner', '', '-'])(
  '%s does not run',
  (id) => {
    expect(isMeantToRun(RED, id)).toBe(false);
  },
);
