/** Blocks as paragraphs and tables of Word. */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import { fitFigure } from '#domain/memo/document/fit-figure.ts';
import { judgementNotes, quotedParagraphs } from '#domain/memo/document/lay-document.ts';
import { citationOf } from '#domain/memo/document/list-styled-sources.ts';
import {
  type FigureSource,
  figureAlt,
  figureCaption,
  figureSource,
  pictureMissing,
} from '#domain/memo/document/print-figure.ts';
import type {
  DocumentBlock,
  FigureBlock,
  JudgementBlock,
  ListBlock,
  ParagraphBlock,
  QuotationBlock,
} from '#domain/memo/memo-document.ts';
import { printLed } from '#domain/memo/print/printed-words.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { endNames } from '../isolate-direction.ts';
import { layTable } from '../lay-table.ts';
import { LockedBlock } from './docx-lock.ts';
import { colours, LIST_LEVELS, listIndent, mm, numberings, orderedAs, pixels } from './docx-look.ts';
import { anchorBookmark, marks, pinpointsToDocx, runsToDocx, saidRuns } from './docx-runs.ts';
import type { DocxScope } from './docx-scope.ts';
import { barLeft, quotedIndent, styleIds } from './docx-styles.ts';
import { figureLooks, tableToDocx } from './docx-table.ts';
import { voiceOf } from './docx-voice.ts';

export type DocxChild = Paragraph | Table | LockedBlock;

/** The children of a paragraph of `block`, inside a bookmark if the file goes to reviewers. */
const named = (
  block: DocumentBlock,
  scope: DocxScope,
  children: readonly ParagraphChild[],
): readonly ParagraphChild[] => {
  const id = scope.nextName(block);
  return id === null ? children : [new Bookmark({ id, children: [...children] })];
};

/** The same, inside the bookmark that cross references point to, if the block has one. */
const anchored = (
  anchor: string | undefined,
  children: readonly ParagraphChild[],
): readonly ParagraphChild[] =>
  anchor === undefined ? children : [new Bookmark({ id: anchorBookmark(anchor), children: [...children] })];

/** The content of a paragraph. */
const wordsOf = (block: ParagraphBlock, scope: DocxScope): readonly ParagraphChild[] =>
  anchored(block.anchor, named(block, scope, runsToDocx(block.runs, scope)));

const judgementToDocx = (block: JudgementBlock, scope: DocxScope): readonly Paragraph[] => {
  const { voice } = scope;
  const notes = judgementNotes(block, voice.words);
  const statement = new Paragraph({
    style: styleIds.judgement,
    numbering: { reference: numberings.judgements, level: 0 },
    keepNext: notes.length > 0,
    children: anchored(block.anchor, named(block, scope, runsToDocx(block.statement, scope))),
  });
  return [
    statement,
    ...notes.map(({ lead, text }, at) => {
      const led = lead === '' ? [] : saidRuns(printLed(lead, ''), voice, { bold: true });
      return new Paragraph({
        style: styleIds.judgementNote,
        keepNext: at < notes.length - 1,
        children: named(block, scope, [...led, new TextRun(text)]),
      });
    }),
  ];
};

const pictureToDocx = (
  block: FigureBlock,
  { picture, textWidth, voice: { words } }: DocxScope,
): ParagraphChild => {
  const data = picture(block.picture.sha256);
  if (data === null) return new TextRun({ text: pictureMissing(block, words), bold: true });
  const { widthMm, heightMm } = fitFigure(block, textWidth / mm(1));
  return new ImageRun({
    type: block.picture.format,
    data,
    transformation: { width: pixels(widthMm), height: pixels(heightMm) },
    altText: { name: `${words.figure.figure} ${block.number}`, description: figureAlt(block, words) },
  });
};

const sourceToDocx = (
  { before, pinpoint, after }: FigureSource,
  block: FigureBlock,
  scope: DocxScope,
): Paragraph =>
  new Paragraph({
    style: styleIds.figureSource,
    children: named(block, scope, [
      ...saidRuns(scope.voice.words.figure.source, scope.voice, { bold: true }),
      new TextRun(` ${before}`),
      ...(pinpoint === null ? [] : pinpointsToDocx([pinpoint], scope.voice)),
      ...(after === '' ? [] : [new TextRun(after)]),
    ]),
  });

/** A figure: its picture with its alternative text, then caption and source, kept together. */
const figureToDocx = (block: FigureBlock, scope: DocxScope): readonly Paragraph[] => {
  const { voice } = scope;
  const { lead, text } = figureCaption(block, voice.words);
  const source = figureSource(block, voice.words);
  const caption = new Paragraph({
    style: styleIds.caption,
    keepNext: source !== null,
    ...(source === null ? {} : { spacing: { after: 0 } }),
    children: anchored(
      block.anchor,
      named(block, scope, [
        ...saidRuns(lead, voice, { bold: true }),
        ...(text === '' ? [] : [new TextRun(` ${text}`)]),
      ]),
    ),
  });
  return [
    new Paragraph({ style: styleIds.figure, children: [pictureToDocx(block, scope)] }),
    caption,
    ...(source === null ? [] : [sourceToDocx(source, block, scope)]),
  ];
};

const attributionOf = (block: QuotationBlock, scope: DocxScope): ParagraphChild[] => {
  const { attribution, grade } = block;
  const { voice, isMirrored } = scope;
  // Without a letter before it, the dash of "–/3" would move to the other side of the digit.
  const inOrder = (words: string): string => (isMirrored ? `${marks.ltr}${words}${marks.ltr}` : words);
  return [
    ...saidRuns(endNames(attribution, voice.words), voice),
    ...(grade === null
      ? []
      : saidRuns(`\u2003${inOrder(grade).replaceAll(' ', '\u00A0')}`, voice, { bold: true })),
    // The whole block is locked.
    ...runsToDocx([citationOf(block)], { ...scope, isForReview: false }),
  ];
};

/** The bar of a quotation whose direction differs from that of the memo is on the other side. */
const barOf = ({ dir }: QuotationBlock, isMirrored: boolean): Pick<IParagraphOptions, 'border'> => {
  if ((dir === 'rtl') === isMirrored) return {};
  const { left } = barLeft(colours.bar, 2);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return { border: dir === 'rtl' ? { left: none, right: left } : { left, right: none } };
};

/** Letters of scripts that have no italics: a word processor would slant them. */
const upright = /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/**
 * A quotation is locked in a file for reviewers, as far as the word processor respects it. None of its paragraphs
 * contains a footnote, because LibreOffice opens no file in which a locked paragraph does.
 */
const quotationToDocx = (block: QuotationBlock, scope: DocxScope): readonly DocxChild[] => {
  const bar = barOf(block, scope.isMirrored);
  // The bar belongs to the block: a line in the other direction is indented on the side where it ends.
  const setIn = (dir: QuotationBlock['dir']): Pick<IParagraphOptions, 'indent'> =>
    dir === block.dir ? {} : { indent: { left: 0, right: quotedIndent } };
  const own = setIn(scope.isMirrored ? 'rtl' : 'ltr');
  const lineIn =
    ({ lang, dir }: Pick<QuotationBlock, 'lang' | 'dir'>, isOriginal = false) =>
    (text: string): Paragraph =>
      new Paragraph({
        style: styleIds.quotation,
        ...bar,
        ...setIn(dir),
        bidirectional: dir === 'rtl',
        children: named(block, scope, [
          new TextRun({
            text,
            ...(isOriginal && !upright.test(text) ? { italics: true } : {}),
            ...voiceOf(lang, dir),
          }),
        ]),
      });
  const omission = (): Paragraph =>
    new Paragraph({
      style: styleIds.quotation,
      ...bar,
      ...own,
      children: named(block, scope, [new TextRun({ text: OMISSION, style: styleIds.label })]),
    });
  const wordsOf = (
    quoted: Pick<QuotationBlock, 'quotes' | 'runOn'>,
    line: (text: string) => Paragraph,
  ): readonly Paragraph[] =>
    quotedParagraphs(quoted).flatMap((lines, at) => [...(at === 0 ? [] : [omission()]), ...lines.map(line)]);
  const { original } = block;
  const words = [
    ...wordsOf(block, lineIn(block)),
    ...(original === undefined ? [] : wordsOf(original, lineIn(original, true))),
  ];
  const attribution = new Paragraph({
    style: styleIds.attribution,
    ...bar,
    ...own,
    children: named(block, scope, attributionOf(block, scope)),
  });
  const paragraphs = [...words, attribution];
  return scope.isForReview ? [new LockedBlock(scope.voice.words.citation.quotation, paragraphs)] : paragraphs;
};

type Numbering = { readonly reference: string; readonly level: number; readonly instance: number };

/** The blocks after the first paragraph of a list item are indented to its text. */
const belowItem = (block: DocumentBlock, level: number, scope: DocxScope): readonly DocxChild[] => {
  if (block.kind !== 'paragraph') return blockToDocx(block, scope, level + 1);
  const children = wordsOf(block, scope);
  return [new Paragraph({ style: styleIds.listItem, indent: { left: listIndent(level) }, children })];
};

const itemToDocx = (
  item: readonly DocumentBlock[],
  numbering: Numbering,
  scope: DocxScope,
): readonly DocxChild[] => {
  const [first, ...rest] = item;
  const led = first?.kind === 'paragraph' ? first : null;
  const children = led === null ? [] : wordsOf(led, scope);
  return [
    new Paragraph({ style: styleIds.listItem, numbering, children }),
    ...(led === null ? item : rest).flatMap((block) => belowItem(block, numbering.level, scope)),
  ];
};

const listToDocx = (list: ListBlock, scope: DocxScope, level: number): readonly DocxChild[] => {
  const numbering = {
    reference: list.ordered ? orderedAs(list) : numberings.bullets,
    level: Math.min(level, LIST_LEVELS - 1),
    instance: scope.nextList(),
  };
  return list.items.flatMap((item) => itemToDocx(item, numbering, scope));
};

/** A cell contains no content controls; quotations, which would need one, do not occur in the cells of a memo. */
const unlocked = (children: readonly DocxChild[]): readonly (Paragraph | Table)[] =>
  children.flatMap((child): readonly (Paragraph | Table)[] =>
    child instanceof LockedBlock ? child.paragraphs : [child],
  );

type ParagraphLook = Pick<IParagraphOptions, 'style' | 'alignment' | 'indent' | 'numbering' | 'keepNext'>;

const headingOf = { 1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3 } as const;

const alignments = {
  centre: AlignmentType.CENTER,
  end: AlignmentType.END,
  decimal: AlignmentType.END,
} as const;

/** The line above a table is kept on the same page as the table, as a heading is. */
const lookOf = ({ role, number, keepsNext }: ParagraphBlock): ParagraphLook => {
  const kept = keepsNext === true ? { keepNext: true } : {};
  if (number !== undefined) return { ...kept, numbering: { reference: numberings.paragraphs, level: 0 } };
  if (role === undefined) return kept;
  return { style: role === 'table-caption' ? styleIds.tableHead : styleIds.note };
};

function blockToDocx(block: DocumentBlock, scope: DocxScope, level: number): readonly DocxChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ ...lookOf(block), children: wordsOf(block, scope) })];
    case 'page-break':
      return [new Paragraph({ style: styleIds.tableText, children: [new PageBreak()] })];
    case 'heading':
      return [
        new Paragraph({
          heading: headingOf[block.level],
          children: named(block, scope, [new TextRun(block.text)]),
        }),
      ];
    case 'figure':
      return figureToDocx(block, scope);
    case 'judgement':
      return judgementToDocx(block, scope);
    case 'quotation':
      return quotationToDocx(block, scope);
    case 'own-quotation':
      return block.blocks.map(
        (each) => new Paragraph({ style: styleIds.quotation, children: wordsOf(each, scope) }),
      );
    case 'list':
      return listToDocx(block, scope, level);
    case 'table': {
      // A short table stays on one page; a longer one keeps its first rows together, and its last.
      const { isShort } = layTable(block);
      const rows = Math.max(0, ...block.cells.map(({ row }) => row + 1));
      const keeps = (row: number): boolean =>
        row < rows - 1 && (isShort || row < block.headerRows + 2 || row >= rows - 3);
      const figureLook = figureLooks(block, scope.isMirrored);
      const table = tableToDocx(block, scope.textWidth, (cell) => {
        const { blocks, isHeader, align, row } = cell;
        return unlocked(
          blocksToDocx(blocks, scope, {
            style: isHeader ? styleIds.tableHead : styleIds.tableText,
            ...(keeps(row) ? { keepNext: true } : {}),
            ...(align === undefined ? {} : { alignment: alignments[align] }),
            ...figureLook(cell),
          }),
        );
      });
      // Word would join two adjacent tables.
      return [table, new Paragraph({ style: styleIds.tableText, children: [...anchored(block.anchor, [])] })];
    }
  }
}

/** Cross references to a table point to the line above it, if it has one. */
const captionsAnchored = (blocks: readonly DocumentBlock[]): readonly DocumentBlock[] =>
  blocks.map((block, at): DocumentBlock => {
    const [before, next] = [blocks[at - 1], blocks[at + 1]];
    const isCaption = block.kind === 'paragraph' && block.role === 'table-caption';
    if (isCaption && next?.kind === 'table' && next.anchor !== undefined)
      return { ...block, anchor: next.anchor };
    if (block.kind !== 'table' || before?.kind !== 'paragraph' || before.role !== 'table-caption')
      return block;
    const { anchor: _, ...table } = block;
    return table;
  });

const isQuoted = ({ kind }: DocumentBlock): boolean => kind === 'quotation' || kind === 'own-quotation';

/** Word would join the bars of two adjacent quotations: a paragraph of one point, without a bar, parts them. */
const partBars = (block: DocumentBlock, before: DocumentBlock | undefined): readonly Paragraph[] =>
  before !== undefined && isQuoted(before) && isQuoted(block)
    ? [
        new Paragraph({
          style: styleIds.tableText,
          spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' },
        }),
      ]
    : [];

/** The blocks in their order; plain paragraphs have the style `look`, if it is not that of the text. */
export function blocksToDocx(
  blocks: readonly DocumentBlock[],
  scope: DocxScope,
  look?: ParagraphLook,
): readonly DocxChild[] {
  return captionsAnchored(blocks).flatMap((block, at, all) =>
    block.kind === 'paragraph' && look !== undefined
      ? [new Paragraph({ ...look, children: wordsOf(block, scope) })]
      : [...partBars(block, all[at - 1]), ...blockToDocx(block, scope, 0)],
  );
}
