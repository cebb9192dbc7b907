import { describe, expect, it } from 'vitest';
import type { SourceRow } from '#domain/contract/source.ts';
import type { Timestamp } from '#domain/time.ts';
import { pressColumn, sortSources } from '#renderer/sources/sort-sources.ts';
import { sampleSource } from '../../../support/archive/sample-records.ts';

const row = (name: string, said: Partial<SourceRow> = {}): SourceRow => ({
  ...sampleSource(name),
  reliability: null,
  passageCount: 0,
  articleCount: 0,
  mergedIds: [],
  aboutCount: 0,
  lastUsedAt: null,
  ...said,
});
const rows = [
  row('Dock worker', { reliability: 'F' }),
  row('Agency', { reliability: 'B', passageCount: 2, lastUsedAt: '2024-04-01T09:00:00.000Z' as Timestamp }),
  row('Customs', { passageCount: 9 }),
  row('Bureau', { reliability: 'E', passageCount: 2, lastUsedAt: '2024-05-01T09:00:00.000Z' as Timestamp }),
];
const names = (by: Parameters<typeof sortSources>[1]['by'], isDescending: boolean) =>
  sortSources(rows, { by, isDescending }).map(({ name }) => name);

describe('the order of sources', () => {
  it('is by name, either way', () => {
    expect(names('name', false)).toEqual(['Agency', 'Bureau', 'Customs', 'Dock worker']);
    expect(names('name', true)).toEqual(['Dock worker', 'Customs', 'Bureau', 'Agency']);
  });

  it('keeps F apart from the worst, and no letter last, either way', () => {
    expect(names('reliability', false)).toEqual(['Agency', 'Bureau', 'Dock worker', 'Customs']);
    expect(names('reliability', true)).toEqual(['Bureau', 'Agency', 'Dock worker', 'Customs']);
  });

  it('is by name where the column says the same, and has what was never used last', () => {
    expect(names('passages', true)).toEqual(['Customs', 'Agency', 'Bureau', 'Dock worker']);
    expect(names('lastUsed', true)).toEqual(['Bureau', 'Agency', 'Customs', 'Dock worker']);
    expect(names('lastUsed', false)).toEqual(['Agency', 'Bureau', 'Customs', 'Dock worker']);
  });

  it('is reversed by the same head, and begins with the most by another', () => {
    expect(pressColumn({ by: 'name', isDescending: false }, 'name')).toEqual({
      by: 'name',
      isDescending: true,
    });
    expect(pressColumn({ by: 'name', isDescending: true }, 'passages').isDescending).toBe(true);
    expect(pressColumn({ by: 'passages', isDescending: true }, 'kind').isDescending).toBe(false);
  });
});
