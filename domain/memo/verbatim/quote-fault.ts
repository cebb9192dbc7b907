/** The faults of a quotation, compared with the text that it is taken from. */

/** A cut that the printed words hide: what is shown, and the whole that it was cut from. */
type Cut = { readonly shown: string; readonly whole: string };

/** A word outside a quotation without which its words are misread, and the sentence that contains both. */
type LostFrame = { readonly word: string; readonly sentence: string };

export type QuoteFault =
  /** The source does not contain the words, even with omissions. */
  | { readonly kind: 'differs' }
  /** The source has nearly the same words, with another meaning. */
  | { readonly kind: 'altered'; readonly reads: string }
  /** A quotation of that many words in the language of the source, which contains nothing similar. */
  | { readonly kind: 'invented' }
  /** “founded” of “unfounded”. */
  | ({ readonly kind: 'cut-inside-word' } & Cut)
  /** “2 million” of “12 million”, “3” of “3 %”. */
  | ({ readonly kind: 'cut-inside-number' } & Cut)
  /** An accent cut from its letter. */
  | ({ readonly kind: 'cut-inside-character' } & Cut)
  | { readonly kind: 'omission-across-paragraphs' }
  /** The end of one sentence and the beginning of another are left out, so that two sentences read as one. */
  | { readonly kind: 'omission-across-sentences' }
  /** Words of two speakers, or of a speaker and of the text around him, read as the words of one. */
  | { readonly kind: 'omission-across-speakers' }
  /** An omission mark where no word is left out: it hides the source's own ellipsis, or nothing. */
  | { readonly kind: 'nothing-omitted' }
  /** An ellipsis without brackets that the source has not: an omission that looks like the source's. */
  | { readonly kind: 'omission-without-brackets' }
  /** Neither three words nor the whole of a clause. */
  | { readonly kind: 'part-too-short'; readonly part: string }
  /** An omitted word that negates the rest: “not”. */
  | { readonly kind: 'negation-omitted'; readonly word: string }
  /** An omitted word that weakens the rest: “may”, “if”. */
  | { readonly kind: 'hedge-omitted'; readonly word: string }
  /** The words on which the quoted ones depend in their sentence: “denied that”, “if”, “may”, “only”. */
  | ({ readonly kind: 'denial-lost' } & LostFrame)
  | ({ readonly kind: 'condition-lost' } & LostFrame)
  | ({ readonly kind: 'hedge-lost' } & LostFrame)
  | ({ readonly kind: 'limit-lost' } & LostFrame)
  /** A bracketed letter that makes a name of a word, or a word of a name. */
  | { readonly kind: 'bracketed-letter'; readonly word: string };

export type QuoteFaultKind = QuoteFault['kind'];

/**
 * How far a fault takes a quotation from its source: of several readings of a quotation, the one with the smallest
 * fault is meant. `canBeOverruled`: whether a person who looks at the source can know better than the rule,
 * because the rule goes by a list of words, or by marks and letters of the source that may themselves be slips. A
 * text that is printed differently from its source is never acceptable, and a quotation with only its form at
 * fault can always be rewritten. `isWarning`: whether a careful reader may accept the words all the same.
 */
export const quoteFaultTable: Readonly<
  Record<
    QuoteFaultKind,
    { readonly weight: number; readonly canBeOverruled: boolean; readonly isWarning?: true }
  >
> = {
  differs: { weight: 1000, canBeOverruled: false },
  invented: { weight: 1000, canBeOverruled: true },
  altered: { weight: 900, canBeOverruled: false },
  'omission-across-paragraphs': { weight: 100, canBeOverruled: false },
  'omission-across-speakers': { weight: 50, canBeOverruled: true },
  'omission-across-sentences': { weight: 40, canBeOverruled: false },
  'cut-inside-word': { weight: 30, canBeOverruled: true },
  'cut-inside-number': { weight: 30, canBeOverruled: true },
  'cut-inside-character': { weight: 30, canBeOverruled: false },
  'bracketed-letter': { weight: 20, canBeOverruled: false },
  'omission-without-brackets': { weight: 20, canBeOverruled: false },
  'negation-omitted': { weight: 10, canBeOverruled: true },
  'hedge-omitted': { weight: 8, canBeOverruled: true },
  'part-too-short': { weight: 6, canBeOverruled: false },
  'nothing-omitted': { weight: 5, canBeOverruled: false },
  'denial-lost': { weight: 4, canBeOverruled: true },
  'condition-lost': { weight: 3, canBeOverruled: true, isWarning: true },
  'hedge-lost': { weight: 2, canBeOverruled: true, isWarning: true },
  'limit-lost': { weight: 2, canBeOverruled: true, isWarning: true },
};

/** How far the faults take a quotation from its source, all in all; 0 for one that is verbatim. */
export const weigh = (faults: readonly QuoteFault[]): number =>
  faults.reduce((sum, { kind }) => sum + quoteFaultTable[kind].weight, 0);
