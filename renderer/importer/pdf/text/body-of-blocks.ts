/** Blocks to the body of an article: each run of text with the page it is printed on and its place there. */
import type { BlockNode, InlineNode, ListItemNode, Mark, TextNode } from '#domain/article/body/body.ts';
import type { PagePlace } from '#domain/article/body/pages.ts';
import { raiseText } from '#domain/article/body/raised-text.ts';
import type { LinesBlock, PageBlock, TableBlock } from '../blocks/block.ts';
import { endsEarly, withoutBullet } from '../blocks/split-paragraphs.ts';
import type { PrintedLine, PrintedPage } from '../layout/printed-text.ts';
import { joinLines, type TextPiece, type Vocabulary } from './join-lines.ts';

export type Printing = {
  readonly pages: ReadonlyMap<number, PrintedPage>;
  readonly labels: ReadonlyMap<number, string>;
  readonly vocabulary: Vocabulary;
  readonly levelOf: (block: PageBlock) => number;
  /** The signs of the notes that stand on a page. */
  readonly notesOn: (page: number) => ReadonlySet<string>;
};

const PARTS = 10_000;
const clamp = (share: number): number => Math.min(PARTS, Math.max(0, Math.round(share * PARTS)));

type Edged = Pick<PrintedLine, 'page' | 'left' | 'right' | 'top' | 'bottom'>;

const placeOn = (page: number, lines: readonly Edged[], { pages, labels }: Printing): PagePlace | null => {
  const printed = pages.get(page);
  const on = lines.filter((line) => line.page === page);
  if (printed === undefined || on.length === 0) return null;
  const { width, height } = printed;
  return {
    index: page,
    label: labels.get(page) ?? null,
    box: [
      clamp(Math.min(...on.map(({ left }) => left)) / width),
      clamp(Math.min(...on.map(({ top }) => top)) / height),
      clamp(Math.max(...on.map(({ right }) => right)) / width),
      clamp(Math.max(...on.map(({ bottom }) => bottom)) / height),
    ],
  };
};

/** What stands high or low as text: the sign of a note in brackets, anything else by Unicode or a mark. */
const raise = (piece: TextPiece, before: string, isNoteSign: boolean) => {
  if (piece.raised === null) return { text: piece.text, mark: null };
  const core = piece.text.trim();
  if (isNoteSign && core !== '') return { text: piece.text.replace(core, () => `[${core}]`), mark: null };
  const { text, isInItself } = raiseText(core, piece.raised, before);
  return { text: piece.text.replace(core, () => text), mark: isInItself ? null : piece.raised };
};

const isSignOfNote = (piece: TextPiece, isFirst: boolean, isNote: boolean, printing: Printing): boolean =>
  piece.raised === 'superscript' &&
  ((isFirst && isNote) ||
    piece.text
      .trim()
      .split(/[,\s]+/u)
      .every((sign) => printing.notesOn(piece.page).has(sign)));

const linesOf = (text: string, marks: Mark[]): readonly InlineNode[] =>
  text.split('\n').flatMap((line, at): readonly InlineNode[] => {
    const node: TextNode = { type: 'text', text: line, ...(marks.length === 0 ? {} : { marks }) };
    return [...(at === 0 ? [] : [{ type: 'hardBreak' as const }]), ...(line === '' ? [] : [node])];
  });

/** The pieces of a block as its content. */
const inlineOf = (
  pieces: readonly TextPiece[],
  lines: readonly Edged[],
  isNote: boolean,
  printing: Printing,
): InlineNode[] => {
  const places = new Map<number, PagePlace | null>();
  let before = '';
  return pieces.flatMap((piece, at) => {
    if (!places.has(piece.page)) places.set(piece.page, placeOn(piece.page, lines, printing));
    const place = places.get(piece.page) ?? null;
    const { text, mark } = raise(piece, before, isSignOfNote(piece, at === 0, isNote, printing));
    before = text;
    const marks: Mark[] = [
      ...(place === null ? [] : [{ type: 'page' as const, attrs: place }]),
      ...(mark === null ? [] : [{ type: mark }]),
      ...(piece.isHyphenated ? [{ type: 'hyphenated' as const }] : []),
    ];
    return linesOf(text, marks);
  });
};

/** A line that was ended on purpose and ends no sentence: of an address, a verse, a title. */
const endsLineIn =
  ({ right, role }: LinesBlock) =>
  (line: PrintedLine, next: PrintedLine): boolean =>
    role === 'text' &&
    line.page === next.page &&
    right - line.right > 0.4 * (right - line.left) &&
    endsEarly(line, next, right);

const contentOf = (block: LinesBlock, printing: Printing): InlineNode[] => {
  const pieces = joinLines(block.lines, printing.vocabulary, endsLineIn(block));
  return inlineOf(pieces, block.lines, block.role === 'note', printing);
};

const withoutSign = (content: readonly InlineNode[]): InlineNode[] => {
  const [first, ...others] = content;
  if (first?.type !== 'text') return [...content];
  const text = withoutBullet(first.text);
  return text === '' ? others : [{ ...first, text }, ...others];
};

/** The words of one cell of a line; nothing where the row has none in that column. */
const contentOfCell = (line: PrintedLine, at: number | null, printing: Printing): InlineNode[] => {
  const cell = at === null ? undefined : line.cells[at];
  if (cell === undefined) return [];
  const alone = { ...line, cells: [cell], left: cell.left, right: cell.right };
  return inlineOf(
    joinLines([alone], printing.vocabulary, () => false),
    [alone],
    false,
    printing,
  );
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
  if (block.role === 'table') return tableOf(block, printing);
  const content = contentOf(block, printing);
  return block.role === 'heading'
    ? { type: 'heading', attrs: { level: printing.levelOf(block) }, content }
    : { type: 'paragraph', content };
};

/** The content of the body, and the places in it of what is left out. */
export const contentOfBlocks = (
  blocks: readonly PageBlock[],
  printing: Printing,
): { readonly content: BlockNode[]; readonly leftOut: readonly number[] } => {
  const content: BlockNode[] = [];
  const leftOut: number[] = [];
  for (const block of blocks) {
    const last = content.at(-1);
    if (block.role === 'item') {
      const item = itemOf(block, printing);
      if (last?.type === 'bulletList') last.content.push(item);
      else content.push({ type: 'bulletList', content: [item] });
      continue;
    }
    if (block.role === 'aside') leftOut.push(content.length);
    content.push(nodeOf(block, printing));
  }
  return { content, leftOut };
};
