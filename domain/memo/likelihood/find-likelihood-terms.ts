/**
 * Finds words of estimative probability in prose. The longest term wins, whichever lexicon it is of: "highly
 * likely" is PHIA's term and never ICD 203's "likely". "remote" alone is left out: it mostly means far away.
 */
import { type LikelihoodTerm, lexicons } from '../../tradecraft/likelihood.ts';

export type FoundTerm = {
  /** As the lexicons write it, e.g. "almost certain" for "almost certainly". */
  readonly wording: string;
  /** UTF-16, end excluded. */
  readonly start: number;
  readonly end: number;
};

const NOT_IN_PROSE = 'remote';

const wordings = [
  ...new Set(Object.values(lexicons).flatMap(({ terms }) => terms.map(({ wording }) => wording))),
]
  .filter((wording) => wording !== NOT_IN_PROSE)
  .sort((a, b) => b.length - a.length);

const pattern = (wording: string): string => wording.replaceAll(' ', '\\s+');
const anyTerm = new RegExp(
  `(?<![\\p{L}\\p{N}])(${wordings.map(pattern).join('|')})(?:(?<=certain)ly)?(?![\\p{L}\\p{N}])`,
  'giu',
);

/** The terms of any lexicon that stand in `text`, in their order. */
export const findLikelihoodTerms = (text: string): readonly FoundTerm[] =>
  Array.from(text.matchAll(anyTerm), (match) => ({
    wording: (match[1] ?? '').toLowerCase().replaceAll(/\s+/g, ' '),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The term of a lexicon with that wording, or null where the lexicon has none. */
export const termWithWording = (terms: readonly LikelihoodTerm[], wording: string): LikelihoodTerm | null =>
  terms.find((term) => term.wording === wording) ?? null;
