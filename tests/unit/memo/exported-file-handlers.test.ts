import { readdir } from 'node:fs/promises';
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
let askedFor: MemoFormat[];
let memoId: Awaited<ReturnType<typeof addMemo>>;

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  askedFor = [];
  memos = createMemoHandlers({
    ...bench.deps,
    memoWriters: createMemoWriters(bench.deps.pdfMaker, () => crypto.randomUUID()),
    writeMemoEmail,
    desktop: {
      ...bench.deps.desktop,
      chooseExportPath: async (name, format) => {
        askedFor.push(format);
        return join(folder, name);
      },
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

const exportAs = (format: MemoFormat) => memos['memo:export']({ memoId, format, options, parts: usualParts });

describe('a memo in another format', () => {
  it.each(['docx', 'html', 'md', 'txt'] as const)(
    'is written as %s under a name that says so',
    async (format) => {
      const exported = succeed(await exportAs(format));
      expect(askedFor).toEqual([format]);
      expect(exported.pages).toBe(null);
      expect(await readdir(folder)).toEqual([exported.fileName]);
      expect(exported.fileName.endsWith(`.${format}`)).toBe(true);
    },
  );
});

describe('an export that is cancelled while it is made', () => {
  it('asks for no place and writes nothing; the next one is not cancelled', async () => {
    const exporting = exportAs('docx');
    succeed(await memos['memo:cancel-export']({ memoId }));
    expect(codeOf(await exporting)).toBe('cancelled');
    expect(askedFor).toEqual([]);
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
