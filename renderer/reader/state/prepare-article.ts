import { Node } from '@tiptap/pm/model';
import { type TextBlockSpan, textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { type NumberedParagraph, numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import { struckRanges } from '#domain/article/body/struck-text.ts';
import { type MachineRange, machineRanges } from '#domain/article/machine/machine-ranges.ts';
import { type PagedRange, pagedRanges } from '#domain/article/pages.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { type ReadingText, readingTextOf } from '#domain/reading/reading-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { createArticleSchema } from '#renderer/editor/article-schema.ts';
import { type MappedBlock, mapPositions, type PositionMap } from '#renderer/editor/position-map.ts';

/** A top-level block. */
export type TopBlock = { readonly node: Node; readonly position: number };

/** The top-level block of each textblock: itself, or a list, a table, a quotation. */
const findTopBlocks = (
  doc: Node,
  { blocks }: Pick<PositionMap, 'blocks'>,
): ReadonlyMap<MappedBlock, TopBlock> => {
  const tops = new Map<MappedBlock, TopBlock>();
  let next = 0;
  doc.forEach((node, position) => {
    const top = { node, position };
    for (let block = blocks[next]; block !== undefined && block.to < position + node.nodeSize; ) {
      tops.set(block, top);
      next += 1;
      block = blocks[next];
    }
  });
  return tops;
};

/** The parts of an article that never change, computed once when it is opened. */
export type PreparedArticle = Pick<OpenArticle, 'article' | 'body' | 'readingOffset' | 'versions'> & {
  readonly index: TextIndex;
  readonly spans: readonly TextBlockSpan[];
  readonly reading: ReadingText;
  readonly paragraphs: readonly NumberedParagraph[];
  /** Where each run is printed in an original with pages; empty if it has none. */
  readonly pages: readonly PagedRange[];
  /** What was read by OCR. */
  readonly machine: readonly MachineRange[];
  /** Text that the article strikes out. */
  readonly struck: readonly TextRange[];
  readonly doc: Node;
  readonly map: PositionMap;
  readonly topBlocks: ReadonlyMap<MappedBlock, TopBlock>;
  /** The position of each top-level block, in order. */
  readonly blockPositions: readonly number[];
};

const schema = createArticleSchema();

const positionsOfBlocks = (doc: Node): readonly number[] => {
  const positions: number[] = [];
  doc.forEach((_, position) => {
    positions.push(position);
  });
  return positions;
};

/** Prepares an opened article for the reader, in linear time. */
export const prepareArticle = ({ article, body, readingOffset, versions }: OpenArticle): PreparedArticle => {
  const spans = textBlockSpans(body);
  const doc = Node.fromJSON(schema, body);
  const map = mapPositions(doc);
  const text = spans.map(({ block }) => textBlockText(block)).join('\n');
  return {
    article,
    body,
    readingOffset,
    versions,
    index: indexText(text),
    spans,
    reading: readingTextOf(text, spans, article.bibliography.language),
    paragraphs: numberParagraphs(spans),
    pages: pagedRanges(spans),
    machine: machineRanges(spans),
    struck: struckRanges(body),
    doc,
    map,
    topBlocks: findTopBlocks(doc, map),
    blockPositions: positionsOfBlocks(doc),
  };
};
