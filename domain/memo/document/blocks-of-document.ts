import { withNoteRuns } from '../document-run.ts';
import type {
  DocumentBlock,
  DocumentSection,
  DocumentSource,
  FigureBlock,
  JudgementBlock,
  MemoDocument,
  Pinpoint,
  Run,
} from '../memo-document.ts';

const withInner = (block: DocumentBlock): readonly DocumentBlock[] => {
  switch (block.kind) {
    case 'list':
      return [block, ...block.items.flat().flatMap(withInner)];
    case 'own-quotation':
      return [block, ...block.blocks];
    case 'table':
      return [block, ...block.cells.flatMap(({ blocks }) => blocks.flatMap(withInner))];
    default:
      return [block];
  }
};

/** Every block of the sections in reading order, those within lists and tables too. */
export const blocksOfDocument = (sections: readonly DocumentSection[]): readonly DocumentBlock[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(withInner));

/** The figures of a document that keep it from being exported. */
type UnprintableFigures = {
  /** Figures whose picture is gone, or has been replaced by another under its name. */
  readonly missing: readonly FigureBlock[];
  /** Nothing is said for whoever can't see them. */
  readonly undescribed: readonly FigureBlock[];
};

/** `pictures` are those that are there, by their hashes; null where nobody has looked. */
export const unprintableFigures = (
  { sections }: Pick<MemoDocument, 'sections'>,
  pictures: Readonly<Record<string, string>> | null,
): UnprintableFigures => {
  const figures = blocksOfDocument(sections).filter((block) => block.kind === 'figure');
  return {
    missing: figures.filter(({ picture }) => pictures !== null && pictures[picture.sha256] === undefined),
    undescribed: figures.filter(({ alt }) => alt === ''),
  };
};

/** The blocks for a format without pages. */
export const withoutBreaks = (blocks: readonly DocumentBlock[]): readonly DocumentBlock[] =>
  blocks.filter(({ kind }) => kind !== 'page-break');

/** Judgements that follow each other are one list with their own numbers. */
export type BlockGroup =
  | Exclude<DocumentBlock, JudgementBlock>
  | { readonly kind: 'judgements'; readonly items: readonly JudgementBlock[] };

/** The blocks in their order, with judgements that follow each other as one. */
export const groupBlocks = (blocks: readonly DocumentBlock[]): readonly BlockGroup[] => {
  const groups: BlockGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== 'judgement') groups.push(block);
    else if (last?.kind === 'judgements')
      groups[groups.length - 1] = { ...last, items: [...last.items, block] };
    else groups.push({ kind: 'judgements', items: [block] });
  }
  return groups;
};

const pinpointsInRuns = (runs: readonly Run[]): readonly Pinpoint[] =>
  withNoteRuns(runs).flatMap((run) => (run.kind === 'citation' ? run.pinpoints : []));

const pinpointsInBlock = (block: DocumentBlock): readonly Pinpoint[] => {
  switch (block.kind) {
    case 'paragraph':
      return pinpointsInRuns(block.runs);
    case 'judgement':
      return pinpointsInRuns(block.statement);
    case 'heading':
    case 'page-break':
      return [];
    case 'figure':
      return block.pinpoint === undefined ? [] : [block.pinpoint];
    case 'quotation':
      return [block.pinpoint];
    case 'own-quotation':
      return pinpointsIn(block.blocks);
    case 'list':
      return block.items.flatMap(pinpointsIn);
    case 'table':
      return block.cells.flatMap(({ blocks }) => pinpointsIn(blocks));
  }
};

/** All pinpoints of `blocks` in reading order; a place cited twice appears twice. */
export function pinpointsIn(blocks: readonly DocumentBlock[]): readonly Pinpoint[] {
  return blocks.flatMap(pinpointsInBlock);
}

/** The sources that `blocks` of the document cite, in the order of their numbers. */
export const sourcesCitedIn = (
  blocks: readonly DocumentBlock[],
  { sources }: MemoDocument,
): readonly DocumentSource[] => {
  const cited = new Set(pinpointsIn(blocks).map(({ source }) => source));
  return sources.filter(({ number }) => cited.has(number));
};
