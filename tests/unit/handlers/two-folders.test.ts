import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleId, memoIdSchema } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import { type CopyMerger, createCopyMerger } from '#electron/handlers/copies/copy-merger.ts';
import type { Archive, Outcome } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { addTag, changePassage } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { createSampleMachine } from '../../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { copyTree } from '../../support/files/files-below.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { succeed } from '../../support/workbench/results.ts';

// Two folders that a sync keeps alike, each open on a machine of its own. The sync does as Syncthing: a file that one
// side has changed goes to the other; of two that both have changed one stays, and the other is laid beside it on both
// sides.

type Side = { readonly folder: string; readonly archive: Archive; readonly merger: CopyMerger };
type Tree = Readonly<Record<string, string>>;

let parent: string;
let one: Side;
let other: Side;
let synced: Tree;
let articleId: ArticleId;
const lock = samplePassage('lock');

const open = async (folder: string): Promise<Side> => {
  const machine = createSampleMachine();
  const archive = succeed(await openArchive({ folder, machine, create: true }));
  return { folder, archive, merger: createCopyMerger({ archive, machine, tell: () => undefined }) };
};
const act = async ({ archive }: Side, outcome: Partial<Outcome<null>>): Promise<void> => {
  succeed(
    await archive.perform(async () => ok({ value: null, name: 'add-passage', changes: [], ...outcome })),
  );
};

/** What a sync carries: neither locks nor what .stignore names. */
const treeOf = async ({ folder }: Side): Promise<Tree> =>
  Object.fromEntries(
    Object.entries(await readTree(folder)).filter(([path]) => !/^\.lock$|\.bak$|\.tmp-/u.test(path)),
  );

const put = async ({ folder }: Side, path: string, content: string | undefined): Promise<void> => {
  const file = join(folder, path);
  if (content === undefined) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, content);
  await rename(`${file}.tmp`, file);
};

let copies = 0;
const copyOf = (path: string): string => {
  const { dir, name, ext } = parse(path);
  copies += 1;
  return join(dir, `${name}.sync-conflict-20240501-${String(101500 + copies)}-ABCDEFG${ext}`);
};

/** Carries each side's changes to the other; answers the names of what it has written, by side. */
const carry = async (): Promise<readonly [string[], string[]]> => {
  const [ours, theirs] = [await treeOf(one), await treeOf(other)];
  const written: readonly [string[], string[]] = [[], []];
  const write = async (at: 0 | 1, path: string, content: string | undefined): Promise<void> => {
    await put(at === 0 ? one : other, path, content);
    written[at].push(path);
  };
  for (const path of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [a, b, base] = [ours[path], theirs[path], synced[path]];
    if (a === b) continue;
    if (b === base) await write(1, path, a);
    else if (a === base) await write(0, path, b);
    else {
      const copy = copyOf(path);
      await write(0, copy, b);
      await write(1, copy, b);
      await write(1, path, a);
    }
  }
  synced = await treeOf(one);
  return written;
};

/** Syncs until nothing is left to be carried, each side noticing what was written there. */
const sync = async (): Promise<number> => {
  for (let rounds = 0; ; rounds++) {
    const written = await carry();
    if (written[0].length + written[1].length === 0) return rounds;
    if (rounds > 10) throw new Error(`the two sides never come to rest: ${written.flat().join()}`);
    for (const [at, side] of [one, other].entries()) {
      await side.archive.lookOutside(written[at] ?? []);
      await side.merger.meet(written[at] ?? []);
    }
  }
};

const passagesOf = async ({ archive }: Side) => succeed(await archive.annotations(articleId)).passages;
const edit = (side: Side, before: Passage, change: Partial<Passage>) =>
  act(side, { changes: [changePassage(articleId, before, { ...before, ...change })] });

beforeEach(async () => {
  parent = await makeTemporaryFolder();
  one = await open(join(parent, 'one'));
  const article = sampleArticle('The lock closed', [lock]);
  articleId = article.article.id;
  await act(one, { newArticles: [article] });
  copyTree(one.folder, join(parent, 'other'), (path) => !path.endsWith('.lock'));
  other = await open(join(parent, 'other'));
  synced = await treeOf(one);
});
afterEach(async () => {
  await one.archive.close();
  await other.archive.close();
  await removeFolder(parent);
});

describe('two folders that a sync keeps alike', () => {
  it('hold in the end what both have added to one file, with no copy left beside it', async () => {
    const [ours, theirs] = [samplePassage('ours'), samplePassage('theirs')];
    await act(one, { changes: [changePassage(articleId, null, ours), addTag(sampleTag('Locks'))] });
    await act(other, { changes: [changePassage(articleId, null, theirs), addTag(sampleTag('Ships'))] });
    await sync();
    for (const side of [one, other]) {
      expect((await passagesOf(side)).map(({ id }) => id)).toEqual([lock.id, ours.id, theirs.id].toSorted());
      expect(succeed(await side.archive.tags()).tags.map(({ name }) => name)).toEqual(['Locks', 'Ships']);
      expect(succeed(await side.archive.conflicts()).conflicts).toEqual([]);
      expect(Object.keys(await treeOf(side)).filter((path) => /^(?!trash).*conflict-/u.test(path))).toEqual(
        [],
      );
    }
    expect(await treeOf(one)).toEqual(await treeOf(other));
  });

  it('hold in the end the articles and memos of both, and lack what either moved to the trash', async () => {
    const [ours, theirs] = [sampleArticle('Ours', []), sampleArticle('Theirs', [])];
    await act(one, { newArticles: [ours] });
    await act(other, { newArticles: [theirs], newMemos: [sampleMemo('Lock')] });
    await sync();
    const ids = [articleId, ours.article.id, theirs.article.id];
    for (const side of [one, other]) expect(await side.archive.articleIds()).toEqual(ids.toSorted());
    await act(other, { changes: [{ type: 'folder', to: 'trash', kind: 'article', id: ours.article.id }] });
    await sync();
    // A sync carries files: the empty folder of an article goes with the last of them.
    await rm(join(one.folder, 'articles', ours.article.id), { recursive: true, force: true });
    expect(await one.archive.articleIds()).not.toContain(ours.article.id);
    expect(memoIdSchema.array().parse(await one.archive.memoIds())).toHaveLength(1);
    expect(await treeOf(one)).toEqual(await treeOf(other));
  });

  it('ask both about what both have said otherwise, and come to rest', async () => {
    await edit(one, lock, { label: 'gap' });
    await edit(other, lock, { label: 'view' });
    await sync();
    for (const side of [one, other]) {
      const [asked] = succeed(await side.archive.conflicts()).conflicts;
      const [stands] = await passagesOf(side);
      expect([stands?.label, asked?.contested[0]?.other].toSorted()).toEqual(['gap', 'view']);
    }
    expect(await treeOf(one)).toEqual(await treeOf(other));
  });
});
