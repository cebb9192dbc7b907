// What the other side of a merge may hold: words that want to be more than words, and names that want to lead out.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mergeStopped } from '#electron/git/merge/merge-stopped.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { makeArchiveHostile } from '../../support/exchange/hostile-words.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { editPassage, type Shared } from '../../support/git/month-of-work.ts';
import { meet } from '../../support/git/run-git.ts';
import {
  layTwoClones,
  machine,
  makeTwoClones,
  type TwoClones,
  withArchive,
} from '../../support/git/two-clones.ts';
import { mustSucceed } from '../storage/archive-under-test.ts';

const SEED = 2411;

let clones: TwoClones;
beforeEach(async () => {
  clones = await makeTwoClones();
});
afterEach(() => clones.remove());

const relabel = async (archive: Archive, shared: Shared, label: 'data' | 'gap'): Promise<void> => {
  const [id] = shared.articleIds;
  const [passage] = shared.passages;
  if (id === undefined || passage === undefined) throw new Error('There is no article.');
  await editPassage(archive, id, passage, { label });
};

/** Names that Git keeps on this system, and that lead out or run on another. */
const hostileNames = (id: string): readonly string[] => [
  `articles/${id}/..\\..\\..\\evil.txt`,
  `articles/${id}/C:evil.txt`,
  `articles/${id}/nul.json`,
  `articles/${id}/line\nbreak.html`,
  `articles/${id}/\u202elmth.live`,
  `articles/${id}/media/<img src=x onerror=alert(1)>.png`,
  'articles/018f0e7a-0000-7000-8000-0000000000zz/article.json',
  'memos/..\\evil/memo.json',
  'templates/..\\..\\evil.json',
];

it('merges hostile words as words, writes nothing outside of the archive, and keeps every mark', async () => {
  const { parent, ours, theirs } = clones;
  const shared = await layTwoClones(clones, { articles: 3 });
  await withArchive(ours, (archive) => relabel(archive, shared, 'data'));
  await withArchive(theirs, (archive) => relabel(archive, shared, 'gap'));
  const marks = await makeArchiveHostile(theirs, { seed: SEED, sparesArticles: true });
  expect(marks.length).toBeGreaterThan(20);
  for (const name of hostileNames(shared.articleIds[0] ?? '')) {
    await mkdir(dirname(join(theirs, name)), { recursive: true });
    await writeFile(join(theirs, name), '<script>zqscript</script>');
  }
  const [outside, roots] = [readdirSync(parent), new Set(readdirSync(ours))];
  expect(meet(ours, theirs)).toBe(true);
  mustSucceed(await mergeStopped({ folder: ours, machine, modes: privateModes }));
  expect(readdirSync(parent)).toEqual(outside);
  expect(
    readdirSync(ours).filter(
      (name) => !roots.has(name) && !name.endsWith('.bak') && name !== 'conflicts.json' && name !== 'trash',
    ),
  ).toEqual([]);
  const after = Object.values(await readTree(ours)).join('\n');
  expect(marks.filter((mark) => !after.includes(mark))).toEqual([]);
  await withArchive(ours, async (archive) => {
    expect(archive.repairs()).toEqual([]);
    mustSucceed(await archive.tags());
    for (const id of shared.articleIds) mustSucceed(await archive.annotations(id));
  });
  expect(readFileSync(join(ours, 'archive.json'), 'utf8')).toContain('precis-archive');
});
