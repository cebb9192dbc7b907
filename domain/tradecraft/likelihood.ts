import { z } from 'zod';

/**
 * Likelihood: words of estimative probability and the bands they stand for, in per cent.
 *
 * ICD 203 (Analytic Standards, 2015) gives two rows of terms for the same seven bands; a product uses one row.
 * The UK PHIA probability yardstick leaves deliberate gaps between its bands. A picker goes from a term to its
 * band, never from a number to a term: the ICD bands share their edges, and nothing is snapped into PHIA's gaps.
 */
export const lexiconIds = ['icd203-likely', 'icd203-probable', 'phia'] as const;
export const lexiconSchema = z.enum(lexiconIds);
export type LexiconId = z.infer<typeof lexiconSchema>;

/** One term of a lexicon with its band as printed. */
export type LikelihoodTerm = {
  readonly id: string;
  /** As worded in a house's memos: the standard's own, unless a form has another. */
  readonly wording: string;
  /** The wording of the standard. */
  readonly official: string;
  /** The band as a reader sees it, e.g. "55 to 80 %". */
  readonly band: string;
};

export type Lexicon = {
  readonly id: LexiconId;
  /** The standard, as named under a memo. */
  readonly standard: string;
  readonly terms: readonly LikelihoodTerm[];
};

const term = (wording: string, band: string): LikelihoodTerm => ({
  id: wording.replaceAll(' ', '-'),
  wording,
  official: wording,
  band,
});

const icdBands = [
  '1 to 5 %',
  '5 to 20 %',
  '20 to 45 %',
  '45 to 55 %',
  '55 to 80 %',
  '80 to 95 %',
  '95 to 99 %',
];
const icdTerms = (wordings: readonly string[]): readonly LikelihoodTerm[] =>
  wordings.map((wording, index) => term(wording, icdBands[index] ?? ''));

export const lexicons: Readonly<Record<LexiconId, Lexicon>> = {
  'icd203-likely': {
    id: 'icd203-likely',
    standard: 'ICD 203',
    terms: icdTerms([
      'almost no chance',
      'very unlikely',
      'unlikely',
      'roughly even chance',
      'likely',
      'very likely',
      'almost certain',
    ]),
  },
  'icd203-probable': {
    id: 'icd203-probable',
    standard: 'ICD 203',
    terms: icdTerms([
      'remote',
      'highly improbable',
      'improbable',
      'roughly even odds',
      'probable',
      'highly probable',
      'nearly certain',
    ]),
  },
  phia: {
    id: 'phia',
    standard: 'PHIA probability yardstick (gov.uk, March 2025)',
    terms: [
      term('remote chance', '0 to ≈5 %'),
      term('highly unlikely', '≈10 to ≈20 %'),
      term('unlikely', '≈25 to ≈35 %'),
      term('realistic possibility', '≈40 to <50 %'),
      term('likely', '≈55 to ≈75 %'),
      term('probable', '≈55 to ≈75 %'),
      term('highly likely', '≈80 to ≈90 %'),
      term('almost certain', '≈95 to <100 %'),
    ],
  },
};
