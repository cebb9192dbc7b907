/** The head of the memo and its parts, each with its heading. */
import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { fitLogo } from '#domain/memo/document/fit-figure.ts';
import {
  annexLead,
  type LaidAnnex,
  type LaidKey,
  type LaidPassage,
} from '#domain/memo/document/lay-apparatus.ts';
import { documentFacts, type LaidPart, sourceQuality } from '#domain/memo/document/lay-document.ts';
import { addressBeside, type SourceLabel } from '#domain/memo/document/list-styled-sources.ts';
import type { AnnexWords, DocumentPicture } from '#domain/memo/document-apparatus.ts';
import type { DocumentSource, MemoDocument } from '#domain/memo/memo-document.ts';
import { printLed } from '#domain/memo/print/printed-words.ts';
import { endNames } from '../isolate-direction.ts';
import type { Voice } from '../writing.ts';
import { blocksToDocx, type DocxChild } from './docx-blocks.ts';
import { colours, mm, numberings, pixels } from './docx-look.ts';
import {
  anchorBookmark,
  linkToDocx,
  pinpointsToDocx,
  saidRuns,
  sourceBookmark,
  styledToDocx,
} from './docx-runs.ts';
import type { DocxScope } from './docx-scope.ts';
import { styleIds } from './docx-styles.ts';
import { wordsToDocx } from './docx-table.ts';
import { type DocxPiece, sectionToPieces } from './docx-turned.ts';
import { voiceOf } from './docx-voice.ts';

const FACT_INDENT = mm(27);
const ruleBelow = { bottom: { style: BorderStyle.SINGLE, size: 4, space: 8, color: colours.rule } };

const logoToDocx = (logo: DocumentPicture, { words }: Voice): Paragraph => {
  const { widthMm, heightMm } = fitLogo(logo);
  const picture = new ImageRun({
    type: logo.mediaType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(logo.base64, 'base64'),
    transformation: { width: pixels(widthMm), height: pixels(heightMm) },
    altText: { name: words.citation.logo, description: logo.alt },
  });
  return new Paragraph({ style: styleIds.fact, keepNext: true, children: [picture] });
};

/** The title, with the recipient, the author and the as-of date, and a rule below. */
export const headToDocx = (
  document: MemoDocument,
  { voice }: DocxScope,
  saidByHouse: ReadonlySet<string> = new Set(),
): readonly Paragraph[] => {
  // What a template prints around the memo is not repeated.
  const values: Readonly<Record<string, unknown>> = { ...document, reference: document.referenceNumber };
  const said = new Set<unknown>([...saidByHouse].map((field) => values[field]));
  const facts = documentFacts(document).filter(({ value }) => !said.has(value));
  return [
    ...(document.logo === null ? [] : [logoToDocx(document.logo, voice)]),
    ...document.letterhead.map(
      (line) => new Paragraph({ style: styleIds.fact, children: [new TextRun(line)] }),
    ),
    ...(saidByHouse.has('title')
      ? []
      : [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(document.title)] })]),
    ...facts.map(
      ({ name, value }, at) =>
        new Paragraph({
          style: styleIds.fact,
          indent: { left: FACT_INDENT, hanging: FACT_INDENT },
          tabStops: [{ type: TabStopType.LEFT, position: FACT_INDENT }],
          ...(at === facts.length - 1 ? { border: ruleBelow } : {}),
          children: [
            ...saidRuns(name, voice, { style: styleIds.label }),
            new TextRun({ children: [new Tab()] }),
            ...saidRuns(value, { ...voice, said: null }),
          ],
        }),
    ),
  ];
};

/** The headings as links. Their page numbers are written when the document is finished (see pages/page-numbers.ts). */
export const contentsToDocx = (
  { voice }: DocxScope,
  depth: 1 | 2,
): readonly (Paragraph | TableOfContents)[] => [
  new Paragraph({ style: styleIds.contents, children: [...saidRuns(voice.words.part.contents, voice)] }),
  new TableOfContents(voice.words.part.contents, {
    hyperlink: true,
    headingStyleRange: `1-${depth}`,
    beginDirty: false,
    tabLeader: 'none',
  }),
];

/** The hanging indent of an entry in a list without numbers. */
const LISTED_INDENT = mm(8);

const sourceToDocx = (
  source: DocumentSource,
  label: SourceLabel,
  { voice, isMirrored }: Pick<DocxScope, 'voice' | 'isMirrored'>,
): readonly Paragraph[] => {
  const quality = sourceQuality(source);
  const url = addressBeside(source);
  const words =
    source.entry === undefined
      ? saidRuns(endNames(source.text, voice.words), voice)
      : styledToDocx(source.entry.words);
  const entry = new Paragraph({
    style: styleIds.source,
    ...(label === 'before'
      ? { numbering: { reference: numberings.sources, level: 0 } }
      : { indent: { left: LISTED_INDENT, hanging: LISTED_INDENT } }),
    keepNext: quality !== '',
    // A name in Arabic is at the beginning of the line, whose direction is that of the memo.
    ...(isMirrored ? {} : { bidirectional: false }),
    children: [
      new Bookmark({ id: sourceBookmark(source.number), children: [...words] }),
      ...(url === null ? [] : [new TextRun(' '), linkToDocx(url, url)]),
      ...(label === 'behind' ? [new TextRun({ text: ` [${source.number}]`, style: styleIds.label })] : []),
    ],
  });
  if (quality === '') return [entry];
  return [
    entry,
    new Paragraph({
      style: styleIds.judgementNote,
      children: [...saidRuns(quality, { ...voice, said: null })],
    }),
  ];
};

const heading = (runs: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [...runs] });

/**
 * Has the outline level of a heading, through the style that it is based on; but is not in the contents, which follow
 * it.
 */
const leadHeading = (section: Section): Paragraph =>
  new Paragraph({ style: styleIds.bottomLineHeading, children: [headingOf(section)] });

type Section = Extract<LaidPart, { readonly kind: 'section' }>;

/** The words of the heading, inside a bookmark if a cross reference points to it. */
const headingOf = ({ heading: words, anchor }: Section): ParagraphChild => {
  const run = new TextRun(words);
  return anchor === undefined ? run : new Bookmark({ id: anchorBookmark(anchor), children: [run] });
};

const sectionToDocx = (section: Section, scope: DocxScope): readonly DocxPiece[] => {
  const { lexiconNote, blocks } = section;
  const note = new Paragraph({
    style: styleIds.note,
    children: [...saidRuns(lexiconNote ?? '', scope.voice)],
  });
  return [
    ...(section.role === 'bottom-line'
      ? [leadHeading(section), ...blocksToDocx(blocks, scope, { style: styleIds.bottomLine })]
      : sectionToPieces([heading([headingOf(section)])], blocks, scope)),
    ...(lexiconNote === null ? [] : [note]),
  ];
};

/** The parts that an export adds to a memo, in Word: the key to its notation, and the evidence annex. */

/** The key below its heading. */
const keyToDocx = ({ entries }: LaidKey, { textWidth, voice }: DocxScope): readonly DocxChild[] =>
  entries.flatMap(({ name, text, table }) => [
    new Paragraph({
      style: styleIds.key,
      keepNext: table !== null,
      children: [
        ...saidRuns(`${name}${voice.words.sign.stop} `, voice, { bold: true }),
        ...saidRuns(text, voice),
      ],
    }),
    // Word would join two adjacent tables.
    ...(table === null
      ? []
      : [wordsToDocx(table, textWidth, voice), new Paragraph({ style: styleIds.tableText })]),
  ]);

/** The lines within a paragraph of the source are kept. */
const wordsToRuns = ({ text, isCited }: AnnexWords, passage: LaidPassage): readonly TextRun[] =>
  text.split('\n').map(
    (line, at) =>
      new TextRun({
        text: line,
        ...(at === 0 ? {} : { break: 1 }),
        ...(isCited ? { style: styleIds.citedWords } : {}),
        ...voiceOf(passage.lang, passage.dir),
      }),
  );

const passageToDocx = (passage: LaidPassage, voice: Voice): readonly Paragraph[] => [
  new Paragraph({
    style: styleIds.evidenceHead,
    children: [
      ...pinpointsToDocx([passage.pinpoint], voice),
      ...saidRuns(` ${endNames(passage.grade, voice.words)} `, voice, { bold: true }),
      ...saidRuns(endNames(passage.from, voice.words), voice),
    ],
  }),
  ...passage.paragraphs.map(
    (words) =>
      new Paragraph({
        style: styleIds.evidence,
        bidirectional: passage.dir === 'rtl',
        children: words.flatMap((each) => wordsToRuns(each, passage)),
      }),
  ),
  ...passage.notes.map(
    ({ lead, text }) =>
      new Paragraph({
        style: styleIds.note,
        children: [...saidRuns(printLed(lead, ''), voice, { bold: true }), new TextRun(text)],
      }),
  ),
];

/** The annex below its heading. */
const annexToDocx = ({ passages }: LaidAnnex, { voice }: DocxScope): readonly DocxChild[] => [
  new Paragraph({
    style: styleIds.note,
    keepNext: true,
    children: [...saidRuns(annexLead(voice.words.annex.citedOnPaper, voice.words), voice)],
  }),
  ...passages.flatMap((passage) => passageToDocx(passage, voice)),
];

/**
 * One part of the memo with its heading. The key begins no page of its own, as it does on paper: only the word
 * processor knows how much would be left empty before it.
 */
export const partToDocx = (part: LaidPart, scope: DocxScope): readonly DocxPiece[] => {
  switch (part.kind) {
    case 'section':
      return sectionToDocx(part, scope);
    case 'table':
      return [heading(saidRuns(part.heading, scope.voice)), wordsToDocx(part, scope.textWidth, scope.voice)];
    case 'sources':
      return [
        heading(saidRuns(part.heading, scope.voice)),
        ...part.sources.flatMap((source) => sourceToDocx(source, part.label, scope)),
      ];
    case 'key':
      return [heading(saidRuns(part.heading, scope.voice)), ...keyToDocx(part, scope)];
    case 'annex':
      return [heading(saidRuns(part.heading, scope.voice)), ...annexToDocx(part, scope)];
  }
};
