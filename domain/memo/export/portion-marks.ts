/** The marking of each paragraph before it: "(TLP:GREEN)". */
import { highestTlp, type Marking, printMarking } from '../../tradecraft/marking.ts';
import { pinpointsIn } from '../document/cited-in-blocks.ts';
import type { DocumentBlock, DocumentSection, ParagraphBlock, Run } from '../memo-document.ts';

export type PortionsOf = {
  /** That of the memo. */
  readonly whole: Marking | null;
  /** With which each source was received, by its number. */
  readonly ofSource: ReadonlyMap<number, Marking | null>;
};

/**
 * The highest of what is cited. Nothing is marked lower than the memo that can't be shown to be: what cites nothing, or
 * something without a TLP label, has the marking of the memo.
 */
const portionOf = (blocks: readonly DocumentBlock[], { whole, ofSource }: PortionsOf): Marking | null => {
  const cited = pinpointsIn(blocks).map(({ source }) => ofSource.get(source) ?? null);
  const label = cited.every((marking) => marking?.kind === 'tlp') ? highestTlp(cited) : null;
  return label === null ? whole : { kind: 'tlp', label };
};

type Mark = (blocks: readonly DocumentBlock[]) => string | null;

const before = (mark: string, runs: readonly Run[]): readonly Run[] => [
  { kind: 'text', text: `(${mark})`, bold: true },
  { kind: 'text', text: ' ' },
  ...runs,
];

/** A table is marked in the line above it, behind its number; one without that line gets it. */
const markTable = (
  caption: ParagraphBlock | null,
  table: Extract<DocumentBlock, { readonly kind: 'table' }>,
  markOf: Mark,
): readonly DocumentBlock[] => {
  const mark = markOf([...(caption === null ? [] : [caption]), table]);
  if (mark === null) return caption === null ? [table] : [caption, table];
  const [number, ...words] = caption?.runs ?? [];
  const inBold: Run = { kind: 'text', text: number === undefined ? `(${mark})` : ` (${mark})`, bold: true };
  const runs = [...(number === undefined ? [] : [number]), inBold, ...words];
  return [{ kind: 'paragraph', role: 'table-caption', runs }, table];
};

const captionAt = (blocks: readonly DocumentBlock[], at: number): ParagraphBlock | null => {
  const block = blocks[at];
  return block?.kind === 'paragraph' && block.role === 'table-caption' ? block : null;
};

/** The block `at`, and before a table the line above it, which is marked with it. */
const markBlock = (
  blocks: readonly DocumentBlock[],
  block: DocumentBlock,
  at: number,
  markOf: Mark,
): readonly DocumentBlock[] => {
  switch (block.kind) {
    case 'list':
      return [{ ...block, items: block.items.map((item) => markBlocks(item, markOf)) }];
    case 'heading':
      // It says nothing that is not said below it.
      return [block];
    case 'table':
      return markTable(captionAt(blocks, at - 1), block, markOf);
    case 'paragraph':
      if (block.role === 'table-caption') return [];
      return block.role === 'table-source' ? [block] : [markText(block, markOf)];
    default:
      return [markText(block, markOf)];
  }
};

const markText = (
  block: Extract<DocumentBlock, { readonly kind: 'paragraph' | 'judgement' | 'quotation' | 'figure' }>,
  markOf: Mark,
): DocumentBlock => {
  const mark = markOf([block]);
  if (mark === null) return block;
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: before(mark, block.runs) };
    case 'judgement':
      return { ...block, statement: before(mark, block.statement) };
    case 'quotation':
      // Nothing is put among the words of the source.
      return { ...block, attribution: `(${mark}) ${block.attribution}` };
    case 'figure':
      return { ...block, caption: `(${mark}) ${block.caption}`.trimEnd() };
  }
};

function markBlocks(blocks: readonly DocumentBlock[], markOf: Mark): readonly DocumentBlock[] {
  return blocks.flatMap((block, at) => markBlock(blocks, block, at, markOf));
}

/** The sections with each paragraph, judgement, quotation and table marked, and the markings that were used. */
export const markPortions = (
  sections: readonly DocumentSection[],
  portions: PortionsOf,
): { readonly sections: readonly DocumentSection[]; readonly used: ReadonlySet<string> } => {
  const used = new Set<string>();
  const markOf: Mark = (blocks) => {
    const marking = portionOf(blocks, portions);
    if (marking === null) return null;
    used.add(printMarking(marking));
    return printMarking(marking);
  };
  return {
    sections: sections.map((section) => ({ ...section, blocks: markBlocks(section.blocks, markOf) })),
    used,
  };
};
