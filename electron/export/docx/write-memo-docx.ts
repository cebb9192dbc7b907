import { Document, Packer } from 'docx';
import { layDocument } from '#domain/memo/document/lay-document.ts';
import type { Paper } from '#domain/memo/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { estimatePages } from '../pdf/estimate-pages.ts';
import { pageFooter, pageHeader } from './docx-furniture.ts';
import { docxNumbering, pageOf, textWidth } from './docx-look.ts';
import { contentsToDocx, headToDocx, partToDocx } from './docx-parts.ts';
import { createDocxScope, type DocxScope } from './docx-scope.ts';
import { docxStyles } from './docx-styles.ts';
import { manifestProperties } from './manifest-properties.ts';
import { normaliseDocx } from './normalise-docx.ts';

/** As in the PDF: a memo that fills four pages lists its contents. */
const MIN_LISTED_PAGES = 3;

/** The parts in their order; contents stand after the bottom line where the memo begins with one. */
const bodyOf = (document: MemoDocument, paper: Paper, scope: DocxScope) => {
  const [first, ...rest] = layDocument(document).map((part) => ({ part, made: partToDocx(part, scope) }));
  const contents = estimatePages(document, paper) > MIN_LISTED_PAGES ? contentsToDocx() : [];
  const lead = first?.made ?? [];
  const leads = first?.part.kind === 'section' && first.part.role === 'bottom-line';
  return [
    ...headToDocx(document),
    ...(leads ? [...lead, ...contents] : [...contents, ...lead]),
    ...rest.flatMap(({ made }) => made),
  ];
};

/**
 * The memo as a Word document: styles, numbering, footnotes by letters, the marking in header and footer, citations as
 * links to their sources. The same memo gives the same bytes.
 */
export const writeMemoDocx = async (document: MemoDocument, paper: Paper): Promise<Uint8Array> => {
  const width = textWidth(paper);
  const scope = createDocxScope(width);
  const children = bodyOf(document, paper, scope);
  const made = new Document({
    title: document.title,
    subject: document.referenceNumber,
    creator: document.from,
    lastModifiedBy: '',
    customProperties: manifestProperties(document),
    styles: docxStyles(document.language),
    numbering: docxNumbering,
    footnotes: scope.footnotes(),
    sections: [
      {
        properties: {
          page: pageOf(paper),
          footnoteProperties: { numberFormat: { type: 'lowerLetter' } },
        },
        headers: { default: pageHeader(document, width) },
        footers: { default: pageFooter(document, width) },
        children,
      },
    ],
  });
  return normaliseDocx(await Packer.toArrayBuffer(made), document.asOfEpochSeconds);
};
