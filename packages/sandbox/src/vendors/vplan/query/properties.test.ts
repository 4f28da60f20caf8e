import { describe, expect, it } from 'vitest';
import { hideProperties, showProperties } from './properties.ts';

const row = {
  id: '1',
  name: 'Frames',
  status: { id: 's', name: 'To do' },
  stages: [
    { id: 'a', name: 'Sawing', priority: 1 },
    { id: 'b', name: 'Gluing', priority: 2 },
  ],
};

describe('showProperties', () => {
  it('keeps the named properties only', () => {
    expect(showProperties(row, ['name'])).toEqual({ name: 'Frames' });
  });

  it('reaches into an embedded record, all entries of a list and one of them', () => {
    expect(showProperties(row, ['status.name', 'stages.*.name'])).toEqual({
      status: { name: 'To do' },
      stages: [{ name: 'Sawing' }, { name: 'Gluing' }],
    });
    expect(showProperties(row, ['stages.1.name'])).toEqual({ stages: [{ name: 'Gluing' }] });
  });

  it('takes a star for all properties of an embedded record', () => {
    expect(showProperties(row, ['status.*'])).toEqual({ status: row.status });
  });

  it('leaves unknown names alone, also those that every object inherits', () => {
    expect(showProperties(row, ['colour', '__proto__.polluted', 'constructor'])).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('hideProperties', () => {
  it('leaves out properties of the record and of embedded ones', () => {
    expect(hideProperties(row, ['id', 'status', 'stages.*.id', 'stages.0.priority'])).toEqual({
      name: 'Frames',
      stages: [{ name: 'Sawing' }, { name: 'Gluing', priority: 2 }],
    });
  });
});
