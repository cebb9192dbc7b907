import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineNumberRestartFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { blocksOfDocument } from '#domain/memo/document/blocks-of-document.ts';
import { noteMarksOf } from '#domain/memo/document/footnote-mark.ts';
import { type LaidPart, layDocument, printDocumentStatus } from '#domain/memo/document/lay-document.ts';
import { contentsDepth, listsContents } from '#domain/memo/document/list-contents.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import type { WordPartName } from '#domain/memo/form/word/word-parts.ts';
import type { Paper } from '#domain/memo/memo.ts';
import type { DocumentMarking, MemoDocument, PrintedTable } from '#domain/memo/memo-document.ts';
import { englishWords, wordsOf } from '#domain/memo/print/printed-words.ts';
import { estimatePages } from '../pdf/estimate-pages.ts';
import { manifestProperties } from '../verify/manifest-properties.ts';
import { hyphenates } from '../writing.ts';
import { lockRuns } from './docx-lock.ts';
import {
  docxNumbering,
  letters,
  type PageShape,
  pageOf,
  pageOfHouse,
  textWidthOn,
  toldPage,
} from './docx-look.ts';
import { contentsToDocx, headToDocx, partToDocx } from './docx-parts.ts';
import { createDocxScope, type DocxScope } from './docx-scope.ts';
import { docxStyles, styleIds } from './docx-styles.ts';
import { trackedBy, wordsToDocx } from './docx-table.ts';
import { type DocxPiece, type DocxStretch, pagesOf } from './docx-turned.ts';
import { graftHouse, type House, type HouseFacts, missingIn } from './house/graft-house.ts';
import type { Parts } from './house/parts.ts';
import { normaliseDocx } from './normalise-docx.ts';

/** As in the PDF: a memo of four pages or more has a table of contents. */
const MIN_LISTED_PAGES = 3;

/** Through the whole memo, every fifth. */
/** How Word counts footnotes. */
const noteNumbers = { letters: 'lowerLetter', numbers: 'decimal' } as const;

const LINE_NUMBERS = { countBy: 5, restart: LineNumberRestartFormat.CONTINUOUS };

/**
 * The parts in their order. Contents come after the bottom line if the memo begins with one, and after a key to the
 * notation used on its cover.
 */
const bodyOf = (
  document: MemoDocument,
  hasContents: boolean,
  scope: DocxScope,
  saidByHouse: ReadonlySet<string>,
): readonly DocxPiece[] => {
  const parts = layDocument(document);
  const made = parts.map((part) => partToDocx(part, scope));
  const isBefore = (part: LaidPart): boolean =>
    part.kind === 'key' || (part.kind === 'section' && part.role === 'bottom-line');
  const others = parts.findIndex((part) => !isBefore(part));
  const front = others === -1 ? parts.length : others;
  return [
    ...headToDocx(document, scope, saidByHouse),
    ...made.slice(0, front).flat(),
    ...(hasContents ? contentsToDocx(scope, contentsDepth(document)) : []),
    ...made.slice(front).flat(),
  ];
};

/** The content of every page: the marking above and below, what the memo is, and the page number. */

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

/** Reviewers can't change the marking, as far as the word processor respects the lock. */
const atRight = (document: MemoDocument): readonly ParagraphChild[] => {
  const { marking, manifest } = document;
  if (marking === null) return [];
  const run = markingRun(marking);
  const isForReview = manifest?.round !== undefined;
  return [
    new TextRun({ children: [new Tab()] }),
    isForReview ? lockRuns(wordsOf(document).citation.marking, [run]) : run,
  ];
};

/** Restrictions of the source are printed with the marking. */
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

const pageHeader = (document: MemoDocument, width: number): Header => {
  const line = new Paragraph({
    style: styleIds.furniture,
    suppressLineNumbers: true,
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [new TextRun(`${document.kind} | ${document.referenceNumber}`), ...atRight(document)],
  });
  return new Header({ children: [line, ...statusOf(document), ...restrictionsOf(document)] });
};

const pageFooter = (document: MemoDocument, width: number): Footer => {
  const { page, asOf } = wordsOf(document);
  const line = new Paragraph({
    style: styleIds.furniture,
    suppressLineNumbers: true,
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(width / 2) },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [
      new TextRun(asOf(document.asOf)),
      new TextRun({
        // Enclosed in invisible marks, so that the numbers keep their order in a right-to-left line too.
        children: [
          new Tab(),
          `\u200E${page.before}`,
          PageNumber.CURRENT,
          page.between,
          PageNumber.TOTAL_PAGES,
          `${page.after}\u200E`,
        ],
      }),
      ...atRight(document),
    ],
  });
  return new Footer({ children: [line, ...restrictionsOf(document)] });
};

const orderedListsOf = ({ sections }: MemoDocument) =>
  blocksOfDocument(sections).flatMap((block) => (block.kind === 'list' && block.ordered ? [block] : []));

const propertiesOf = (document: MemoDocument) => ({
  title: document.title,
  ...(document.hasProperties
    ? { subject: document.referenceNumber, creator: document.from }
    : { creator: '' }),
  lastModifiedBy: '',
  customProperties: manifestProperties(document),
});

const sectionOf = (document: MemoDocument, page: PageShape, { isTurned, children }: DocxStretch) => {
  const width = textWidthOn(page, isTurned);
  return {
    properties: {
      page: toldPage(page, isTurned),
      ...(document.hasLineNumbers ? { lineNumbers: LINE_NUMBERS } : {}),
      footnoteProperties: { numberFormat: { type: noteNumbers[noteMarksOf(document)] } },
    },
    headers: { default: pageHeader(document, width) },
    footers: { default: pageFooter(document, width) },
    children,
  };
};

/**
 * Writes the memo as a Word document: styles, numbering, footnotes by letters, the marking in header and footer,
 * citations as links to their sources; in the package of `house`, if the memo's form has a template. The same memo
 * gives the same bytes.
 * @param onOwnStyle called for each part of the memo for which the template has no style
 */
export const writeMemoDocx = async (
  whole: MemoDocument,
  paper: Paper,
  house: House | null = null,
  onOwnStyle: (part: WordPartName) => void = () => undefined,
): Promise<Uint8Array> => {
  const pages = estimatePages(whole, paper);
  const document = keepDueKey(whole, pages);
  const page = house === null ? pageOf(paper) : pageOfHouse(house.template.page);
  const isMirrored = textDirection('', document.language) === 'rtl';
  const widths = { textWidth: textWidthOn(page), turnedWidth: textWidthOn(page, true) };
  const scope = createDocxScope({ ...widths, isMirrored }, document);
  const said = new Set(house?.template.fields);
  const stretches = pagesOf(bodyOf(document, listsContents(document, pages, MIN_LISTED_PAGES), scope, said));
  const made = new Document({
    ...propertiesOf(document),
    styles: docxStyles(document.language),
    ...(hyphenates(document.language) ? { hyphenation: { autoHyphenation: true } } : {}),
    numbering: docxNumbering(orderedListsOf(document)),
    // Whatever a reviewer types is then tracked as theirs.
    ...(scope.isForReview ? { features: { trackRevisions: true } } : {}),
    footnotes: scope.footnotes(),
    sections: stretches.map((stretch) => sectionOf(document, page, stretch)),
  });
  const { asOfEpochSeconds, comments } = document;
  const bytes = await Packer.toArrayBuffer(made);
  const graft = (parts: Parts) => {
    if (house === null) return {};
    for (const part of missingIn(parts, house)) onOwnStyle(part);
    return graftHouse(parts, house, factsOf(document));
  };
  return normaliseDocx(bytes, asOfEpochSeconds, isMirrored, comments, graft);
};

const factsOf = (document: MemoDocument): HouseFacts => ({
  title: document.title,
  kind: document.kind,
  reference: document.referenceNumber,
  for: document.for,
  from: document.from,
  asOf: document.asOf,
  period: document.period ?? '',
  restrictions: document.restrictions,
  status: document.status === null ? '' : printDocumentStatus(document.status),
});

const SECONDS_OF_1980 = Date.UTC(1980, 0, 1) / 1000;

/**
 * The marking of a sheet on each of its pages, above and below, at the place where a template prints that of a memo.
 */
const sheetBand = (
  { marking, restrictions }: Pick<PrintedTable, 'marking' | 'restrictions'>,
  width: number,
) => {
  const line = (children: readonly ParagraphChild[]) =>
    new Paragraph({
      style: styleIds.furniture,
      tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [new TextRun({ children: [new Tab()] }), ...children],
    });
  return [
    ...(marking === null && restrictions === '' ? [] : [line(marking === null ? [] : [markingRun(marking)])]),
    ...(restrictions === '' ? [] : [line([new TextRun({ text: restrictions, bold: true })])]),
  ];
};

const noFacts: HouseFacts = {
  ...{ title: '', kind: '', reference: '', for: '', from: '' },
  ...{ asOf: '', period: '', restrictions: '', status: '' },
};

/**
 * Writes a table of words with its title on landscape pages; in the package of `house`, if there is one. The same words
 * give the same bytes.
 */
export const writeTableDocx = async (
  table: PrintedTable,
  house: House | null = null,
): Promise<Uint8Array> => {
  const { name, facts, columns, rows, language, tracked } = table;
  const page = house === null ? pageOf('a4') : pageOfHouse(house.template.page);
  const width = textWidthOn(page, true);
  const isMirrored = textDirection('', language) === 'rtl';
  const said = new Set(house?.template.fields);
  const head = [
    ...(said.has('title')
      ? []
      : [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(name)] })]),
    ...facts
      .slice(said.has('reference') ? 1 : 0)
      .map((fact) => new Paragraph({ style: styleIds.fact, children: [new TextRun(fact)] })),
  ];
  const made = new Document({
    title: name,
    subject: facts[0] ?? '',
    creator: '',
    lastModifiedBy: '',
    styles: docxStyles(language),
    sections: [
      {
        properties: { page: toldPage(page, true) },
        headers: { default: new Header({ children: sheetBand(table, width) }) },
        footers: { default: new Footer({ children: sheetBand(table, width) }) },
        children: [
          ...head,
          wordsToDocx(
            { columns, rows },
            width,
            { said: null, doctrine: null, words: englishWords },
            { hasWholeWords: true, ...(tracked === undefined ? {} : { track: trackedBy(tracked) }) },
          ),
        ],
      },
    ],
  });
  const filled = {
    ...noFacts,
    title: name,
    reference: facts[0] ?? '',
    restrictions: table.restrictions,
  };
  const graft = (parts: Parts) => (house === null ? {} : graftHouse(parts, house, filled));
  return normaliseDocx(await Packer.toArrayBuffer(made), SECONDS_OF_1980, isMirrored, undefined, graft);
};
