/** PDFs of memos, made in the test process. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PdfOptions } from '#domain/contract/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { createTypstCompiler, readTypstResources } from '#electron/export/typst/compile-typst.ts';
import { checkPdf } from '../files/read-pdf.ts';

/** A compiler with the templates and fonts of the app, which has compiled nothing yet. */
export const createTestCompiler = () =>
  createTypstCompiler(readTypstResources(join(import.meta.dirname, '../../../resources')));

/** Writes the memo to `file`, checks that the PDF is valid, and returns its bytes. */
export const printMemo = async (
  compile: ReturnType<typeof createTestCompiler>,
  file: string,
  document: MemoDocument,
  options: PdfOptions = { paper: 'a4', glyphs: 'refuse' },
): Promise<Uint8Array> => {
  const made = makeMemoPdf(compile, document, options);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  await writeFile(file, made.value.pdf);
  await checkPdf(file);
  return made.value.pdf;
};
