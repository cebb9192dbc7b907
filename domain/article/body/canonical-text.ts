/**
 * The canonical text: the one plain text of a body to which every offset refers.
 *
 * It is the text of every textblock in document order, joined by one "\n". A hardBreak is "\n", any other
 * inline leaf (a picture, kept or not) is U+FFFC OBJECT REPLACEMENT CHARACTER. Nothing is normalised or trimmed: the
 * importer alone decides about white space.
 */
import {
  type BlockNode,
  type Body,
  type InlineNode,
  isTextBlock,
  type TableNode,
  type TextBlock,
} from './body.ts';

/** Stands for an inline leaf that is not text. */
export const OBJECT_REPLACEMENT = '\uFFFC';

/** A textblock's place in the canonical text: UTF-16 offsets, end excluded, the joining "\n" not included. */
export type TextBlockSpan = {
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
  /** Its cell, if it is in a table, whose paragraphs have no number. */
  readonly cell: TableCell | null;
};

/** The number of a table in its article and that of a row in it, each from 1; within tables those of the outermost. */
export type TableCell = { readonly table: number; readonly row: number };

const inlineText = (node: InlineNode): string => {
  if (node.type === 'text') return node.text;
  return node.type === 'hardBreak' ? '\n' : OBJECT_REPLACEMENT;
};

/** The text of one textblock. */
export const textBlockText = (block: TextBlock): string => (block.content ?? []).map(inlineText).join('');

type FoundBlock = Pick<TextBlockSpan, 'block' | 'cell'>;

const childBlocks = (block: BlockNode): readonly BlockNode[] => {
  switch (block.type) {
    case 'blockquote':
      return block.content;
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content);
    default:
      return [];
  }
};

/** Finds the textblocks of one body, and counts its tables as it comes to them. */
const textBlockFinder = () => {
  let tables = 0;
  const within = (blocks: readonly BlockNode[], cell: TableCell | null): readonly FoundBlock[] =>
    blocks.flatMap((block) => {
      if (isTextBlock(block)) return [{ block, cell }];
      return block.type === 'table' ? withinTable(block, cell) : within(childBlocks(block), cell);
    });
  const withinTable = ({ content }: TableNode, outer: TableCell | null): readonly FoundBlock[] => {
    if (outer === null) tables += 1;
    const table = tables;
    return content.flatMap((row, index) =>
      row.content.flatMap((cell) => within(cell.content, outer ?? { table, row: index + 1 })),
    );
  };
  return (body: Body): readonly FoundBlock[] => within(body.content, null);
};

/** Every textblock of `body` in document order with its span in the canonical text. */
export const textBlockSpans = (body: Body): readonly TextBlockSpan[] => {
  let start = 0;
  return textBlockFinder()(body).map((found) => {
    const span = { ...found, start, end: start + textBlockText(found.block).length };
    start = span.end + 1;
    return span;
  });
};

/** The canonical text of `body`. Pure: the same body gives the same text for ever; its SHA-256 names the copy. */
export const canonicalText = (body: Body): string =>
  textBlockSpans(body)
    .map(({ block }) => textBlockText(block))
    .join('\n');

/** Whether a canonical text holds anything but white space and pictures. */
export const hasWords = (text: string): boolean => /[^\s\uFFFC]/u.test(text);
