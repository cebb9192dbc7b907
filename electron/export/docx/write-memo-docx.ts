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
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { blocksOfDocument } from '#domain/memo/document/blocks-of-document.ts';
import { noteMarksOf } from '#domain/memo/document/footnote-mark.ts';
import { type LaidPart, layDocument, printDocumentStatus } from '#domain/memo/document/lay-document.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { DocumentComment } from '#domain/memo/document-apparatus.ts';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import type { Paper } from '#domain/memo/memo.ts';
import type { DocumentMarking, MemoDocument } from '#domain/memo/memo-document.ts';
import { wordsOf } from '#domain/memo/print/printed-words.ts';
import type { AnswerSheet } from '#domain/memo/round/answer-sheet.ts';
import { estimatePages } from '../pdf/estimate-pages.ts';
import { addComments } from './docx-comments.ts';
import { directWords, mirrorPart } from './docx-direction.ts';
import { lockRuns } from './docx-lock.ts';
import { docxNumbering, letters, pageOf, textWidth, turnedPageOf, turnedTextWidth } from './docx-look.ts';
import { contentsToDocx, headToDocx, partToDocx } from './docx-parts.ts';
import { createDocxScope, type DocxScope } from './docx-scope.ts';
import { docxStyles, styleIds } from './docx-styles.ts';
import { wordsToDocx } from './docx-table.ts';
import { type DocxPiece, pagesOf } from './docx-turned.ts';
import { manifestProperties } from './manifest-properties.ts';

/** As in the PDF: a memo that fills four pages lists its contents. */
const MIN_LISTED_PAGES = 3;

/** Through the whole memo, every fifth. */
/** How Word counts footnotes. */
const noteNumbers = { letters: 'lowerLetter', numbers: 'decimal' } as const;

const LINE_NUMBERS = { countBy: 5, restart: LineNumberRestartFormat.CONTINUOUS };

/**
 * The parts in their order. Contents stand after the bottom line where the memo begins with one, and after a key to
 * what is seen on its cover.
 */
const bodyOf = (document: MemoDocument, listsContents: boolean, scope: DocxScope): readonly DocxPiece[] => {
  const parts = layDocument(document);
  const made = parts.map((part, at) => partToDocx(part, scope, at > 0));
  const isBefore = (part: LaidPart): boolean =>
    part.kind === 'key' || (part.kind === 'section' && part.role === 'bottom-line');
  const others = parts.findIndex((part) => !isBefore(part));
  const front = others === -1 ? parts.length : others;
  return [
    ...headToDocx(document, scope),
    ...made.slice(0, front).flat(),
    ...(listsContents ? contentsToDocx(scope) : []),
    ...made.slice(front).flat(),
  ];
};

/** What stands on every page: the marking above and below, what the memo is, and which page it is. */

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

/** Reviewers can't change the marking, as far as a program keeps to it. */
const atRight = (document: MemoDocument): readonly ParagraphChild[] => {
  const { marking, manifest } = document;
  if (marking === null) return [];
  const run = markingRun(marking);
  const isForReview = manifest?.roundId !== undefined;
  return [
    new TextRun({ children: [new Tab()] }),
    isForReview ? lockRuns(wordsOf(document).citation.marking, [run]) : run,
  ];
};

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
        // Between marks that nobody sees, so that the numbers stay where they are in a line from right to left too.
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

/**
 * The bytes of a Word document without what differs from one making to the next: random ids of relationships, counters
 * that run on through the process, the clock. So the same memo is the same file, and its hash says so. Fields are not
 * marked to be brought up to date on opening either: Word would ask before it shows the memo.
 */

/** The earliest day that a zip can name; of its fields only those of the local clock are written. */
const ZIP_EPOCH = new Date(1980, 0, 1);
const MS_PER_SECOND = 1000;

const ownId = /^rId\d+$/u;
const relationshipId = /\bId="([^"]+)"/gu;
const bookmarkId = /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]*)(")/gu;
const drawingId = /(<wp:docPr\b[^>]*?\bid=")([^"]*)(")/gu;
const contentsBookmark = /(<w:[^<>]*\bw:(?:name|anchor)="|<w:instrText\b[^<>]*>\s*PAGEREF )_Toc(\d+)/gu;
/** XML has no such characters: Word would call the file damaged. */
const nonCharacter = /[\uFFFE\uFFFF]/gu;
const REPLACEMENT_CHARACTER = '\uFFFD';
const dirty = / w:dirty="true"/gu;
const coreDate = /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu;

/** The part that a file of relationships belongs to: word/_rels/document.xml.rels is that of word/document.xml. */
const ownerOf = (relationships: string): string => relationships.replace(/_rels\/([^/]+)\.rels$/u, '$1');

/** A number in the place of each random id, in the order of the file. */
const numberIds = (relationships: string): ReadonlyMap<string, string> => {
  const random = [...relationships.matchAll(relationshipId)]
    .map(([, id = '']) => id)
    .filter((id) => !ownId.test(id));
  return new Map(random.map((id, at) => [id, `rIdLink${at + 1}`]));
};

const renumberRelationships = (parts: Map<string, string>, name: string): void => {
  const relationships = parts.get(name) ?? '';
  const ids = numberIds(relationships);
  if (ids.size === 0) return;
  const renumber = (xml: string, attribute: string): string =>
    xml.replaceAll(new RegExp(`\\b${attribute}="([^"]+)"`, 'gu'), (whole, id: string) =>
      ids.has(id) ? `${attribute}="${ids.get(id)}"` : whole,
    );
  parts.set(name, renumber(relationships, 'Id'));
  const owner = ownerOf(name);
  parts.set(owner, renumber(parts.get(owner) ?? '', 'r:id'));
};

/** Numbers in the order in which what they stand for is first met. */
const createNumbers = () => {
  const numbers = new Map<string, number>();
  return (id: string): number => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
};

const renumberCounted = (xml: string): string => {
  const [idOf, nameOf, drawingOf] = [createNumbers(), createNumbers(), createNumbers()];
  return xml
    .replace(bookmarkId, (_, before: string, id: string, after: string) => `${before}${idOf(id)}${after}`)
    .replace(drawingId, (_, before: string, id: string, after: string) => `${before}${drawingOf(id)}${after}`)
    .replace(contentsBookmark, (_, before: string, id: string) => `${before}_Toc${nameOf(id)}`);
};

/** Among the properties of a paragraph it has its place before the tabs (ISO/IEC 29500-1, 17.3.1.26). */
const uncounted = /(<w:pPr>(?:<w:pStyle\b[^>]*\/>)?)((?:(?!<\/w:pPr>)[\s\S])*?)<w:suppressLineNumbers\/>/gu;

const finish = (xml: string): string =>
  renumberCounted(xml)
    .replace(uncounted, '$1<w:suppressLineNumbers/>$2')
    .replace(dirty, '')
    .replace(nonCharacter, REPLACEMENT_CHARACTER);

/** Pictures; all other parts are text. */
const isPicture = (name: string): boolean => name.startsWith('word/media/');

const readTexts = (files: Unzipped): Map<string, string> =>
  new Map(
    Object.entries(files).flatMap(([name, bytes]) => (isPicture(name) ? [] : [[name, strFromU8(bytes)]])),
  );

/** The document `bytes`, made at `epochSeconds` and always the same; mirrored if it is written from right to left. */
const normaliseDocx = (
  bytes: ArrayBuffer,
  epochSeconds: number,
  isMirrored: boolean,
  comments: readonly DocumentComment[] = [],
): Uint8Array => {
  const files = unzipSync(new Uint8Array(bytes));
  const parts = readTexts(files);
  for (const name of [...parts.keys()]) if (name.endsWith('.rels')) renumberRelationships(parts, name);
  addComments(parts, comments);
  const made = new Date(epochSeconds * MS_PER_SECOND).toISOString();
  const written = [...parts].map(([name, xml]) => {
    const dated = name === 'docProps/core.xml' ? xml.replace(coreDate, `$1${made}`) : xml;
    const isText = name.startsWith('word/') && !name.includes('_rels/');
    const directed = isText ? directWords(isMirrored ? mirrorPart(dated) : dated) : dated;
    return [name, strToU8(finish(directed))] as const;
  });
  const pictures = Object.entries(files).filter(([name]) => isPicture(name));
  return zipSync(Object.fromEntries([...written, ...pictures]), { mtime: ZIP_EPOCH });
};

/**
 * The memo as a Word document: styles, numbering, footnotes by letters, the marking in header and footer, citations as
 * links to their sources. The same memo gives the same bytes.
 */
export const writeMemoDocx = async (whole: MemoDocument, paper: Paper): Promise<Uint8Array> => {
  const pages = estimatePages(whole, paper);
  const document = keepDueKey(whole, pages);
  const [width, turnedWidth] = [textWidth(paper), turnedTextWidth(paper)];
  const isMirrored = textDirection('', document.language) === 'rtl';
  const scope = createDocxScope({ textWidth: width, turnedWidth, isMirrored }, document);
  const stretches = pagesOf(bodyOf(document, pages > MIN_LISTED_PAGES, scope));
  const made = new Document({
    title: document.title,
    ...(document.hasProperties
      ? { subject: document.referenceNumber, creator: document.from }
      : { creator: '' }),
    lastModifiedBy: '',
    customProperties: manifestProperties(document),
    styles: docxStyles(document.language),
    numbering: docxNumbering(
      new Set(
        blocksOfDocument(document.sections).flatMap((block) =>
          block.kind === 'list' ? (block.start ?? []) : [],
        ),
      ),
    ),
    // Whatever a reviewer types is then seen to be theirs.
    ...(scope.isForReview ? { features: { trackRevisions: true } } : {}),
    footnotes: scope.footnotes(),
    sections: stretches.map(({ isTurned, children }) => ({
      properties: {
        page: isTurned ? turnedPageOf(paper) : pageOf(paper),
        ...(document.hasLineNumbers ? { lineNumbers: LINE_NUMBERS } : {}),
        footnoteProperties: { numberFormat: { type: noteNumbers[noteMarksOf(document)] } },
      },
      headers: { default: pageHeader(document, isTurned ? turnedWidth : width) },
      footers: { default: pageFooter(document, isTurned ? turnedWidth : width) },
      children,
    })),
  });
  const { asOfEpochSeconds, comments } = document;
  return normaliseDocx(await Packer.toArrayBuffer(made), asOfEpochSeconds, isMirrored, comments);
};

const MS_OF_1980 = Date.UTC(1980, 0, 1);

/** The marking of a sheet on each of its pages, above and below. */
const sheetBand = ({ marking, restrictions }: Pick<AnswerSheet, 'marking' | 'restrictions'>) => {
  const words = restrictions === '' ? [] : [new TextRun({ text: `  ${restrictions}`, bold: true })];
  const children = [...(marking === null ? [] : [markingRun(marking)]), ...words];
  return children.length === 0
    ? []
    : [new Paragraph({ style: styleIds.furniture, alignment: AlignmentType.RIGHT, children })];
};

/** A table of words with its title on turned pages. The same words give the same bytes. */
export const writeSheetDocx = async ({
  title,
  referenceNumber,
  columns,
  rows,
  ...marked
}: AnswerSheet): Promise<Uint8Array> => {
  const band = sheetBand(marked);
  const name = `Answer sheet: ${title}`;
  const made = new Document({
    title: name,
    subject: referenceNumber,
    creator: '',
    lastModifiedBy: '',
    styles: docxStyles('en'),
    sections: [
      {
        properties: { page: turnedPageOf('a4') },
        headers: { default: new Header({ children: [...band] }) },
        footers: { default: new Footer({ children: [...band] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(name)] }),
          new Paragraph({ style: styleIds.fact, children: [new TextRun(referenceNumber)] }),
          wordsToDocx({ columns, rows }, turnedTextWidth('a4'), { said: null, doctrine: null }, true),
        ],
      },
    ],
  });
  return normaliseDocx(await Packer.toArrayBuffer(made), MS_OF_1980 / MS_PER_SECOND, false);
};
