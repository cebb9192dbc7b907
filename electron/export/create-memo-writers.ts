import type { NewId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { MemoWriters } from '../ports/memo-writer.ts';
import type { PdfMaker } from '../ports/pdf-maker.ts';

/** Each file is made for itself: no later request overtakes it. */
const createPdfWriter = (pdfMaker: PdfMaker, newId: NewId): MemoWriters['pdf'] => ({
  format: 'pdf',
  write: async (document, options) => {
    const made = await pdfMaker.make(document, options, `export:${newId()}`);
    return made.ok ? ok({ bytes: made.value.pdf, pages: made.value.pages }) : made;
  },
});

/** A writer for each format in which a memo is handed over. */
export const createMemoWriters = (pdfMaker: PdfMaker, newId: NewId): MemoWriters => ({
  pdf: createPdfWriter(pdfMaker, newId),
});
