import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { planRepair } from '#domain/archive/plan-repair.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { repairArchive } from '#electron/storage/check/repair-archive.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { createStorageContext } from '#electron/storage/storage-context.ts';
import { addTag, changeEvent } from '../../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../../support/archive/sample-folders.ts';
import { createSampleMachine } from '../../../support/archive/sample-ids.ts';
import { sampleEvent, samplePassage, sampleTag } from '../../../support/archive/sample-records.ts';
import { soundArticle, standingPassage } from '../../../support/damages/rich-archive.ts';
import { readTree } from '../../../support/files/read-tree.ts';
import { cite } from '../../../support/memo/written-memo.ts';
import { it, mustSucceed, perform } from '../archive-under-test.ts';

const TITLE = 'Talks resume';

describe('a check of an archive', () => {
  it('finds nothing in one that is sound, counts what it holds and changes nothing', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const tag = sampleTag('China');
    const passage = standingPassage({ tagIds: [tag.id] });
    const gone = standingPassage({ deletedAt: passage.createdAt });
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
    const article = soundArticle([standingPassage(), samplePassage('nowhere')]);
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

  it('tells of an event that was merged into one that is nowhere, which a repair makes again', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const [into, lost] = [sampleEvent('Lock closed'), sampleEvent('Lock shut')];
    const [merged, dangling] = [
      sampleEvent('Lock closes', { mergedInto: into.id }),
      sampleEvent('Lock bolted', { mergedInto: lost.id }),
    ];
    const changes = [into, merged, dangling].map((event) => changeEvent(null, event));
    mustSucceed(await perform(archive, { changes }));
    await archive.close();
    const { findings } = await checkArchive({ root: folder, codec: plainCodec });
    expect(findings.map(({ file, says, repair }) => ({ file, says, repair }))).toEqual([
      {
        file: 'events.json',
        says: `An event refers to an event that no longer exists (events ${dangling.id}, mergedInto: ${lost.id}). A repair makes it again as “Recovered event ${lost.id}”.`,
        repair: { again: expect.objectContaining({ kind: 'event', id: lost.id }) },
      },
    ]);
    const context = createStorageContext(folder, createSampleMachine(), () => {});
    mustSucceed(await repairArchive(context, planRepair(findings, [])));
    expect((await checkArchive({ root: folder, codec: plainCodec })).findings).toEqual([]);
    const { events } = mustSucceed(await (await open()).events());
    expect(events).toHaveLength(4);
    expect(events).toEqual(expect.arrayContaining([into, merged, dangling]));
  });

  it('never takes a citation out of a memo: what is cited and gone is only told', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const passage = standingPassage();
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
