/** What stands on every page: the marking above and below, what the memo is, and which page it is. */

import {
  AlignmentType,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { printDocumentStatus } from '#domain/memo/document/lay-document.ts';
import type { DocumentMarking, MemoDocument } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { letters } from './docx-look.ts';
import { styleIds } from './docx-styles.ts';

const { page } = printedWords;

/** TLP 2.0: 12 points or larger, on its background, at the right. */
const MARKING_POINTS = 12;

const hex = (colour: string): string => colour.replace('#', '');

const markingRun = ({ text, textColour, background }: DocumentMarking): TextRun =>
  new TextRun({
    text: `\u00A0${text}\u00A0`,
    bold: true,
    size: letters(MARKING_POINTS),
    color: hex(textColour),
    shading: { type: ShadingType.CLEAR, fill: hex(background), color: 'auto' },
  });

const atRight = (marking: DocumentMarking | null): readonly TextRun[] =>
  marking === null ? [] : [new TextRun({ children: [new Tab()] }), markingRun(marking)];

/** Restrictions of the source stand with the marking. */
const restrictionsOf = ({ restrictions }: MemoDocument): readonly Paragraph[] => {
  if (restrictions === '') return [];
  const children = [new TextRun({ text: restrictions, bold: true })];
  return [
    new Paragraph({
      style: styleIds.furniture,
      suppressLineNumbers: true,
      alignment: AlignmentType.RIGHT,
      children,
    }),
  ];
};

const statusOf = ({ status }: MemoDocument): readonly Paragraph[] => {
  if (status === null) return [];
  const children = [new TextRun({ text: printDocumentStatus(status), bold: true, color: '9B1C1C' })];
  return [new Paragraph({ style: styleIds.furniture, suppressLineNumbers: true, children })];
};

export const pageHeader = (document: MemoDocument, width: number): Header => {
  const line = new Paragraph({
    style: styleIds.furniture,
    suppressLineNumbers: true,
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [new TextRun(`${document.kind} | ${document.referenceNumber}`), ...atRight(document.marking)],
  });
  return new Header({ children: [line, ...statusOf(document), ...restrictionsOf(document)] });
};

export const pageFooter = (document: MemoDocument, width: number): Footer => {
  const line = new Paragraph({
    style: styleIds.furniture,
    suppressLineNumbers: true,
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(width / 2) },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [
      new TextRun(`${printedWords.head.asOf} ${document.asOf}`),
      new TextRun({
        children: [new Tab(), `${page.page} `, PageNumber.CURRENT, ` ${page.of} `, PageNumber.TOTAL_PAGES],
      }),
      ...atRight(document.marking),
    ],
  });
  return new Footer({ children: [line, ...restrictionsOf(document)] });
};
