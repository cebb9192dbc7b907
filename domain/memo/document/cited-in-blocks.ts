import type { DocumentBlock, DocumentSource, MemoDocument, Run } from '../memo-document.ts';

const citedInRuns = (runs: readonly Run[]): readonly number[] =>
  runs.flatMap((run) => (run.kind === 'citation' ? run.pinpoints.map(({ source }) => source) : []));

const citedInBlock = (block: DocumentBlock): readonly number[] => {
  switch (block.kind) {
    case 'paragraph':
      return citedInRuns(block.runs);
    case 'judgement':
      return citedInRuns(block.statement);
    case 'quotation':
      return [block.pinpoint.source];
    case 'list':
      return block.items.flat().flatMap(citedInBlock);
    case 'table':
      return block.cells.flatMap(({ blocks }) => blocks.flatMap(citedInBlock));
  }
};

/** The sources that `blocks` of the document cite, in the order of their numbers. */
export const sourcesCitedIn = (
  blocks: readonly DocumentBlock[],
  { sources }: MemoDocument,
): readonly DocumentSource[] => {
  const cited = new Set(blocks.flatMap(citedInBlock));
  return sources.filter(({ number }) => cited.has(number));
};
