import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleId, type MemoId, type PassageId, snapshotIdSchema } from '#domain/ids.ts';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { manifestOf, printManifest } from '#domain/memo/verify/manifest.ts';
import { ok } from '#domain/result.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { readExportedFile } from '#electron/export/verify/read-exported-file.ts';
import { readManifest } from '#electron/export/verify/read-manifest.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { carryPassages } from '#electron/handlers/import/carry-passages.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { newMemoIds, newSampleId } from '../../support/archive/sample-ids.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addArticle, articleOf } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';

/** Where the manifest stands in the page. */
const manifestIn = /(<meta name="precis-manifest" content=")[^"]*"/u;
const escapeHtml = (text: string): string => text.replaceAll('"', '&quot;');

let bench: Workbench;
let folder: string;
let path: string;
let articleId: ArticleId;
let passageId: PassageId;
let memoId: MemoId;

const memosOn = (workbench: Workbench) =>
  createMemoHandlers({
    ...workbench.deps,
    memoWriters: createMemoWriters(workbench.deps.pdfMaker, () => crypto.randomUUID()),
    desktop: {
      ...workbench.deps.desktop,
      exportFolder: () => folder,
      chooseExported: async () => path,
    },
  });

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  path = join(folder, 'memo.html');
  articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  ({ id: passageId } = await createActs(() => bench).add(articleId, text, 'nobody asked'));
  const memos = memosOn(bench);
  const from = { kind: 'article', articleId } as const;
  const ids = newMemoIds();
  memoId = ids.memoId;
  succeed(await memos['memo:create']({ ...ids, title: 'The port', template: 'bluf', marking: null, from }));
  succeed(
    await memos['memo:export']({
      memoId,
      format: 'html',
      options: { paper: 'a4', glyphs: 'refuse' },
      parts: usualParts,
      fileName: 'memo.html',
      replaces: true,
    }),
  );
});
afterEach(async () => {
  await bench.close();
  await removeFolder(folder);
});

const exportAs = async (format: 'html' | 'docx' | 'md') =>
  succeed(
    await memosOn(bench)['memo:export']({
      memoId,
      format,
      options: { paper: 'a4', glyphs: 'refuse' },
      parts: usualParts,
      fileName: basename(path),
      replaces: true,
    }),
  );

/** The file with some words changed, or saved anew as another program does it. */
const spoil = async (file: string, format: string, [from, to]: readonly [string, string] = ['', '']) => {
  const bytes = await readFile(file);
  if (format !== 'docx') {
    await writeFile(file, `${bytes.toString('utf8').replace(from, to)}\n`);
    return;
  }
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  await writeFile(file, zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace(from, to)) }));
};

/** Another hand changes what was sent, and leaves a file that is sound. */
const editSnapshot = async ({ id, sending }: Memo): Promise<void> => {
  const file = join(bench.archive.folder, 'memos', id, 'snapshots', `${sending?.snapshotId}.json`);
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('nobody asked', 'nobody acted'));
};

const verify = () => memosOn(bench)['memo:verify']({});

describe('an exported file', () => {
  it('holds where it is as it was written and its quotations are', async () => {
    expect(succeed(await verify())).toMatchObject({
      fileName: 'memo.html',
      memoId,
      memo: { referenceNumber: 'PM-2024-001', state: 'draft' },
      file: 'as-exported',
      quotes: [{ articleId, passageId, state: 'ok' }],
      ok: true,
    });
  });

  it('says what a newer version of the article makes of its words, and holds all the same', async () => {
    const { archive, deps } = bench;
    const about = { title: 'Port closed', publisher: 'Harbour Dispatch' };
    const told = text.replace('nobody asked', 'somebody asked');
    const made = succeed(
      await carryPassages(archive, deps.machine, articleOf(deps.machine, told, about), articleId),
    );
    succeed(
      await archive.perform(async () =>
        ok({ value: null, name: 'import-article', changes: [], newArticles: [made] }),
      ),
    );
    const verified = succeed(await verify());
    expect(verified).toMatchObject({
      ok: true,
      quotes: [{ state: 'ok', later: { version: 1, newestVersion: 2 } }],
    });
    expect(verified.quotes[0]?.later?.standing).not.toBe('same');
  });

  it('does not hold where a quotation was changed since, and says which', async () => {
    await editPassage(bench, articleId, passageId, { kind: 'resize', ranges: [rangeOf(text, 'nobody')] });
    expect(succeed(await verify())).toMatchObject({ ok: false, quotes: [{ passageId, state: 'changed' }] });
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    expect(succeed(await verify())).toMatchObject({ ok: false, quotes: [{ passageId, state: 'deleted' }] });
  });

  it('does not hold where its bytes were changed, though every quotation does', async () => {
    const page = await readFile(path, 'utf8');
    await writeFile(path, page.replace('nobody asked', 'somebody asked'));
    expect(succeed(await verify())).toMatchObject({
      ok: false,
      file: 'changed',
      quotes: [{ passageId, state: 'ok' }],
      words: { quotes: [{ passageId, words: 'nobody asked' }], texts: [] },
    });
  });

  it.each(['html', 'docx', 'md'] as const)('as %s has the words of its snapshot', async (format) => {
    path = join(folder, `words.${format}`);
    await exportAs(format);
    expect(succeed(await verify())).toMatchObject({ ok: true, file: 'as-exported' });
    await spoil(path, format);
    expect(succeed(await verify())).toMatchObject({ file: 'changed', words: { quotes: [], texts: [] } });
    await spoil(path, format, ['nobody asked', 'nobody acted']);
    expect(succeed(await verify())).toMatchObject({
      ok: false,
      file: 'changed',
      words: { quotes: [{ passageId, words: 'nobody asked' }] },
    });
  });

  it('says which sent memo was changed in the archive since, by the one that was sent behind it', async () => {
    const memos = memosOn(bench);
    const said = {
      recipients: ['Desk'],
      sentOn: calendarDateSchema.parse('2024-04-24'),
      way: 'by hand',
      file: null,
    };
    const { memo: first } = succeed(await memos['memo:send']({ memoId, ...said }));
    const ids = newMemoIds();
    const from = { kind: 'article', articleId } as const;
    succeed(await memos['memo:create']({ ...ids, title: 'Another', template: 'bluf', marking: null, from }));
    const { memo: second } = succeed(await memos['memo:send']({ memoId: ids.memoId, ...said }));
    memoId = ids.memoId;
    path = join(folder, 'second.html');
    await exportAs('html');
    expect(succeed(await verify())).toMatchObject({ chain: 'whole', changedMemos: [] });
    const kept = await bench.archive.snapshot(ids.memoId, second.sending?.snapshotId ?? ('' as never));
    expect(kept.ok && kept.value.snapshot.follows).toMatchObject([{ memoId: first.id }]);
    await editSnapshot(first);
    expect(succeed(await verify())).toMatchObject({
      ok: false,
      chain: 'broken',
      changedMemos: [first.head.referenceNumber],
    });
  });

  it('of a memo that is gone is still compared with what it quotes, and not vouched for', async () => {
    succeed(await memosOn(bench)['memo:delete']({ memoId }));
    expect(succeed(await verify())).toMatchObject({
      memo: null,
      file: 'unknown',
      quotes: [{ passageId, state: 'ok' }],
      ok: false,
    });
  });

  it('does not hold where it names a snapshot that is not there, whatever it prints', async () => {
    const page = await readFile(path, 'utf8');
    const { snapshotId } = succeed(await verify());
    if (snapshotId === null) throw new Error('It names its snapshot.');
    const kept = succeed(await bench.archive.snapshot(memoId, snapshotId)).snapshot;
    const other = { ...kept, id: snapshotIdSchema.parse(newSampleId()) };
    const said = printManifest(manifestOf(bench.archive.info.id, other, sha256Of));
    const forged = page
      .replace('nobody asked', 'everybody asked')
      .replace(manifestIn, `$1${escapeHtml(said)}"`);
    await writeFile(path, forged);
    expect(succeed(await verify())).toMatchObject({ file: 'unknown', ok: false });
  });

  it('says nothing of when anything was made, nor what it shares with another file', async () => {
    const ids = [bench.archive.info.id, memoId, articleId, passageId];
    for (const format of ['html', 'docx', 'md'] as const) {
      path = join(folder, `memo.${format}`);
      await exportAs(format);
      const { manifest } = succeed(await readExportedFile(path));
      expect(JSON.stringify(manifest)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/u);
      const bytes = await readFile(path);
      const texts =
        format === 'docx' ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [`${bytes}`];
      for (const id of ids) expect(texts.join().replaceAll('-', '')).not.toContain(id.replaceAll('-', ''));
      expect(succeed(await verify())).toMatchObject({ ok: true, memoId, quotes: [{ articleId, passageId }] });
    }
    const first = succeed(await readExportedFile(path)).manifest;
    const { head } = succeed(await memosOn(bench)['memo:open']({ memoId })).memo;
    succeed(await memosOn(bench)['memo:save']({ memoId, head: { ...head, for: 'Director' }, editId: 'for' }));
    await exportAs('md');
    const second = succeed(await readExportedFile(path)).manifest;
    expect(second?.archive).not.toBe(first?.archive);
    expect(second?.quotes[0]?.passage).not.toBe(first?.quotes[0]?.passage);
  });

  it('names what is gone by no id', async () => {
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    succeed(await memosOn(bench)['memo:delete']({ memoId }));
    succeed(await createHandlers(bench.deps)['trash:empty']({}));
    expect(succeed(await verify())).toMatchObject({
      memoId: null,
      snapshotId: null,
      file: 'unknown',
      quotes: [{ articleId: null, passageId: null, state: 'missing', later: null }],
      ok: false,
    });
  });

  it('of another archive is told apart from one that says nothing, and from none', async () => {
    const page = await readFile(path, 'utf8');
    const said = { ...readManifest(Buffer.from(page)), archive: sha256Of('another') } as DocumentManifest;
    await writeFile(path, page.replace(manifestIn, `$1${escapeHtml(printManifest(said))}"`));
    expect(codeOf(await verify())).toBe('foreign-file');
    await writeFile(path, '<html><head></head><body>nobody asked</body></html>');
    expect(codeOf(await verify())).toBe('no-manifest');
    path = join(folder, 'missing.pdf');
    expect(codeOf(await verify())).toBe('file-missing');
    path = folder;
    expect(codeOf(await verify())).toBe('file-is-folder');
  });
});
