import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ConflictToReview } from '#domain/contract/review.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { keepTakenBack } from '#electron/handlers/copies/keep-taken-back.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const text = 'The lock closed on Monday. It was a precaution.';

let bench: Workbench;
let handlers: Handlers;
let articleId: ArticleId;
let lock: Passage;
/** The keeping of all that was taken back so far, and how many choices each has left. */
let kept: Promise<number>[];

beforeEach(async () => {
  bench = await openWorkbench();
  handlers = createHandlers(bench.deps);
  articleId = await addArticle(bench, text, { title: 'The lock closed' });
  lock = await createActs(() => bench).add(articleId, text, 'lock');
  kept = [];
  bench.archive.onTakenBack((changes) => kept.push(keepTakenBack(bench.deps, changes).then(succeed)));
});
afterEach(() => bench.close());

const name = (): string => `articles/${articleId}/annotations.json`;
const path = (): string => join(bench.archive.folder, name());
const passages = async () => succeed(await bench.archive.annotations(articleId)).passages;
const conflicts = async (): Promise<readonly ConflictToReview[]> =>
  succeed(await handlers['review:list']({})).filter((item) => item.kind === 'conflict');

/** Another program writes, and it is noticed. */
const writeOutside = async (content: string): Promise<void> => {
  await writeFile(`${path()}.theirs`, content);
  await rename(`${path()}.theirs`, path());
  await bench.archive.lookOutside([name()]);
  await Promise.all(kept);
};
const editOutside = async (change: (file: AnnotationsFile) => AnnotationsFile): Promise<void> =>
  writeOutside(JSON.stringify(change(JSON.parse(await readFile(path(), 'utf8')))));

describe('a program that writes back what it has read before', () => {
  it('takes back nothing without a word: what stood there waits for a choice', async () => {
    const before = await readFile(path(), 'utf8');
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'gap' });
    const precaution = await createActs(() => bench).add(articleId, text, 'precaution');
    await writeOutside(before);
    expect((await passages()).map(({ id, label }) => ({ id, label }))).toEqual([
      { id: lock.id, label: lock.label },
    ]);
    expect(await conflicts()).toMatchObject([
      { title: 'lock', from: null, contested: [{ field: 'label', standing: lock.label, other: 'gap' }] },
      {
        title: 'precaution',
        from: null,
        contested: [{ field: null, standing: null, other: { id: precaution.id } }],
      },
    ]);

    const conflictIds = (await conflicts()).map(({ conflictId }) => conflictId);
    succeed(await handlers['review:settle-conflict']({ conflictIds, takes: 'other' }));
    expect((await passages()).map(({ id, label }) => ({ id, label }))).toEqual([
      { id: lock.id, label: 'gap' },
      { id: precaution.id, label: precaution.label },
    ]);
    expect(await conflicts()).toEqual([]);
  });

  it('is told apart from one that has changed what it read', async () => {
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'gap' });
    await editOutside((file) => ({
      ...file,
      passages: file.passages.map((passage) => ({ ...passage, label: 'view' })),
    }));
    expect(kept).toEqual([]);
    expect(await conflicts()).toEqual([]);
  });

  it('is told apart from one that removes what it had made', async () => {
    await editOutside((file) => ({ ...file, passages: [] }));
    expect(await conflicts()).toHaveLength(1);
    bench = await bench.reopen();
    handlers = createHandlers(bench.deps);
    kept = [];
    bench.archive.onTakenBack((changes) => kept.push(keepTakenBack(bench.deps, changes).then(succeed)));
    await editOutside((file) => ({ ...file, passages: [lock] }));
    await editOutside((file) => ({ ...file, passages: [] }));
    expect(kept).toEqual([]);
  });

  it('is asked of once, however often it writes', async () => {
    const before = await readFile(path(), 'utf8');
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'gap' });
    const after = await readFile(path(), 'utf8');
    for (const content of [before, after, before]) await writeOutside(content);
    expect(await conflicts()).toHaveLength(1);
    expect(await Promise.all(kept)).toEqual([1, 0]);
  });

  it('is nothing where undo has brought back what stands', async () => {
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'gap' });
    succeed(await handlers['undo:undo']({}));
    await writeOutside(await readFile(path(), 'utf8'));
    expect(kept).toEqual([]);
  });
});
