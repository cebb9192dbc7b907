/**
 * The canonical text: the one plain text of a body to which every offset refers.
 *
 * It is the text of every textblock in document order, joined by one "\n". A hardBreak is "\n", any other
 * inline leaf (an image) is U+FFFC OBJECT REPLACEMENT CHARACTER. Nothing is normalised or trimmed: the importer
 * alone decides about white space.
 */
import { type BlockNode, type Body, type InlineNode, isTextBlock, type TextBlock } from './body.ts';

/** Stands for an inline leaf that is not text. */
export const OBJECT_REPLACEMENT = '\uFFFC';

/** A textblock's place in the canonical text: UTF-16 offsets, end excluded, the joining "\n" not included. */
export type TextBlockSpan = {
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
  /** Whether the block stands in a table; such paragraphs carry no paragraph number. */
  readonly inTable: boolean;
};

const inlineText = (node: InlineNode): string => {
  if (node.type === 'text') return node.text;
  return node.type === 'hardBreak' ? '\n' : OBJECT_REPLACEMENT;
};

/** The text of one textblock. */
export const textBlockText = (block: TextBlock): string => (block.content ?? []).map(inlineText).join('');

type FoundBlock = { readonly block: TextBlock; readonly inTable: boolean };

const childBlocks = (block: BlockNode): readonly BlockNode[] => {
  switch (block.type) {
    case 'blockquote':
      return block.content;
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content);
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content));
    default:
      return [];
  }
};

const textBlocksOf = (block: BlockNode, inTable: boolean): readonly FoundBlock[] => {
  if (isTextBlock(block)) return [{ block, inTable }];
  const isInTable = inTable || block.type === 'table';
  return childBlocks(block).flatMap((child) => textBlocksOf(child, isInTable));
};

/** Every textblock of `body` in document order with its span in the canonical text. */
export const textBlockSpans = (body: Body): readonly TextBlockSpan[] => {
  let start = 0;
  return body.content
    .flatMap((block) => textBlocksOf(block, false))
    .map(({ block, inTable }) => {
      const span = { block, inTable, start, end: start + textBlockText(block).length };
      start = span.end + 1;
      return span;
    });
};

/** The canonical text of `body`. Pure: the same body gives the same text for ever; its SHA-256 names the copy. */
export const canonicalText = (body: Body): string =>
  textBlockSpans(body)
    .map(({ block }) => textBlockText(block))
    .join('\n');
