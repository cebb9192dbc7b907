import { Document, LineNumberRestartFormat, Packer } from 'docx';
import { type LaidPart, layDocument } from '#domain/memo/document/lay-document.ts';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import type { Paper } from '#domain/memo/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { estimatePages } from '../pdf/estimate-pages.ts';
import { pageFooter, pageHeader } from './docx-furniture.ts';
import { docxNumbering, pageOf, textWidth, turnedPageOf, turnedTextWidth } from './docx-look.ts';
import { contentsToDocx, headToDocx, partToDocx } from './docx-parts.ts';
import { createDocxScope, type DocxScope } from './docx-scope.ts';
import { docxStyles } from './docx-styles.ts';
import { type DocxPiece, pagesOf } from './docx-turned.ts';
import { manifestProperties } from './manifest-properties.ts';
import { normaliseDocx } from './normalise-docx.ts';

/** As in the PDF: a memo that fills four pages lists its contents. */
const MIN_LISTED_PAGES = 3;

/** Through the whole memo, every fifth. */
const LINE_NUMBERS = { countBy: 5, restart: LineNumberRestartFormat.CONTINUOUS };

/**
 * The parts in their order. Contents stand after the bottom line where the memo begins with one, and after a key to what
 * is seen on its cover.
 */
const bodyOf = (document: MemoDocument, listsContents: boolean, scope: DocxScope): readonly DocxPiece[] => {
  const parts = layDocument(document);
  const made = parts.map((part, at) => partToDocx(part, scope, at > 0));
  const isBefore = (part: LaidPart): boolean =>
    part.kind === 'key' || (part.kind === 'section' && part.role === 'bottom-line');
  const others = parts.findIndex((part) => !isBefore(part));
  const front = others === -1 ? parts.length : others;
  return [
    ...headToDocx(document),
    ...made.slice(0, front).flat(),
    ...(listsContents ? contentsToDocx() : []),
    ...made.slice(front).flat(),
  ];
};

/**
 * The memo as a Word document: styles, numbering, footnotes by letters, the marking in header and footer, citations as
 * links to their sources. The same memo gives the same bytes.
 */
export const writeMemoDocx = async (whole: MemoDocument, paper: Paper): Promise<Uint8Array> => {
  const pages = estimatePages(whole, paper);
  const document = keepDueKey(whole, pages);
  const [width, turnedWidth] = [textWidth(paper), turnedTextWidth(paper)];
  const scope = createDocxScope({ textWidth: width, turnedWidth }, document.pictures);
  const stretches = pagesOf(bodyOf(document, pages > MIN_LISTED_PAGES, scope));
  const made = new Document({
    title: document.title,
    ...(document.hasProperties
      ? { subject: document.referenceNumber, creator: document.from }
      : { creator: '' }),
    lastModifiedBy: '',
    customProperties: manifestProperties(document),
    styles: docxStyles(document.language),
    numbering: docxNumbering,
    footnotes: scope.footnotes(),
    sections: stretches.map(({ isTurned, children }) => ({
      properties: {
        page: isTurned ? turnedPageOf(paper) : pageOf(paper),
        ...(document.hasLineNumbers ? { lineNumbers: LINE_NUMBERS } : {}),
        footnoteProperties: { numberFormat: { type: 'lowerLetter' } },
      },
      headers: { default: pageHeader(document, isTurned ? turnedWidth : width) },
      footers: { default: pageFooter(document, isTurned ? turnedWidth : width) },
      children,
    })),
  });
  return normaliseDocx(await Packer.toArrayBuffer(made), document.asOfEpochSeconds);
};
