// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { searchIdSchema } from '#domain/ids.ts';
import { searchEntries } from '#renderer/parts/search/saved-search-acts.ts';

const search = {
  id: searchIdSchema.parse('019e1d3a-0000-7000-8000-000000000001'),
  name: 'Harbour',
  text: 'harbour',
  scope: 'passages',
  count: 3,
} as const;

it('speaks of a search in the menu of a saved search', () => {
  const names = searchEntries(search, [search], () => undefined).flatMap((entry) =>
    entry === 'separator' ? [] : entry.name,
  );
  expect(names).toEqual([
    'Rename…',
    'Move up',
    'Move down',
    'New memo from this search…',
    'Evidence annex of it…',
    'Delete',
  ]);
});
