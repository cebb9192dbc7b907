import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { addTag, changePassage, changeTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { sampleSnapshot } from '../../support/memo/memo-snapshots.ts';
import { it, mustSucceed, perform } from './archive-under-test.ts';

const tagIn = async (reader: ArchiveReader) => mustSucceed(await reader.tags()).tags[0];

describe('a record', () => {
  it('bears the name of whoever made it, and then of whoever changed it last', async ({ folder, open }) => {
    let name: string | null = 'Anna';
    const archive = await open({ writer: () => name });
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { changes: [addTag(tag)] }));
    expect(await tagIn(archive)).toEqual({ ...tag, by: 'Anna' });

    name = 'Ben';
    const before = { ...tag, by: 'Anna' };
    mustSucceed(await perform(archive, { changes: [changeTag(before, { ...before, name: 'PRC' })] }));
    expect(await tagIn(archive)).toEqual({ ...tag, name: 'PRC', by: 'Ben' });
    expect(await readFile(join(folder, 'tags.json'), 'utf8')).toContain('"deletedAt":null,"by":"Ben"}');
  });

  it('bears no name where none is set, and loses that of another with the change', async ({ open }) => {
    let name: string | null = 'Anna';
    const archive = await open({ writer: () => name });
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { changes: [addTag(tag)] }));
    name = null;
    const before = { ...tag, by: 'Anna' };
    mustSucceed(await perform(archive, { changes: [changeTag(before, { ...before, name: 'PRC' })] }));
    expect(await tagIn(archive)).toEqual({ ...tag, name: 'PRC' });
  });

  it('is as it was after undo, with the name that it had', async ({ folder, open }) => {
    let name = 'Anna';
    const archive = await open({ writer: () => name });
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { changes: [addTag(tag)] }));
    const tree = (await readTree(folder))['tags.json'];
    name = 'Ben';
    const before = { ...tag, by: 'Anna' };
    mustSucceed(await perform(archive, { changes: [changeTag(before, { ...before, name: 'PRC' })] }));
    mustSucceed(await archive.undo());
    expect((await readTree(folder))['tags.json']).toBe(tree);
    mustSucceed(await archive.redo());
    expect(await tagIn(archive)).toMatchObject({ name: 'PRC', by: 'Ben' });
  });

  it('that an act leaves as it was keeps its name, and is not written', async ({ folder, open }) => {
    let name = 'Anna';
    const archive = await open({ writer: () => name });
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { changes: [addTag(tag)] }));
    const tree = await readTree(folder);
    name = 'Ben';
    const before = { ...tag, by: 'Anna' };
    mustSucceed(await perform(archive, { changes: [changeTag(before, { ...before })] }));
    expect(await readTree(folder)).toEqual(tree);
  });

  it('that came from another hand keeps the name with which it came', async ({ open }) => {
    const archive = await open({ writer: () => 'Anna' });
    const tag = sampleTag('china', { by: 'Ben' });
    mustSucceed(await perform(archive, { changes: [addTag(tag)], isFromOutside: true }));
    expect(await tagIn(archive)).toEqual(tag);
  });
});

describe('what is new with a folder', () => {
  it('bears the name in every record, and in a snapshot', async ({ open }) => {
    const archive = await open({ writer: () => 'Anna' });
    const passage = samplePassage('Talks resume');
    const article = sampleArticle('Talks resume', [passage]);
    const memo = sampleMemo('The visit');
    const snapshot = sampleSnapshot(memo.memo);
    mustSucceed(await perform(archive, { newArticles: [article], newMemos: [memo] }));
    mustSucceed(await perform(archive, { newSnapshots: [snapshot] }));
    const { about, passages } = mustSucceed(await archive.annotations(article.article.id));
    expect([about.by, passages[0]?.by]).toEqual(['Anna', 'Anna']);
    expect(mustSucceed(await archive.memo(memo.memo.id)).memo.by).toBe('Anna');
    expect(mustSucceed(await archive.snapshot(memo.memo.id, snapshot.id)).snapshot.by).toBe('Anna');

    const added = samplePassage('resume');
    mustSucceed(await perform(archive, { changes: [changePassage(article.article.id, null, added)] }));
    const now = mustSucceed(await archive.annotations(article.article.id)).passages;
    expect(now.map(({ by }) => by)).toEqual(['Anna', 'Anna']);
  });
});
