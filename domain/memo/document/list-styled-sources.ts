/** How citations and sources laid by a citation style are printed, for every writer. */
import { withNoteRuns } from '../document-run.ts';
import type {
  DocumentBlock,
  DocumentSource,
  MemoDocument,
  QuotationBlock,
  Run,
  StyledWords,
} from '../memo-document.ts';
import { blocksOfDocument } from './blocks-of-document.ts';

/** The citation of a block quotation as printed below it. */
export const citationOf = ({ cited, pinpoint }: Pick<QuotationBlock, 'cited' | 'pinpoint'>): Run =>
  cited ?? { kind: 'citation', pinpoints: [pinpoint] };

/** The sources in the order in which they are listed. */
export const listedSources = (sources: readonly DocumentSource[]): readonly DocumentSource[] =>
  sources.toSorted((a, b) => (a.entry?.at ?? Infinity) - (b.entry?.at ?? Infinity) || a.number - b.number);

/**
 * Whether the list of sources has no numbers: then what names a source by its number finds it at the end of its entry.
 */
export const isListedByName = (sources: readonly DocumentSource[]): boolean =>
  sources.some(({ entry }) => entry?.at !== undefined);

/** Words that follow each other and lead to the same source, as one. */
export const groupBySource = (
  words: readonly StyledWords[],
): readonly { readonly source: number | null; readonly words: readonly StyledWords[] }[] => {
  const groups: { source: number | null; words: StyledWords[] }[] = [];
  for (const each of words) {
    // An address leads where it says.
    const source = each.href === undefined ? (each.source ?? null) : null;
    const last = groups.at(-1);
    if (last !== undefined && last.source === source) last.words.push(each);
    else groups.push({ source, words: [each] });
  }
  return groups;
};

/** The address of a source, where its entry does not have it. */
export const addressBeside = ({ url, entry }: DocumentSource): string | null =>
  entry?.words.some(({ href }) => href === url) === true ? null : url;

/**
 * The label of a source in the list: its number before it; nothing; or its number after it, where a list without
 * numbers is still referred to by them.
 */
export type SourceLabel = 'before' | 'none' | 'behind';

const isCitedByNumber = (block: DocumentBlock): boolean => {
  const isNumber = (run: Run): boolean => run.kind === 'citation' && run.styled === undefined;
  if (block.kind === 'paragraph') return withNoteRuns(block.runs).some(isNumber);
  if (block.kind === 'judgement') return withNoteRuns(block.statement).some(isNumber);
  return block.kind === 'quotation' && isNumber(citationOf(block));
};

export const sourceLabel = (document: MemoDocument): SourceLabel => {
  const { sources, annex, sections } = document;
  if (!isListedByName(sources)) return 'before';
  const blocks = blocksOfDocument(sections);
  const isReferredTo =
    annex.length > 0 ||
    sources.some(({ textSha256 }) => textSha256 !== null) ||
    blocks.some((block) => block.kind === 'figure' && block.pinpoint !== undefined) ||
    blocks.some(isCitedByNumber);
  return isReferredTo ? 'behind' : 'none';
};
