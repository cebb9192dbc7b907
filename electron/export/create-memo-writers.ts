import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { NewId } from '#domain/ids.ts';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import { assignStyles } from '#domain/memo/form/word/word-parts.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { TemplateReader } from '../ports/importer.ts';
import type { MemoWriter, MemoWriters } from '../ports/memo-writer.ts';
import type { PdfMaker } from '../ports/pdf-maker.ts';
import type { House } from './docx/house/graft-house.ts';
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

type ReadTemplate = TemplateReader['readBytes'];

/** The template of a house as it is read now: what lies in an archive may come from anywhere. */
const houseOf = async (
  { wordTemplate }: MemoDocument,
  readTemplate: ReadTemplate,
): Promise<Result<House | null, AppError>> => {
  if (wordTemplate === undefined) return ok(null);
  const { fileName, base64, styles } = wordTemplate;
  const template = await readTemplate(fileName, new Uint8Array(Buffer.from(base64, 'base64')));
  if (!template.ok) return template;
  return ok({ template: template.value, assigned: assignStyles(styles, template.value.styles) });
};

/** The library is read when the first document is made: it is as large as the rest of the app. */
const createDocxWriter = (readTemplate: ReadTemplate): MemoWriter => ({
  write: async (document, { paper }) => {
    const house = await houseOf(document, readTemplate);
    if (!house.ok) return house;
    const { writeMemoDocx } = await import('./docx/write-memo-docx.ts');
    return ok({ bytes: await writeMemoDocx(document, paper, house.value), pages: null });
  },
});

const noTemplates: ReadTemplate = async () => err({ code: 'importer-crashed' });

/** A writer for each format in which a memo is exported. */
export const createMemoWriters = (
  pdfMaker: PdfMaker,
  newId: NewId,
  readTemplate: ReadTemplate = noTemplates,
): MemoWriters => ({
  pdf: createPdfWriter(pdfMaker, newId),
  docx: createDocxWriter(readTemplate),
  html: createTextWriter(writeMemoHtml),
  md: createTextWriter(writeMemoMarkdown),
  txt: createTextWriter(writeMemoText),
});
