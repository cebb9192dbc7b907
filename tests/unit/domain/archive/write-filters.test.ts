import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrateContent, migrations } from '#domain/archive/content/migrations.ts';
import { fileSchemas } from '#domain/archive/files.ts';

const migrate = (content: object) => migrateContent(content as never, migrations.searches);
const written = {
  createdAt: '2024-04-24T09:00:00.000Z',
  updatedAt: '2024-04-24T09:00:00.000Z',
  deletedAt: null,
};
const id = (last: number): string => `018f0e7b-0000-7000-8000-00000000001${last}`;
const tagId = '018f0e7b-0000-7000-8000-000000000004';

describe('a saved search of the first version', () => {
  it('is a search of passages that asks the same, in a frozen archive', () => {
    const path = join(import.meta.dirname, '../../../fixtures/archives/v5/searches.json');
    const content = migrate(JSON.parse(readFileSync(path, 'utf8')));
    expect(fileSchemas.searches.parse(content).searches).toMatchObject([
      { name: 'Claims, ungraded', text: 'label:claim is:ungraded', scope: 'passages', place: 1 },
    ]);
  });

  it.each([
    [{ text: 'harb "dry dock" tag:x' }, 'harb* "dry dock" tag* x*'],
    [{ label: 'gap', isUngraded: false, hasOpenTask: true }, 'label:gap -is:ungraded has:task'],
    [
      { sourceId: tagId, articleId: tagId, hasOpenTask: false, text: 'ship' },
      `source:${tagId} article:${tagId} -has:task ship*`,
    ],
    [{}, ''],
  ])('with %j asks %s', (filter, text) => {
    const { searches } = migrate({ version: 1, searches: [{ id: id(1), name: 'A', filter, ...written }] });
    expect(searches).toMatchObject([{ text }]);
  });

  it('keeps the order of names', () => {
    const of = (at: number, name: string) => ({ id: id(at), name, filter: {}, ...written });
    const { searches } = migrate({ version: 1, searches: [of(1, 'B 10'), of(2, 'A'), of(3, 'B 9')] });
    expect(searches).toMatchObject([{ place: 3 }, { place: 1 }, { place: 2 }]);
  });
});
