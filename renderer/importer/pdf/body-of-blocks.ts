/** Converts blocks to the body of an article: each run of text with its page and its place there. */
import type { BlockNode, InlineNode, ListItemNode, Mark, TextNode } from '#domain/article/body/body.ts';
import { raiseText } from '#domain/article/body/raised-text.ts';
import { scannedPageBlock } from '#domain/article/machine/machine-ranges.ts';
import { type PagePlace, printPage } from '#domain/article/pages.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import type { FigureBlock, FlowBlock, LinesBlock, PageBlock, TableBlock } from './block.ts';
import { around, type Box } from './figures/box.ts';
import { figureAddress } from './figures/figure-address.ts';
import type { Figure } from './figures/find-figures.ts';
import { joinLines, type TextPiece, type Vocabulary } from './join-lines.ts';
import { boxOnSheet, sizeOfSheet } from './pages-as-read.ts';
import type { PrintedLine, PrintedPage } from './printed-text.ts';
import { withoutBullet } from './split-paragraphs.ts';

export type Printing = {
  readonly pages: ReadonlyMap<number, PrintedPage>;
  readonly labels: ReadonlyMap<number, string>;
  readonly vocabulary: Vocabulary;
  readonly levelOf: (block: PageBlock) => number;
  /** The note signs on a page. */
  readonly notesOn: (page: number) => ReadonlySet<string>;
};

const PARTS = 10_000;
const clamp = (share: number): number => Math.min(PARTS, Math.max(0, Math.round(share * PARTS)));

type Edged = Pick<PrintedLine, 'page' | 'left' | 'right' | 'top' | 'bottom' | 'confidence'>;

const placeOn = (page: number, lines: readonly Edged[], { pages, labels }: Printing): PagePlace | null => {
  const printed = pages.get(page);
  const [first, ...others] = lines.filter((line) => line.page === page);
  if (printed === undefined || first === undefined) return null;
  const { width, height } = sizeOfSheet(printed);
  const { left, top, right, bottom } = boxOnSheet(others.reduce<Box>(around, first), printed);
  return {
    index: page,
    label: labels.get(page) ?? null,
    box: [clamp(left / width), clamp(top / height), clamp(right / width), clamp(bottom / height)],
  };
};

/** OCR's confidence in content of a page; null if it is not from OCR. */
const confidenceOn = (page: number, lines: readonly Edged[]): number | null => {
  const known = lines.flatMap((line) =>
    line.page === page && line.confidence !== null ? [line.confidence] : [],
  );
  return known.length === 0 ? null : Math.round(known.reduce((sum, each) => sum + each, 0) / known.length);
};

type Raised = { readonly text: string; readonly mark: 'superscript' | 'subscript' | null };

/** Superscripts and subscripts as text, in Unicode or with a mark. */
const raise = (piece: TextPiece, before: string): Raised => {
  if (piece.raised === null) return { text: piece.text, mark: null };
  const core = piece.text.trim();
  const { text, isInItself } = raiseText(core, piece.raised, before);
  return { text: piece.text.replace(core, () => text), mark: isInItself ? null : piece.raised };
};

/** A note sign is not an exponent: it is put in brackets, and at the start of the note separated from its words. */
const raiseSign = ({ text }: TextPiece, isBeginning: boolean, next: string): Raised => {
  const core = text.trim();
  const gap = /^\s/u.test(next) ? '' : ' ';
  return { text: isBeginning ? `[${core}]${gap}` : text.replace(core, () => `[${core}]`), mark: null };
};

const namesNote = ({ text, page, raised }: TextPiece, { notesOn }: Printing): boolean =>
  raised === 'superscript' &&
  text
    .trim()
    .split(/[,\s]+/u)
    .every((sign) => notesOn(page).has(sign));

const linesOf = (text: string, marks: Mark[]): readonly InlineNode[] =>
  text.split('\n').flatMap((line, at): readonly InlineNode[] => {
    const node: TextNode = { type: 'text', text: line, ...(marks.length === 0 ? {} : { marks }) };
    return [...(at === 0 ? [] : [{ type: 'hardBreak' as const }]), ...(line === '' ? [] : [node])];
  });

/** The marks of all text that a block has on one page. */
const marksOnPage = (page: number, lines: readonly Edged[], printing: Printing): Mark[] => {
  const place = placeOn(page, lines, printing);
  const confidence = confidenceOn(page, lines);
  return [
    ...(place === null ? [] : [{ type: 'page' as const, attrs: place }]),
    ...(confidence === null ? [] : [{ type: 'machine' as const, attrs: { confidence } }]),
  ];
};

const marksOf = (onPage: readonly Mark[], mark: Raised['mark'], isHyphenated: boolean): Mark[] => [
  ...onPage,
  ...(mark === null ? [] : [{ type: mark }]),
  ...(isHyphenated ? [{ type: 'hyphenated' as const }] : []),
];

/** The pieces of a block as its content. */
const inlineOf = (
  pieces: readonly TextPiece[],
  lines: readonly Edged[],
  isNote: boolean,
  printing: Printing,
): InlineNode[] => {
  const onPages = new Map<number, readonly Mark[]>();
  let before = '';
  return pieces.flatMap((piece, at) => {
    const onPage = onPages.get(piece.page) ?? marksOnPage(piece.page, lines, printing);
    onPages.set(piece.page, onPage);
    const begins = isNote && at === 0 && piece.raised === 'superscript';
    const isSign = begins || namesNote(piece, printing);
    const { text, mark } = isSign
      ? raiseSign(piece, begins, pieces[at + 1]?.text ?? '')
      : raise(piece, before);
    before = text;
    return linesOf(text, marksOf(onPage, mark, piece.isHyphenated));
  });
};

const contentOf = (block: LinesBlock, printing: Printing): InlineNode[] => {
  const pieces = joinLines(block.lines, printing.vocabulary, block.ended);
  return inlineOf(pieces, block.lines, block.role === 'note', printing);
};

const withoutSign = (content: readonly InlineNode[]): InlineNode[] => {
  const [first, ...others] = content;
  if (first?.type !== 'text') return [...content];
  const text = withoutBullet(first.text);
  return text === '' ? others : [{ ...first, text }, ...others];
};

/** The words of one cell of a line; empty if the row has none in that column. */
const contentOfCell = (line: PrintedLine, at: number | null, printing: Printing): InlineNode[] => {
  const cell = at === null ? undefined : line.cells[at];
  if (cell === undefined) return [];
  const alone = { ...line, cells: [cell], left: cell.left, right: cell.right };
  return inlineOf(joinLines([alone], printing.vocabulary), [alone], false, printing);
};

const tableOf = ({ rows }: TableBlock, printing: Printing): BlockNode => ({
  type: 'table',
  content: rows.map(({ line, cells }) => ({
    type: 'tableRow' as const,
    content: cells.map((at) => ({
      type: 'tableCell' as const,
      attrs: { colspan: 1, rowspan: 1 },
      content: [{ type: 'paragraph' as const, content: contentOfCell(line, at, printing) }],
    })),
  })),
});

const itemOf = (block: LinesBlock, printing: Printing): ListItemNode => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: withoutSign(contentOf(block, printing)) }],
});

/** A block as a node. */
const nodeOf = (block: PageBlock, printing: Printing): BlockNode => {
  if (block.role === 'scan') return scannedPageBlock(block.page, printing.labels.get(block.page) ?? null);
  if (block.role === 'table') return tableOf(block, printing);
  const content = contentOf(block, printing);
  return block.role === 'heading'
    ? { type: 'heading', attrs: { level: printing.levelOf(block) }, content }
    : { type: 'paragraph', content };
};

/** How much of a caption becomes the alternative text of a figure. */
const MAX_ALT_LETTERS = 500;

const altOf = ({ caption }: FigureBlock, place: PagePlace, { vocabulary }: Printing): string => {
  if (caption === null) return `Picture on page ${printPage(place)}`;
  const said = joinLines(caption.lines, vocabulary, caption.ended)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said.length <= MAX_ALT_LETTERS) return said;
  return said.slice(0, snapToGraphemes(said, { start: MAX_ALT_LETTERS, end: said.length }).start);
};

/** A paragraph with only a figure, the one with that `number`. */
const figureNode = (block: FigureBlock, number: number, printing: Printing): BlockNode => {
  const { page, box } = block.figure;
  const place = placeOn(page, [{ page, ...box, confidence: null }], printing);
  const image: InlineNode = {
    type: 'image',
    attrs: { alt: place === null ? '' : altOf(block, place, printing), src: figureAddress(number) },
    ...(place === null ? {} : { marks: [{ type: 'page', attrs: place }] }),
  };
  return { type: 'paragraph', content: [image] };
};

/** The lines of captions. */
const linesOfCaptions = (blocks: readonly FlowBlock[]): ReadonlySet<PrintedLine> =>
  new Set(blocks.flatMap((block) => (block.role === 'figure' ? (block.caption?.lines ?? []) : [])));

const CAPTION: Mark = { type: 'caption' };

/** A paragraph with its words marked as a caption. */
const asCaption = (node: BlockNode): BlockNode =>
  node.type !== 'paragraph'
    ? node
    : {
        ...node,
        content: (node.content ?? []).map((inline) => ({
          ...inline,
          marks: [...(inline.marks ?? []), CAPTION],
        })),
      };

const isSaidOfFigure = (block: PageBlock, captions: ReadonlySet<PrintedLine>): boolean =>
  block.role === 'text' && block.lines.every((line) => captions.has(line));

type Content = {
  readonly content: BlockNode[];
  /** The indexes of blocks that are left out. */
  readonly leftOut: readonly number[];
  /** By the number in the address of its image. */
  readonly figures: readonly Figure[];
};

/** Adds a list item to `content`: to the list at its end, or in a new one. */
const addItem = (content: BlockNode[], item: ListItemNode): void => {
  const last = content.at(-1);
  if (last?.type === 'bulletList') last.content.push(item);
  else content.push({ type: 'bulletList', content: [item] });
};

/** The content of the body. */
export const contentOfBlocks = (blocks: readonly FlowBlock[], printing: Printing): Content => {
  const content: BlockNode[] = [];
  const leftOut: number[] = [];
  const figures: Figure[] = [];
  const captions = linesOfCaptions(blocks);
  const add = (block: FlowBlock): void => {
    if (block.role === 'item') {
      addItem(content, itemOf(block, printing));
      return;
    }
    if (block.role === 'aside') leftOut.push(content.length);
    if (block.role === 'figure') {
      content.push(figureNode(block, figures.length, printing));
      figures.push(block.figure);
      return;
    }
    const node = nodeOf(block, printing);
    content.push(isSaidOfFigure(block, captions) ? asCaption(node) : node);
  };
  for (const block of blocks) add(block);
  return { content, leftOut, figures };
};
