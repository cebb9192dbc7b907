import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChosenParts, usualParts } from '#domain/memo/export/export-parts.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { MemoFormat } from '#domain/memo/memo-format.ts';
import { err, ok } from '#domain/result.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { writeMemoEmail } from '#electron/export/email/write-memo-email.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import type { PrintOutcome } from '#electron/ports/desktop.ts';
import type { PdfMaker } from '#electron/ports/pdf-maker.ts';
import { changePassage } from '../../support/archive/sample-changes.ts';
import { newFormId, newSearchId } from '../../support/archive/sample-ids.ts';
import { samplePassage } from '../../support/archive/sample-records.ts';
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

/** Takes away the passage that the memo cites. */
const deleteCited = async (): Promise<void> => {
  const [cited] = succeed(await memos['memo:open']({ memoId })).citations;
  if (cited === undefined) throw new Error('it cites nothing');
  await editPassage(bench, cited.articleId, cited.passageId, { kind: 'delete' });
};

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

describe('the parts of an exported memo', () => {
  const textOf = async (parts: ChosenParts) => {
    succeed(
      await memos['memo:export']({
        memoId,
        format: 'txt',
        options,
        parts,
        fileName: 'memo.txt',
        replaces: true,
      }),
    );
    return readFile(join(folder, 'memo.txt'), 'utf8');
  };
  const annex = 'Annex: passages in their paragraphs';

  it('are those of the form of the memo, but for what was chosen', async () => {
    const formId = newFormId();
    const form = { ...builtInForms.bluf, name: 'With its evidence', printsAnnex: true };
    succeed(await createHandlers(bench.deps)['form:add']({ formId, form }));
    const { citations } = succeed(await memos['memo:open']({ memoId }));
    memoId = await addMemo(bench, 'Second visit', citations, { template: formId });
    expect(await textOf({})).toContain(annex);
    expect(await textOf({ annex: false })).not.toContain(annex);
  });

  it('are the usual ones in a form that wants no more', async () => {
    expect(await textOf({})).toBe(await textOf(usualParts));
    expect(await textOf({ annex: true })).toContain(annex);
  });
});

describe('the annex of a saved search', () => {
  const searchId = newSearchId();
  const save = async (search: string): Promise<void> => {
    const saving = { searchId, name: 'All of the “port”', text: search, scope: 'passages' as const };
    succeed(await createHandlers(bench.deps)['search:save'](saving));
  };
  const exportAnnex = (format: MemoFormat = 'txt') =>
    memos['memo:export']({
      memoId,
      format,
      options,
      parts: { annex: true, annexSearch: searchId },
      fileName: `memo.${format}`,
      replaces: true,
    });
  const addOther = async (marking: 'TLP:RED' | null): Promise<void> => {
    const other = 'A second port stayed open.';
    const articleId = await addArticle(bench, other, { title: 'Second port', publisher: 'Gazette' });
    await createActs(() => bench).add(articleId, other, 'second port stayed open');
    if (marking === null) return;
    const marked = { articleId, marking: { kind: 'tlp' as const, label: marking } };
    succeed(await createHandlers(bench.deps)['article:set-marking'](marked));
  };

  it('shows what the search finds, cited or not, with the sources of both', async () => {
    await addOther(null);
    await save('port');
    for (const format of ['txt', 'md', 'html'] as const) {
      succeed(await exportAnnex(format));
      const text = await readFile(join(folder, `memo.${format}`), 'utf8');
      expect(text).toContain('Annex: passages of “All of the ‘port’”');
      expect(text).toContain('second port stayed open');
      expect(text).toContain('Gazette, “Second port”');
    }
    const text = await readFile(join(folder, 'memo.txt'), 'utf8');
    expect(text).toMatch(/\[2\s¶1\]/u);
  });

  it('is refused where the memo is marked below what is found', async () => {
    await addOther('TLP:RED');
    await save('port');
    const { memo, citations } = succeed(await memos['memo:open']({ memoId }));
    const head = { ...memo.head, marking: { kind: 'tlp', label: 'TLP:GREEN' } as const };
    memoId = await addMemo(bench, 'Second visit', citations, { head });
    expect(codeOf(await exportAnnex())).toBe('marking-below-evidence');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused where more is found than an annex shows, and says how much', async () => {
    const many = Array.from({ length: 501 }, (_, n) => samplePassage(`berth ${n}`));
    const articleId = await addArticle(bench, 'The berths.', { title: 'Berths' });
    const changes = many.map((passage) => changePassage(articleId, null, passage));
    succeed(await bench.archive.perform(async () => ok({ value: null, name: 'add-passage', changes })));
    await save('berth');
    const refused = await exportAnnex();
    expect(refused).toEqual(
      err({ code: 'annex-too-large', search: 'All of the “port”', found: 501, most: 500 }),
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('fails where the search is no longer saved', async () => {
    expect(codeOf(await exportAnnex())).toBe('not-found');
  });
});

describe('the pages of a memo for a printer', () => {
  const pdf = { pdf: new Uint8Array([37]), pages: 1, pageKeys: ['a'], missingGlyphs: [] };
  const printing = () => {
    const made: MemoDocument[] = [];
    const make: PdfMaker['make'] = async (document) => {
      made.push(document);
      return ok(pdf);
    };
    const deps = { ...bench.deps, pdfMaker: { ...bench.deps.pdfMaker, make } };
    return { made, print: () => createMemoHandlers(deps)['memo:make-pages']({ memoId, options, parts: {} }) };
  };

  it('are those of the exported PDF, in which nothing is left to verify', async () => {
    const { made, print } = printing();
    expect(succeed(await print())).toEqual(pdf);
    expect(made.map(({ title, manifest }) => [title, manifest])).toEqual([['Beijing visit', null]]);
  });

  it('are refused as the export is, where its evidence has changed', async () => {
    await deleteCited();
    const { made, print } = printing();
    expect(codeOf(await print())).toBe('evidence-changed');
    expect(made).toEqual([]);
  });
});

describe('what the desk says of a print', () => {
  const printWith = (outcome: PrintOutcome) => {
    const desktop = { ...bench.deps.desktop, print: async () => outcome };
    return createHandlers({ ...bench.deps, desktop })['app:print']({ paper: 'letter' });
  };

  it.each([
    ['cancelled', { code: 'cancelled' }],
    ['no-printer', { code: 'print-failed', reason: 'no-printer' }],
    ['refused', { code: 'print-failed', reason: 'refused' }],
  ] as const)('%s is told as such', async (outcome, error) => {
    expect(await printWith(outcome)).toEqual({ ok: false, error });
    expect(await printWith('printed')).toEqual(ok(null));
  });
});

describe('a memo copied as an e-mail', () => {
  it('is on the clipboard, subject first', async () => {
    succeed(await memos['memo:copy-email']({ memoId, parts: usualParts }));
    expect(bench.asked[0]).toMatch(/^copy .*Beijing visit\n/u);
  });

  it('is refused as the export is, where its evidence has changed', async () => {
    await deleteCited();
    expect(codeOf(await memos['memo:copy-email']({ memoId, parts: usualParts }))).toBe('evidence-changed');
    expect(bench.asked).toEqual([]);
  });
});
