/** The marking of each paragraph before it: "(TLP:GREEN)". */
import { highestTlp, type Marking, printMarking } from '../../tradecraft/marking.ts';
import { pinpointsIn } from '../document/cited-in-blocks.ts';
import type { DocumentBlock, DocumentSection, Run } from '../memo-document.ts';

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

const markBlock = (block: DocumentBlock, markOf: Mark): readonly DocumentBlock[] => {
  if (block.kind === 'list') {
    return [{ ...block, items: block.items.map((item) => markBlocks(item, markOf)) }];
  }
  // A heading says nothing that is not said below it.
  if (block.kind === 'heading') return [block];
  const mark = markOf([block]);
  if (mark === null) return [block];
  switch (block.kind) {
    case 'paragraph':
      return [{ ...block, runs: before(mark, block.runs) }];
    case 'judgement':
      return [{ ...block, statement: before(mark, block.statement) }];
    case 'quotation':
      // Nothing is put among the words of the source.
      return [{ ...block, attribution: `(${mark}) ${block.attribution}` }];
    case 'figure':
      return [{ ...block, caption: `(${mark}) ${block.caption}`.trimEnd() }];
    case 'table':
      return [{ kind: 'paragraph', runs: before(mark, []).slice(0, 1) }, block];
  }
};

function markBlocks(blocks: readonly DocumentBlock[], markOf: Mark): readonly DocumentBlock[] {
  return blocks.flatMap((block) => markBlock(block, markOf));
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
