import type { ArticleId, PassageId } from '../../ids.ts';
import type { MarkFailure } from '../importer-bridge.ts';

/** Failures about the text of an article and its original. */
export type ArticleError =
  /** The text of a cited article is not the one that was sealed, and was not accepted: it can be read, not used. */
  | { readonly code: 'text-altered'; readonly articleId: ArticleId }
  /** The text can't be restored from the original; nothing was changed. */
  | { readonly code: 'text-not-restored'; readonly why: RestoreFailure }
  /** The original of an article can't be shown: there are no bytes, or others than were imported. */
  | { readonly code: 'original-unusable'; readonly why: OriginalFault }
  /** The program that translates did not. */
  | { readonly code: 'translator-failed'; readonly why: TranslatorFailure; readonly name: string }
  /** The original of an article gives the text that was sealed. */
  | { readonly code: 'reads-the-same' };

/** Why the program of the analyst's own has not translated. */
export const translatorFailures = [
  'not-set',
  'not-started',
  'exit',
  'timeout',
  'too-much',
  'no-words',
] as const;
export type TranslatorFailure = (typeof translatorFailures)[number];

/** What became of an original that is not the bytes that were imported. */
export type OriginalFault = 'original-missing' | 'original-altered';

/**
 * Why a text can't be restored: the original is gone, or differs from what was imported; this version of Precis reads a
 * different text from it; it can't be read at all; it needs a password.
 */
export type RestoreFailure = OriginalFault | 'reads-otherwise' | 'reading-failed' | 'locked';

/** Failures about passages. */
export type PassageError =
  /** No passage of the article is as it was asked for. */
  | { readonly code: 'no-passages-to-mark' }
  /** A copy as PDF was asked for of an article that was imported from another format. */
  | { readonly code: 'not-a-pdf' }
  | { readonly code: MarkFailure }
  | { readonly code: 'quote-not-found' }
  | { readonly code: 'quote-ambiguous'; readonly matches: number }
  | { readonly code: 'range-not-on-grapheme' }
  /** The place for splitting a passage is not inside it. */
  | { readonly code: 'cut-outside-passage' }
  | { readonly code: 'passage-not-in-text' }
  | { readonly code: 'related-to-itself' }
  | { readonly code: 'already-related' }
  /** Credibility 1 was asked for without a supporting passage of another origin and without a reason. */
  | { readonly code: 'not-confirmed' }
  /** Credibility 1 of the supported passage has no other reason than the link that was to be taken back. */
  | { readonly code: 'grade-rests-on-link'; readonly passageId: PassageId };
