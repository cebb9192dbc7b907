import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Passage } from '#domain/passage/passage.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { repairArchive } from '#electron/storage/check/repair-archive.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { hashBytes } from '#electron/storage/hash-text.ts';
import { createStorageContext } from '#electron/storage/storage-context.ts';
import { addTag, addTask, changeTag } from '../../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../../support/archive/sample-folders.ts';
import { createSampleMachine } from '../../../support/archive/sample-ids.ts';
import { samplePassage, sampleTag, sampleTask } from '../../../support/archive/sample-records.ts';
import { readTree } from '../../../support/files/read-tree.ts';
import { cite } from '../../../support/memo/written-memo.ts';
import { it, mustSucceed, perform } from '../archive-under-test.ts';

const TITLE = 'Talks resume';

/** A passage that stands at the beginning of the text. */
const standing = (changed: Partial<Passage> = {}): Passage => {
  const passage = samplePassage('Talks', changed);
  return {
    ...passage,
    selectors: passage.selectors
      .map(textSelectorOf)
      .map((one) => ({ ...one, position: { start: 0, end: 5 } })),
  };
};

/** An article whose original is the one that was imported. */
const soundArticle = (passages: readonly Passage[]): NewArticle => {
  const article = sampleArticle(TITLE, passages);
  return { ...article, article: { ...article.article, originalSha256: hashBytes(article.original) } };
};

const asideFolder = 'trash/before-repair';

describe('a check of an archive', () => {
  it('finds nothing in one that is sound, counts what it holds and changes nothing', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const tag = sampleTag('China');
    const passage = standing({ tagIds: [tag.id] });
    const gone = standing({ deletedAt: passage.createdAt });
    const article = soundArticle([passage, gone]);
    mustSucceed(
      await perform(archive, {
        changes: [addTag(tag)],
        newArticles: [article],
        newMemos: [sampleMemo('Memo')],
      }),
    );
    const before = await readTree(folder);
    const { findings, stats } = await checkArchive({ root: folder, codec: plainCodec });
    expect(findings).toEqual([]);
    expect(stats).toMatchObject({
      articles: 1,
      passages: 1,
      deletedPassages: 1,
      tags: 1,
      memos: 1,
      words: 2,
    });
    expect(await readTree(folder)).toEqual(before);
  });

  it('names each thing that is wrong, with its file', async ({ folder, open }) => {
    const archive = await open();
    const [upper, lower] = [sampleTag('upper'), sampleTag('lower')];
    const article = soundArticle([standing(), samplePassage('nowhere')]);
    const number = { ...sampleMemo('One'), tasks: [] };
    mustSucceed(
      await perform(archive, {
        changes: [addTag({ ...upper, parentId: lower.id }), addTag({ ...lower, parentId: upper.id })],
        newArticles: [article],
        newMemos: [number, sampleMemo('Two')],
      }),
    );
    await archive.close();
    const at = join(folder, 'articles', article.article.id);
    const body = await readFile(join(at, 'body.json'), 'utf8');
    await writeFile(join(at, 'body.json'), body.replace(TITLE, 'Talks ended!'));
    await writeFile(join(at, 'original.txt'), 'other bytes');
    await rm(join(folder, 'searches.json'));
    const { findings } = await checkArchive({ root: folder, codec: plainCodec });
    expect(findings.map(({ file, code }) => [file.split('/').at(-1), code])).toEqual(
      expect.arrayContaining([
        ['annotations.json', 'selector-lost'],
        ['body.json', 'text-altered'],
        ['original.txt', 'original-altered'],
        ['memo.json', 'number-twice'],
        ['searches.json', 'missing'],
        ['tags.json', 'ring'],
      ]),
    );
    expect(findings).toHaveLength(6);
  });

  it('repairs when it is asked: references that lead nowhere, and what is damaged with a sound version before it', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const [kept, lost] = [sampleTag('kept'), sampleTag('lost')];
    const passage = standing({ tagIds: [kept.id, lost.id] });
    const article = soundArticle([passage]);
    mustSucceed(await perform(archive, { changes: [addTag(kept), addTag(lost)], newArticles: [article] }));
    mustSucceed(await perform(archive, { changes: [changeTag(lost, null)] }));
    const task = sampleTask('call');
    mustSucceed(await perform(archive, { changes: [addTask(task)] }));
    await archive.close();
    const damaged = '{"version": 1, "tasks": [{';
    await writeFile(join(folder, 'tasks.json'), damaged);
    const { findings } = await checkArchive({ root: folder, codec: plainCodec });
    expect(findings.map(({ code, isRepairable }) => [code, isRepairable])).toEqual([
      ['reference-lost', true],
      ['damaged', true],
    ]);

    const context = createStorageContext(folder, createSampleMachine(), () => {});
    const repaired = mustSucceed(await repairArchive(context, findings, asideFolder));

    expect((await checkArchive({ root: folder, codec: plainCodec })).findings).toEqual([]);
    expect(repaired).toHaveLength(2);
    expect(await readFile(join(folder, asideFolder, 'tasks.json'), 'utf8')).toBe(damaged);
    expect(await readdir(join(folder, asideFolder, 'articles'))).toEqual([article.article.id]);
    const mended = JSON.parse(
      await readFile(join(folder, 'articles', article.article.id, 'annotations.json'), 'utf8'),
    );
    expect(mended.passages).toEqual([{ ...passage, tagIds: [kept.id] }]);
  });

  it('never takes a citation out of a memo: what is cited and gone is only told', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const passage = standing();
    const { memo, tasks } = sampleMemo('Memo');
    const cited = cite({ cited: sampleArticle(TITLE, [passage]), passages: [passage] } as never, 0);
    const [first] = memo.content.content;
    const content = {
      ...memo.content,
      content: [{ ...first, content: [{ type: 'paragraph', content: [cited] }] }],
    } as typeof memo.content;
    mustSucceed(await perform(archive, { newMemos: [{ memo: { ...memo, content }, tasks }] }));
    const { findings } = await checkArchive({ root: folder, codec: plainCodec });
    expect(findings.map(({ code, isRepairable }) => [code, isRepairable])).toEqual([
      ['reference-lost', false],
      ['reference-lost', false],
    ]);
  });
});

describe('a frozen archive of an older version', () => {
  const frozen = join(import.meta.dirname, '../../../fixtures/archives');
  /** What their hashes and places say was made up for tests. */
  const madeUp = ['selector-lost', 'text-altered', 'original-altered'];

  it.for(['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10', 'v11'])(
    '%s has every file, shape and reference',
    async (version) => {
      const { findings, stats } = await checkArchive({ root: join(frozen, version), codec: plainCodec });
      expect(findings.filter(({ code }) => !madeUp.includes(code))).toEqual([]);
      expect(stats).toMatchObject({ articles: 1, memos: 1, trashedArticles: 1 });
    },
  );
});
