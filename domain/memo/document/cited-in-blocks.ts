import type { DocumentBlock, DocumentSource, MemoDocument, Pinpoint, Run } from '../memo-document.ts';

const pinpointsInRuns = (runs: readonly Run[]): readonly Pinpoint[] =>
  runs.flatMap((run) => (run.kind === 'citation' ? run.pinpoints : []));

const pinpointsInBlock = (block: DocumentBlock): readonly Pinpoint[] => {
  switch (block.kind) {
    case 'paragraph':
      return pinpointsInRuns(block.runs);
    case 'judgement':
      return pinpointsInRuns(block.statement);
    case 'heading':
      return [];
    case 'figure':
      return block.pinpoint === undefined ? [] : [block.pinpoint];
    case 'quotation':
      return [block.pinpoint];
    case 'list':
      return block.items.flatMap(pinpointsIn);
    case 'table':
      return block.cells.flatMap(({ blocks }) => pinpointsIn(blocks));
  }
};

/** Every pinpoint of `blocks` in reading order; a place that is cited twice stands twice. */
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
