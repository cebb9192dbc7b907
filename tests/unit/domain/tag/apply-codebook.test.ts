import { expect, it } from 'vitest';
import { runSteps } from '#domain/steps.ts';
import { applyCodebook } from '#domain/tag/apply-codebook.ts';
import type { CodebookEntry } from '#domain/tag/codebook-entry.ts';
import { newTag } from '#domain/tag/tag.ts';
import { at, tagId, tagTree } from '../tree/build-tree.ts';

const entry = (number: number, aliases: number): CodebookEntry => ({
  path: 'China',
  definition: { useWhen: '', notWhen: '', example: '' },
  aliases: Array.from({ length: aliases }, (_, n) => `Alias ${number} ${n}`),
  group: null,
});
const apply = (entries: readonly CodebookEntry[]) =>
  runSteps(
    applyCodebook(
      tagTree([1, 'China']),
      entries,
      (name, parentId) => newTag(tagId(2), name, parentId, at(0)),
      at(1),
    ),
  );

it('gives a tag as many aliases as one has at most, however many entries speak of it, and tells of the rest', () => {
  const { tags, rows } = apply([entry(1, 150), entry(2, 150), entry(3, 150)]);
  const aliases = tags.get(tagId(1))?.aliases ?? [];
  expect(aliases).toHaveLength(200);
  expect(aliases.at(-1)).toBe('Alias 2 49');
  expect(rows).toEqual([{ path: ['China'], becomes: 'changed', takes: ['aliases'], keeps: ['aliases'] }]);
});

// Compared with all that the tag has from the entries before, this many would be more than the limit of a test.
it('takes thousands of entries of one tag', () => {
  const { tags, rows } = apply(Array.from({ length: 5000 }, (_, n) => entry(n, 200)));
  expect(tags.get(tagId(1))?.aliases).toHaveLength(200);
  expect(rows).toEqual([{ path: ['China'], becomes: 'changed', takes: ['aliases'], keeps: ['aliases'] }]);
});
