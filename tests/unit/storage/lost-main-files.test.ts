/** Files at the root of an archive that are missing without a trace, as after a clone: `.bak` does not travel. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { savedSearchSchema } from '#domain/search/saved-search.ts';
import type { NewArticle, NewMemo } from '#electron/ports/archive.ts';
import { addTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { newSampleId } from '../../support/archive/sample-ids.ts';
import { samplePassage, sampleSource, sampleTag, sampleTask } from '../../support/archive/sample-records.ts';
import { it, listenForRepairs, mustFail, mustSucceed, perform, tryToOpen } from './archive-under-test.ts';

const tag = sampleTag('China');
const source = sampleSource('Ilse Marrow');
const task = sampleTask('Ask the harbour office');

const withPassage = (changed: Parameters<typeof samplePassage>[1]): NewArticle =>
  sampleArticle('Talks resume', [samplePassage('words', changed)]);
const about = (changed: Partial<NewArticle['annotations']['about']>): NewArticle => {
  const article = sampleArticle('Talks resume');
  return {
    ...article,
    annotations: { ...article.annotations, about: { ...article.annotations.about, ...changed } },
  };
};
const printing = (): NewMemo => {
  const { memo, tasks } = sampleMemo('The visit');
  return { memo: { ...memo, printedTaskIds: [task.id] }, tasks };
};

type Laid = { newArticles?: NewArticle[]; newMemos?: NewMemo[] };
const referring: readonly [string, string, () => Laid][] = [
  ['tags', 'a passage', () => ({ newArticles: [withPassage({ tagIds: [tag.id] })] })],
  ['tags', 'an article', () => ({ newArticles: [about({ tagIds: [tag.id] })] })],
  ['sources', 'a passage', () => ({ newArticles: [withPassage({ sourceId: source.id })] })],
  ['sources', 'an article', () => ({ newArticles: [about({ publicationId: source.id })] })],
  ['tasks', 'a memo', () => ({ newMemos: [printing()] })],
];

describe('a file that is missing without a trace', () => {
  it.for(referring)(
    '%s.json to which %s refers is damage, and never made anew',
    async (laid, { folder, open }) => {
      const [kind, , make] = laid;
      const archive = await open();
      mustSucceed(await perform(archive, make()));
      await archive.close();
      await rm(join(folder, `${kind}.json`));
      const error = { code: 'archive-damaged', file: `${kind}.json`, quarantinedAs: null };
      for (let attempt = 1; attempt <= 2; attempt++) expect(mustFail(await tryToOpen(folder))).toEqual(error);
      expect(await readdir(folder)).not.toContain(`${kind}.json`);
    },
  );

  it('is made in an archive that was not finished, so that nothing is missed later', async ({
    folder,
    open,
  }) => {
    await (await open()).close();
    for (const name of ['sources.json', 'tasks.json', 'searches.json']) await rm(join(folder, name));
    const archive = await open();
    mustSucceed(await perform(archive, { newArticles: [withPassage({})] }));
    await archive.close();
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['sources.json', 'tasks.json', 'searches.json']),
    );
    expect(listenForRepairs(await open())).toEqual([]);
  });

  it('is damage also where only what lies in the trash refers to it', async ({ folder, open }) => {
    const article = withPassage({ tagIds: [tag.id] });
    const archive = await open();
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const going = { type: 'folder', to: 'trash', kind: 'article', id: article.article.id } as const;
    mustSucceed(await perform(archive, { changes: [going] }));
    await archive.close();
    await rm(join(folder, 'tags.json'));
    expect(mustFail(await tryToOpen(folder))).toMatchObject({ code: 'archive-damaged', file: 'tags.json' });
  });

  it('is damage where a saved search names a tag', async ({ folder, open }) => {
    const archive = await open();
    const at = tag.createdAt;
    const search = savedSearchSchema.parse({
      id: newSampleId(),
      name: 'China',
      text: `tag:${tag.id}`,
      scope: 'passages',
      place: 1,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    });
    const change = { type: 'record', file: { kind: 'searches' }, collection: 'searches' } as const;
    mustSucceed(
      await perform(archive, { changes: [{ ...change, recordId: search.id, before: null, after: search }] }),
    );
    await archive.close();
    await rm(join(folder, 'tags.json'));
    expect(mustFail(await tryToOpen(folder))).toMatchObject({ code: 'archive-damaged', file: 'tags.json' });
  });

  it.for(['tags', 'sources', 'tasks', 'searches'])(
    '%s.json to which nothing refers is told of where the archive holds anything',
    async (kind, { folder, open }) => {
      const first = await open();
      mustSucceed(await perform(first, { newArticles: [sampleArticle('Talks resume')] }));
      await first.close();
      await rm(join(folder, `${kind}.json`));
      const archive = await open();
      expect(listenForRepairs(archive)).toEqual([
        { file: `${kind}.json`, quarantinedAs: null, hasBackup: false },
      ]);
      mustSucceed(await perform(archive, { changes: [addTag(sampleTag('one'))] }));
    },
  );

  it('is nothing in an archive that holds nothing', async ({ folder, open }) => {
    await (await open()).close();
    await rm(join(folder, 'tags.json'));
    await mkdir(join(folder, 'articles', 'not an article'));
    expect(listenForRepairs(await open())).toEqual([]);
  });
});
