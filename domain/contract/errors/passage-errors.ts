import type { PassageId } from '../../ids.ts';

/** Failures about passages. */
export type PassageError =
  | { readonly code: 'quote-not-found' }
  | { readonly code: 'quote-ambiguous'; readonly matches: number }
  | { readonly code: 'range-not-on-grapheme' }
  /** The place at which a passage is to be split does not stand inside it. */
  | { readonly code: 'cut-outside-passage' }
  | { readonly code: 'passage-not-in-text' }
  | { readonly code: 'related-to-itself' }
  | { readonly code: 'already-related' }
  /** Credibility 1 was asked for without a supporting passage of another origin and without a reason. */
  | { readonly code: 'not-confirmed' }
  /** Credibility 1 of the supported passage has no other reason than the link that was to be taken back. */
  | { readonly code: 'grade-rests-on-link'; readonly passageId: PassageId };
