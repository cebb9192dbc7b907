import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { pathOfPicture } from '#domain/picture/stored-picture.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { byAnalyst } from '#domain/translation/translation.ts';
import { BackupKeeper } from '#electron/handlers/backup/backup-keeper.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newPassageId, newTagId, newTranslationId } from '../../support/archive/sample-ids.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { section } from '../../support/memo/written-memo.ts';
import { makePng } from '../../support/pictures/make-png.ts';
import { figureOf } from '../../support/pictures/written-figure.ts';
import { addArticle, addMemo } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let handlers: Handlers;
const text = 'Ships turned back at the lock.';
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});

const backUp = async (): Promise<string> => {
  succeed(await handlers['backup:choose-folder']({ takesProposed: true }));
  return succeed(await handlers['backup:run']({})).id;
};

/** What another hand does to the folder while nobody looks, and the archive opened again. */
const meanwhile = async (change: (folder: string) => Promise<void>): Promise<void> => {
  bench = await bench.reopen();
  await change(bench.archive.folder);
  bench = await bench.reopen();
  handlers = createHandlers(bench.deps);
};

const addTagged = async (): Promise<{ articleId: ArticleId; tagId: ReturnType<typeof newTagId> }> => {
  const articleId = await addArticle(bench, text, { title: 'Lock' });
  const tagId = newTagId();
  succeed(await handlers['tag:ensure']({ tagId, path: ['China', 'Ships'] }));
  succeed(
    await handlers['passage:add']({
      ...addingOf(articleId, text, ['turned back']),
      tagIds: [tagId],
      tasks: [],
    }),
  );
  return { articleId, tagId };
};

describe('backups of the open archive', () => {
  it('have no place at first, and take the one that is proposed', async () => {
    expect(succeed(await handlers['backup:state']({}))).toMatchObject({
      folder: null,
      last: null,
      lateness: null,
    });
    expect(await handlers['backup:run']({})).toEqual({ ok: false, error: { code: 'no-backup-folder' } });
    expect(succeed(await handlers['backup:list']({}))).toEqual([]);
    await backUp();
    const state = succeed(await handlers['backup:state']({}));
    expect(state).toMatchObject({
      isDeclined: false,
      isRunning: false,
      failure: null,
      last: { leftOutCount: 0 },
    });
    expect(succeed(await handlers['backup:list']({}))).toHaveLength(1);
  });

  it('do not go into the archive itself', async () => {
    const inside = join(bench.archive.folder, 'backups');
    const places = { ...bench.deps.backups.places, chooseBackupFolder: async () => inside };
    const backups = new BackupKeeper({
      ...bench.deps,
      doJob: () => Promise.reject(new Error('not asked')),
      places,
    });
    const chosen = await createHandlers({ ...bench.deps, backups })['backup:choose-folder']({
      takesProposed: false,
    });
    expect(chosen).toMatchObject({ ok: false, error: { code: 'place-in-archive' } });
    expect(existsSync(inside)).toBe(false);
  });

  it('are told of while their disk is away, and go on when it is back', async () => {
    const first = await backUp();
    const folder = succeed(await handlers['backup:state']({})).folder ?? '';
    await rename(folder, `${folder} away`);
    await mkdir(folder);
    expect(await handlers['backup:run']({})).toMatchObject({ error: { why: 'folder-missing' } });
    expect(succeed(await handlers['backup:state']({}))).toMatchObject({
      failure: { why: 'folder-missing' },
      last: { files: expect.any(Number) },
    });
    expect(succeed(await handlers['backup:list']({}))).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    await rm(folder, { recursive: true });
    await rename(`${folder} away`, folder);
    succeed(await handlers['backup:run']({}));
    expect(succeed(await handlers['backup:state']({})).failure).toBeNull();
    // Of one hour the newest is kept.
    const rows = succeed(await handlers['backup:list']({}));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.id).not.toBe(first);
  });

  it('are known again at the next start', async () => {
    await backUp();
    const { last } = succeed(await handlers['backup:state']({}));
    await meanwhile(async () => undefined);
    expect(succeed(await handlers['backup:state']({})).last).toEqual(last);
  });

  it('are one where two are asked for at once', async () => {
    succeed(await handlers['backup:choose-folder']({ takesProposed: true }));
    const [one, two] = await Promise.all([handlers['backup:run']({}), handlers['backup:run']({})]);
    expect(succeed(one).id).toBe(succeed(two).id);
  });

  it('are tested by restoring them', async () => {
    await addTagged();
    await backUp();
    const tested = succeed(await handlers['backup:test']({ backupId: null }));
    const { last } = succeed(await handlers['backup:state']({}));
    expect(tested).toMatchObject({ damaged: [], files: last?.files });
  });
});

describe('a record of a backup', () => {
  it('is found by its title, those that the archive lacks first', async () => {
    const { articleId } = await addTagged();
    await addArticle(bench, 'Another.', { title: 'Lock of a door' });
    await addMemo(bench, 'Lock memo');
    const backupId = await backUp();
    await meanwhile((folder) => rm(join(folder, 'articles', articleId), { recursive: true }));
    const rows = succeed(await handlers['backup:records']({ backupId, text: 'LOCK', limit: 10 }));
    expect(rows.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      'Lock: gone',
      'Lock memo: here',
      'Lock of a door: here',
    ]);
  });

  it('comes back with the tags that it needs, byte for byte, and goes again by undo', async () => {
    const { articleId, tagId } = await addTagged();
    const backupId = await backUp();
    const before = await readTree(bench.archive.folder);
    await meanwhile(async (folder) => {
      await rm(join(folder, 'articles', articleId), { recursive: true });
      await writeFile(join(folder, 'tags.json'), '{"version":2,"tags":[]}');
    });
    succeed(await handlers['backup:restore-record']({ backupId, what: { kind: 'article', id: articleId } }));
    expect(await readTree(bench.archive.folder)).toEqual(before);
    expect(succeed(await handlers['tag:list']({})).map(({ id }) => id)).toContain(tagId);
    succeed(await handlers['undo:undo']({}));
    expect(succeed(await handlers['article:list']({ filter: {}, order: 'newest' }))).toEqual([]);
  });

  it('gets back what was deleted and changed in it, and keeps what was added since', async () => {
    const { articleId } = await addTagged();
    const backupId = await backUp();
    const opened = succeed(await handlers['article:open']({ articleId }));
    const [passage] = opened.passages;
    if (passage === undefined) throw new Error('the passage is missing');
    const passageId = passage.id;
    succeed(await handlers['passage:edit']({ articleId, passageId, edit: { kind: 'delete' } }));
    succeed(await handlers['article:correct']({ articleId, corrections: { title: 'Spoilt' } }));
    const added = {
      ...addingOf(articleId, text, ['the lock']),
      passageId: newPassageId(),
      tagIds: [],
      tasks: [],
    };
    succeed(await handlers['passage:add'](added));
    succeed(await handlers['backup:restore-record']({ backupId, what: { kind: 'article', id: articleId } }));
    const restored = succeed(await handlers['article:open']({ articleId }));
    expect(restored.passages.map(({ id }) => id).sort()).toEqual([passageId, added.passageId].sort());
    const [row] = succeed(await handlers['article:list']({ filter: {}, order: 'newest' }));
    expect(row?.title).toBe('Lock');
    succeed(await handlers['undo:undo']({}));
    expect(succeed(await handlers['article:open']({ articleId })).passages.map(({ id }) => id)).toEqual([
      added.passageId,
    ]);
  });

  it('gets its translations back, and keeps those that were made since', async () => {
    const { articleId } = await addTagged();
    const german = { language: 'de', maker: byAnalyst };
    const [old, since] = [newTranslationId(), newTranslationId()];
    const put = async (translationId: typeof old, words: string) =>
      succeed(
        await handlers['translation:put-paragraphs']({
          articleId,
          translationId,
          begins: german,
          paragraphs: [{ block: 0, text: words }],
        }),
      );
    await put(old, 'Schiffe kehrten um.');
    const backupId = await backUp();
    await put(old, 'Verschrieben.');
    await put(since, 'Neu.');
    const words = async () =>
      succeed(await handlers['translation:list']({ articleId })).translations.map(
        ({ paragraphs }) => paragraphs[0]?.text,
      );
    const what = { kind: 'article', id: articleId } as const;
    succeed(await handlers['backup:restore-record']({ backupId, what }));
    expect(await words()).toEqual(['Schiffe kehrten um.', 'Neu.']);
    await meanwhile((folder) => rm(join(folder, 'articles', articleId), { recursive: true }));
    succeed(await handlers['backup:restore-record']({ backupId, what }));
    expect(await words()).toEqual(['Schiffe kehrten um.']);
  });

  it('gets its text back where another hand has changed it', async () => {
    const { articleId } = await addTagged();
    const backupId = await backUp();
    await meanwhile((folder) =>
      writeFile(
        join(folder, 'articles', articleId, 'body.json'),
        '{"version":2,"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Forged."}]}]}}',
      ),
    );
    succeed(await handlers['backup:restore-record']({ backupId, what: { kind: 'article', id: articleId } }));
    const { body } = succeed(await handlers['article:open']({ articleId }));
    expect(JSON.stringify(body)).toContain('turned back');
  });

  it('is the scratch pad, which keeps what was written since', async () => {
    const write = (words: string) => handlers['pad:write']({ note: richTextFromPlain(words), editId: words });
    const what = { kind: 'pad', id: 'pad' } as const;
    const padNow = async () => {
      const { note } = succeed(await handlers['pad:read']({}));
      return note === null ? null : richTextToPlain(note);
    };
    succeed(await write('Ask the pilots\nInsurers'));
    const backupId = await backUp();
    succeed(await write('Insurers\nThe harbour'));
    const rows = succeed(await handlers['backup:records']({ backupId, text: 'scratch', limit: 10 }));
    expect(rows).toEqual([{ ...what, title: 'Scratch pad', state: 'here' }]);
    succeed(await handlers['backup:restore-record']({ backupId, what }));
    expect(await padNow()).toBe('Ask the pilots\nInsurers\nThe harbour');
    succeed(await handlers['undo:undo']({}));
    expect(await padNow()).toBe('Insurers\nThe harbour');
    await meanwhile(async (folder) => {
      for (const name of ['pad.json', 'pad.json.bak']) await rm(join(folder, name));
    });
    expect(succeed(await handlers['backup:records']({ backupId, text: 'scratch', limit: 10 }))).toEqual([
      { ...what, title: 'Scratch pad', state: 'gone' },
    ]);
    succeed(await handlers['backup:restore-record']({ backupId, what }));
    expect(await padNow()).toBe('Ask the pilots\nInsurers');
  });

  it('is a memo with its snapshots, but none that was sent since', async () => {
    const memoId = await addMemo(bench, 'Lock memo');
    succeed(await handlers['memo:snapshot']({ memoId }));
    const backupId = await backUp();
    const before = await readTree(bench.archive.folder);
    await meanwhile((folder) => rm(join(folder, 'memos', memoId), { recursive: true }));
    succeed(await handlers['backup:restore-record']({ backupId, what: { kind: 'memo', id: memoId } }));
    expect(await readTree(bench.archive.folder)).toEqual(before);
  });

  it('is a memo with the pictures of its figures, also where it stands and only they are gone', async () => {
    const memoId = await addMemo(bench, 'Lock memo');
    const bytes = makePng(60, 40);
    const picture = succeed(await handlers['memo:add-figure']({ memoId, fileName: 'lock.png', bytes }));
    const figure = figureOf({ bytes, ...picture });
    const content: MemoContent = { type: 'doc', content: [section('analysis', 'Analysis', figure)] };
    succeed(await handlers['memo:save']({ memoId, editId: 'with a figure', content }));
    const backupId = await backUp();
    const before = await readTree(bench.archive.folder);
    const what = { kind: 'memo', id: memoId } as const;
    const memoFolder = (folder: string): string => join(folder, 'memos', memoId);
    await meanwhile((folder) => rm(memoFolder(folder), { recursive: true }));
    succeed(await handlers['backup:restore-record']({ backupId, what }));
    expect(await readFile(join(memoFolder(bench.archive.folder), pathOfPicture(picture)))).toEqual(bytes);
    expect(await readTree(bench.archive.folder)).toEqual(before);

    await meanwhile((folder) => rm(join(memoFolder(folder), pathOfPicture(picture))));
    succeed(await handlers['backup:restore-record']({ backupId, what }));
    const shown = succeed(await handlers['memo:figure']({ memoId, picture }));
    expect(shown.base64).toBe(bytes.toString('base64'));
  });

  it('is told to be missing where the backup does not hold it', async () => {
    const backupId = await backUp();
    const { articleId } = await addTagged();
    const what = { kind: 'article', id: articleId } as const;
    expect(await handlers['backup:restore-record']({ backupId, what })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(
      await handlers['backup:restore-record']({ backupId: '20000101T000000000Z-00000000', what }),
    ).toMatchObject({
      error: { code: 'not-found', what: 'backup' },
    });
  });
});
