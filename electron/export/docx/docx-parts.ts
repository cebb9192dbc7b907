/** The head of the memo and its parts, each with its heading. */

import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { fitLogo } from '#domain/memo/document/fit-picture.ts';
import { documentFacts, type LaidPart, sourceQuality } from '#domain/memo/document/lay-document.ts';
import type { DocumentPicture } from '#domain/memo/document-apparatus.ts';
import type { DocumentSource, MemoDocument } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { endNames } from '../isolate-direction.ts';
import { annexToDocx, keyToDocx } from './docx-apparatus.ts';
import { blocksToDocx } from './docx-blocks.ts';
import { colours, mm, numberings, pixels } from './docx-look.ts';
import { linkToDocx, saidRun, sourceBookmark } from './docx-runs.ts';
import type { DocxScope } from './docx-scope.ts';
import { styleIds } from './docx-styles.ts';
import { wordsToDocx } from './docx-table.ts';
import { type DocxPiece, sectionToPieces } from './docx-turned.ts';

const FACT_INDENT = mm(27);
const ruleBelow = { bottom: { style: BorderStyle.SINGLE, size: 4, space: 8, color: colours.rule } };

const logoToDocx = (logo: DocumentPicture): Paragraph => {
  const { widthMm, heightMm } = fitLogo(logo);
  const picture = new ImageRun({
    type: logo.mediaType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(logo.base64, 'base64'),
    transformation: { width: pixels(widthMm), height: pixels(heightMm) },
    altText: { name: 'Logo', description: logo.alt },
  });
  return new Paragraph({ style: styleIds.fact, keepNext: true, children: [picture] });
};

/** The title, and for whom, from whom and as of when it is, with a rule below. */
export const headToDocx = (document: MemoDocument): readonly Paragraph[] => {
  const facts = documentFacts(document);
  return [
    ...(document.logo === null ? [] : [logoToDocx(document.logo)]),
    ...document.letterhead.map(
      (line) => new Paragraph({ style: styleIds.fact, children: [new TextRun(line)] }),
    ),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(document.title)] }),
    ...facts.map(
      ({ name, value }, at) =>
        new Paragraph({
          style: styleIds.fact,
          indent: { left: FACT_INDENT, hanging: FACT_INDENT },
          tabStops: [{ type: TabStopType.LEFT, position: FACT_INDENT }],
          ...(at === facts.length - 1 ? { border: ruleBelow } : {}),
          children: [saidRun(name, { style: styleIds.label }), new TextRun({ children: [new Tab(), value] })],
        }),
    ),
  ];
};

/** The headings as links. Which page each is on is Word's to say, once the contents are brought up to date. */
export const contentsToDocx = (): readonly (Paragraph | TableOfContents)[] => [
  new Paragraph({ style: styleIds.contents, children: [saidRun(printedWords.part.contents)] }),
  new TableOfContents(printedWords.part.contents, {
    hyperlink: true,
    headingStyleRange: '1-1',
    beginDirty: false,
    tabLeader: 'none',
  }),
];

const sourceToDocx = (source: DocumentSource): readonly Paragraph[] => {
  const quality = sourceQuality(source);
  const { url } = source;
  const entry = new Paragraph({
    style: styleIds.source,
    numbering: { reference: numberings.sources, level: 0 },
    keepNext: quality !== '',
    children: [
      new Bookmark({ id: sourceBookmark(source.number), children: [saidRun(endNames(source.text))] }),
      ...(url === null ? [] : [new TextRun(' '), linkToDocx(url, url)]),
    ],
  });
  if (quality === '') return [entry];
  return [entry, new Paragraph({ style: styleIds.judgementNote, children: [new TextRun(quality)] })];
};

const heading = (run: TextRun, beginsPage = false): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    ...(beginsPage ? { pageBreakBefore: true } : {}),
    children: [run],
  });

/** Of the outline as each heading, by what its style is based on; not of the contents, which stand below it. */
const leadHeading = (text: string): Paragraph =>
  new Paragraph({ style: styleIds.bottomLineHeading, children: [new TextRun(text)] });

type Section = Extract<LaidPart, { readonly kind: 'section' }>;

const sectionToDocx = (section: Section, scope: DocxScope): readonly DocxPiece[] => {
  const { lexiconNote, blocks } = section;
  const note = new Paragraph({ style: styleIds.note, children: [saidRun(lexiconNote ?? '')] });
  return [
    ...(section.role === 'bottom-line'
      ? [leadHeading(section.heading), ...blocksToDocx(blocks, scope, { style: styleIds.bottomLine })]
      : sectionToPieces([heading(new TextRun(section.heading))], blocks, scope)),
    ...(lexiconNote === null ? [] : [note]),
  ];
};

/** One part of the memo with its heading; `isLater` says that others stand before it. */
export const partToDocx = (part: LaidPart, scope: DocxScope, isLater: boolean): readonly DocxPiece[] => {
  switch (part.kind) {
    case 'section':
      return sectionToDocx(part, scope);
    case 'table':
      return [heading(saidRun(part.heading)), wordsToDocx(part.columns, part.rows, scope.textWidth)];
    case 'sources':
      return [heading(saidRun(part.heading)), ...part.sources.flatMap(sourceToDocx)];
    case 'key':
      return [heading(saidRun(part.heading), isLater), ...keyToDocx(part, scope)];
    case 'annex':
      return [heading(saidRun(part.heading)), ...annexToDocx(part)];
  }
};
