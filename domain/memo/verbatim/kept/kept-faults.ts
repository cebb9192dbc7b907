/**
 * Whether a passage may be shortened as given: the verifier's rules, with each piece compared at the place it was
 * taken from, and with the beginning and the end, which the printed words alone do not show.
 */
import type { Passage } from '../../../passage/passage.ts';
import type { Steps } from '../../../steps.ts';
import type { TextRange } from '../../../text/selector.ts';
import { edgeFaults } from '../omission-faults.ts';
import { OMISSION_WITHIN_MARKS } from '../omission-mark.ts';
import { layPassage } from '../print-quote.ts';
import type { PrintedSource } from '../printed-source.ts';
import type { QuoteFault } from '../quote-fault.ts';
import { type QuoteForm, verifyParts } from '../verify-quote.ts';
import { blockPartsOf, cutKept, type KeptPiece, keptParts } from './cut-kept.ts';
import type { Kept } from './kept.ts';

/** A passage as a citation prints it: between marks in a sentence, or as a block. */
export type ShortenedPassage = {
  readonly passage: Passage;
  readonly kept: Kept;
  readonly isBlock: boolean;
};

/** The printed parts, and how they are arranged. */
export type ShortenedQuote = { readonly parts: readonly string[]; readonly form: QuoteForm };

const blockFormOf = ({ quotes, runOn }: ReturnType<typeof blockPartsOf>): QuoteForm =>
  runOn.length > 0 && runOn.length === quotes.length - 1 ? 'run-on' : 'block';

/** How a shortened passage is printed. */
export const shortenedQuote = (
  { passage, kept, isBlock }: ShortenedPassage,
  source: PrintedSource,
): ShortenedQuote => {
  if (isBlock) {
    const block = blockPartsOf(passage, kept);
    return { parts: block.quotes, form: blockFormOf(block) };
  }
  const { parts, omission } = layPassage(passage, source, kept);
  return { parts, form: omission === OMISSION_WITHIN_MARKS ? 'running' : 'apart' };
};

const edgesOf = (
  pieces: readonly KeptPiece[],
  passage: Passage,
  places: readonly TextRange[] | null,
): Parameters<typeof edgeFaults>[1] | null => {
  const kept = keptParts(passage, pieces, places).places;
  const [first, last] = [kept?.[0], kept?.at(-1)];
  return places === null || first === undefined || last === undefined
    ? null
    : { passage: places, first, last };
};

/** The faults of the passage as shortened; empty where there are none. */
export function* keptFaults(
  shortened: ShortenedPassage,
  source: PrintedSource,
): Steps<readonly QuoteFault[]> {
  const { passage, kept } = shortened;
  const pieces = cutKept(passage, kept) ?? [];
  const places = source.placesOf(passage.id);
  const quote = shortenedQuote(shortened, source);
  const standing = keptParts(passage, pieces, places).places;
  const exact = standing?.length === quote.parts.length ? standing : places;
  const faults = yield* verifyParts({ ...quote, places: exact }, source.text);
  const edges = edgesOf(pieces, passage, places);
  const atEdges = edges === null ? [] : edgeFaults(source.text, edges);
  const isNew = ({ kind }: QuoteFault): boolean => !faults.some((each) => each.kind === kind);
  return [...faults, ...atEdges.filter(isNew)];
}
