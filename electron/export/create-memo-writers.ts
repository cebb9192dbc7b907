import type { NewId } from '#domain/ids.ts';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { ok } from '#domain/result.ts';
import type { MemoWriter, MemoWriters } from '../ports/memo-writer.ts';
import type { PdfMaker } from '../ports/pdf-maker.ts';
import { writeMemoHtml } from './html/write-memo-html.ts';
import { writeMemoMarkdown } from './markdown/write-memo-markdown.ts';
import { writeMemoText } from './text/write-memo-text.ts';

/** Each file is made for itself: no later request overtakes it. */
const createPdfWriter = (pdfMaker: PdfMaker, newId: NewId): MemoWriter => ({
  write: async (document, options) => {
    const made = await pdfMaker.make(document, options, `export:${newId()}`);
    return made.ok ? ok({ bytes: made.value.pdf, pages: made.value.pages }) : made;
  },
});

const createTextWriter = (print: (document: MemoDocument) => string): MemoWriter => ({
  write: async (document) =>
    ok({ bytes: new TextEncoder().encode(print(keepDueKey(document, null))), pages: null }),
});

/** The library is read when the first document is made: it is as large as the rest of the app. */
const docxWriter: MemoWriter = {
  write: async (document, { paper }) => {
    const { writeMemoDocx } = await import('./docx/write-memo-docx.ts');
    return ok({ bytes: await writeMemoDocx(document, paper), pages: null });
  },
};

/** A writer for each format in which a memo is exported. */
export const createMemoWriters = (pdfMaker: PdfMaker, newId: NewId): MemoWriters => ({
  pdf: createPdfWriter(pdfMaker, newId),
  docx: docxWriter,
  html: createTextWriter(writeMemoHtml),
  md: createTextWriter(writeMemoMarkdown),
  txt: createTextWriter(writeMemoText),
});
