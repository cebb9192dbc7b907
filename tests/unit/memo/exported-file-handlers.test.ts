import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import type { MemoFormat } from '#domain/memo/memo-format.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { writeMemoEmail } from '#electron/export/email/write-memo-email.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { addArticle, addMemo, cite } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const options = { paper: 'a4', glyphs: 'refuse' } as const;
const text = 'The port closed on Monday.';

let bench: Workbench;
let folder: string;
let memos: ReturnType<typeof createMemoHandlers>;
let memoId: Awaited<ReturnType<typeof addMemo>>;

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  memos = createMemoHandlers({
    ...bench.deps,
    memoWriters: createMemoWriters(bench.deps.pdfMaker, () => crypto.randomUUID()),
    writeMemoEmail,
    desktop: {
      ...bench.deps.desktop,
      exportFolder: () => folder,
    },
  });
  const articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  const passage = await createActs(() => bench).add(articleId, text, 'The port closed');
  memoId = await addMemo(bench, 'Beijing visit', [cite(articleId, passage)]);
});
afterEach(async () => {
  await bench.close();
  await removeFolder(folder);
});

const exportAs = (format: MemoFormat) =>
  memos['memo:export']({
    memoId,
    format,
    options,
    parts: usualParts,
    fileName: `memo.${format}`,
    replaces: false,
  });

describe('a memo in another format', () => {
  it.each(['docx', 'html', 'md', 'txt'] as const)(
    'is written as %s under the name that was given',
    async (format) => {
      const exported = succeed(await exportAs(format));
      expect(exported.pages).toBe(null);
      expect(await readdir(folder)).toEqual([exported.fileName]);
      expect(exported.fileName).toBe(`memo.${format}`);
    },
  );
});

describe('the place of an exported file', () => {
  const asNew = () => ({ memoId, format: 'txt' as const, options, parts: usualParts, replaces: false });

  it('is not that of a file that was not to be replaced, and there is nothing to reveal then', async () => {
    await writeFile(join(folder, 'memo.txt'), 'old');
    expect(await memos['memo:export']({ ...asNew(), fileName: 'memo.txt' })).toEqual({
      ok: false,
      error: { code: 'file-exists', file: 'memo.txt' },
    });
    expect(await readFile(join(folder, 'memo.txt'), 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['memo.txt']);
    expect(codeOf(await memos['memo:reveal']({ memoId }))).toBe('not-found');
    succeed(await memos['memo:export']({ ...asNew(), fileName: 'memo (2).txt' }));
    expect(await readdir(folder)).toEqual(['memo (2).txt', 'memo.txt']);
  });

  it.each(['../memo.txt', 'deeper/memo.txt', '..'])('is no other folder: %s', async (fileName) => {
    expect(codeOf(await memos['memo:export']({ ...asNew(), fileName }))).toBe('invalid-input');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('an export that is cancelled while it is made', () => {
  it('writes nothing; the next one is not cancelled', async () => {
    const exporting = exportAs('docx');
    succeed(await memos['memo:cancel-export']({ memoId }));
    expect(codeOf(await exporting)).toBe('cancelled');
    expect(await readdir(folder)).toEqual([]);
    succeed(await exportAs('txt'));
  });
});

describe('a file that was exported', () => {
  it('can be dragged out, and nothing where there is none', async () => {
    expect(codeOf(await memos['memo:drag']({ memoId }))).toBe('not-found');
    const { fileName } = succeed(await exportAs('txt'));
    succeed(await memos['memo:drag']({ memoId }));
    expect(bench.asked).toEqual([`drag ${join(folder, fileName)}`]);
  });
});

describe('a memo copied as an e-mail', () => {
  it('is on the clipboard, subject first', async () => {
    succeed(await memos['memo:copy-email']({ memoId, parts: usualParts }));
    expect(bench.asked[0]).toMatch(/^copy .*Beijing visit\n/u);
  });

  it('is refused as the export is, where its evidence has changed', async () => {
    const { citations } = succeed(await memos['memo:open']({ memoId }));
    const passageId = citations[0]?.passageId;
    const articleId = citations[0]?.articleId;
    if (passageId === undefined || articleId === undefined) throw new Error('it cites nothing');
    await editPassage(bench, articleId, passageId, { does: 'delete' });
    expect(codeOf(await memos['memo:copy-email']({ memoId, parts: usualParts }))).toBe('evidence-changed');
    expect(bench.asked).toEqual([]);
  });
});
