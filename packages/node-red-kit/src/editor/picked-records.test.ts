import { expect, it } from 'vitest';
import { listedIn, pickedRecords, titlesOf } from './picked-records.ts';

const text = (value: string) => ({ type: 'str', value });
const saw = { id: 's1', title: 'Sawing' };
const glue = { id: 's2', title: 'Glueing' };

it('a record is put into a list once, whichever way the list is written', () => {
  const picked = pickedRecords(text(''), true);
  expect(picked.add(text(''), saw)).toBe('s1');
  expect(picked.add(text('s1, '), glue)).toBe('s1, s2');
  expect(picked.add(text('s1, s2'), saw)).toBe('s1, s2');
  expect(picked.add({ type: 'json', value: '["s9"]' }, saw)).toBe('s9, s1');
  expect(picked.add({ type: 'msg', value: 'payload' }, saw)).toBe('s1');
  expect(listedIn({ type: 'json', value: '[' })).toEqual([]);
});

it('titles are kept of what is still there, and stand in its order', () => {
  const picked = pickedRecords({ ...text('s1'), titles: { s1: 'Sawing' } }, true);
  picked.add(text('s1'), glue);
  const value = picked.withTitles(text('s2, typed, s1'));
  expect(value).toEqual({ ...text('s2, typed, s1'), titles: { s2: 'Glueing', s1: 'Sawing' } });
  expect(titlesOf(value)).toBe('Glueing, typed, Sawing');
  expect(picked.withTitles(text('typed'))).toEqual(text('typed'));
  expect(picked.forget(text('s2, typed, s1'))).toBe('typed');
  expect(picked.withTitles(text('s1'))).toEqual(text('s1'));
});

it('the title of one record goes with its identifier', () => {
  const picked = pickedRecords({ ...text('s1'), title: 'Sawing' }, false);
  expect(picked.withTitles(text('s1'))).toEqual({ ...text('s1'), title: 'Sawing' });
  expect(picked.withTitles(text('s3'))).toEqual(text('s3'));
  expect(picked.withTitles({ type: 'msg', value: 's1' })).toEqual({ type: 'msg', value: 's1' });
  expect(picked.forget(text('s1'))).toBe('');
});
