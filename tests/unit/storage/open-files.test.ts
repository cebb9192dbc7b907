import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { ArticleId } from '#domain/ids.ts';
import { OpenFiles } from '#electron/storage/open-files.ts';
import { createStorageContext } from '#electron/storage/storage-context.ts';
import { annotationsOf } from '../../support/archive/sample-changes.ts';
import { sampleArticle } from '../../support/archive/sample-folders.ts';
import { createSampleMachine } from '../../support/archive/sample-ids.ts';
import { samplePassage } from '../../support/archive/sample-records.ts';
import { it as base, mustFail, mustSucceed, perform } from './archive-under-test.ts';

type Laid = { files: OpenFiles; ids: readonly ArticleId[]; editOnDisk(id: ArticleId): Promise<void> };

/** Three articles of one passage each, and files of which two are kept. */
const it = base.extend<{ laid: Laid }>({
  laid: async ({ folder, open }, use) => {
    const archive = await open();
    const articles = ['one', 'two', 'three'].map((title) => sampleArticle(title, [samplePassage(title)]));
    mustSucceed(await perform(archive, { newArticles: articles }));
    await use({
      files: new OpenFiles(
        createStorageContext(folder, createSampleMachine(), () => undefined),
        2,
      ),
      ids: articles.map(({ article }) => article.id),
      editOnDisk: async (id) => {
        const path = join(folder, 'articles', id, 'annotations.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace('"label":"claim"', '"label":"gap"'));
      },
    });
  },
});

const readLabel = async (files: OpenFiles, id: ArticleId): Promise<string | undefined> => {
  const content = mustSucceed(await files.read(annotationsOf(id))) as AnnotationsFile;
  return content.passages[0]?.label;
};

const twoOthers = (ids: readonly ArticleId[]): readonly [ArticleId, ArticleId, ArticleId] => {
  const [one, two, three] = ids;
  if (one === undefined || two === undefined || three === undefined) throw new Error('Three were laid.');
  return [one, two, three];
};

describe('of the files that nobody holds', () => {
  it('the most recently used stay in memory', async ({ laid: { files, ids, editOnDisk } }) => {
    const [one, two] = twoOthers(ids);
    for (const id of [one, two]) await readLabel(files, id);
    await editOnDisk(one);
    expect(await readLabel(files, one)).toBe('claim');
  });

  it('the least recently used is let go, and read again when it is asked for', async ({
    laid: { files, ids, editOnDisk },
  }) => {
    const [one, two, three] = twoOthers(ids);
    for (const id of [one, two, one, three]) await readLabel(files, id);
    for (const id of [one, two, three]) await editOnDisk(id);
    expect(await readLabel(files, one)).toBe('claim');
    expect(await readLabel(files, three)).toBe('claim');
    expect(await readLabel(files, two)).toBe('gap');
  });
});

describe('a file that is held', () => {
  it('is not let go, however many others are read', async ({ laid: { files, ids, editOnDisk } }) => {
    const [one, two, three] = twoOthers(ids);
    const held = mustSucceed(await files.hold(annotationsOf(one), 'archive'));
    for (const id of [two, three, two, three]) await readLabel(files, id);
    await editOnDisk(one);
    expect(await readLabel(files, one)).toBe('claim');
    held.release();
    for (const id of [two, three]) await readLabel(files, id);
    expect(await readLabel(files, one)).toBe('gap');
  });

  it('is open once, however many ask for it at the same time', async ({ laid: { files, ids } }) => {
    const [one] = twoOthers(ids);
    const held = await Promise.all([1, 2, 3].map(() => files.hold(annotationsOf(one), 'archive')));
    expect(new Set(held.map((each) => mustSucceed(each).file)).size).toBe(1);
  });
});

describe('a file that can not be read', () => {
  it('is asked for again each time', async ({ folder, laid: { files, ids } }) => {
    const [one] = twoOthers(ids);
    const path = join(folder, 'articles', one, 'annotations.json');
    const sound = await readFile(path);
    await writeFile(path, '');
    expect(mustFail(await files.read(annotationsOf(one))).code).toBe('archive-damaged');
    await writeFile(path, sound);
    expect(await readLabel(files, one)).toBe('claim');
  });
});
