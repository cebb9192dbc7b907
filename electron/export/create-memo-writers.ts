import type { NewId } from '#domain/ids.ts';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import { type WordPartName, wordParts } from '#domain/memo/form/word/word-parts.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { ok } from '#domain/result.ts';
import type { MemoWriter, MemoWriters, ReadPageNumbers } from '../ports/memo-writer.ts';
import type { PdfMaker } from '../ports/pdf-maker.ts';
import { houseOf, noTemplates, type ReadTemplate } from './docx/house/read-house.ts';
import { writeMemoHtml } from './html/write-memo-html.ts';
import { writeMemoMarkdown } from './markdown/write-memo-markdown.ts';
import { writeMemoText } from './text/write-memo-text.ts';

/** Each export makes its own PDF, under a new key, so that no later request replaces it. */
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

/** The library is loaded when the first document is made: it is as large as the rest of the app. */
const createDocxWriter = (readTemplate: ReadTemplate, readPageNumbers: ReadPageNumbers): MemoWriter => ({
  write: async (document, { paper }, signal) => {
    const house = await houseOf(document, readTemplate);
    if (!house.ok) return house;
    const { writeMemoDocx } = await import('./docx/write-memo-docx.ts');
    const own: WordPartName[] = [];
    const { hasPageReferences, writePageNumbers } = await import('./docx/pages/page-numbers.ts');
    const written = await writeMemoDocx(document, paper, house.value, (part) => own.push(part));
    const bytes = hasPageReferences(written)
      ? writePageNumbers(written, await readPageNumbers(written, signal))
      : written;
    const ownStyles = own.map((part) => wordParts[part].name);
    return ok({ bytes, pages: null, ...(ownStyles.length === 0 ? {} : { ownStyles }) });
  },
});

/** A writer for each format in which a memo is exported. */
export const createMemoWriters = (
  pdfMaker: PdfMaker,
  newId: NewId,
  readTemplate: ReadTemplate = noTemplates,
  readPageNumbers: ReadPageNumbers = async () => ({}),
): MemoWriters => ({
  pdf: createPdfWriter(pdfMaker, newId),
  docx: createDocxWriter(readTemplate, readPageNumbers),
  html: createTextWriter(writeMemoHtml),
  md: createTextWriter(writeMemoMarkdown),
  txt: createTextWriter(writeMemoText),
});
