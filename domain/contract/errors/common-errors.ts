import type { RecordKind } from '../record-kinds.ts';

/** Failures of any act. */
export type CommonError =
  | {
      readonly code: 'not-found';
      readonly what: RecordKind;
      readonly id: string;
      /** Names that may be meant: see isNearName. */
      readonly near?: readonly string[];
    }
  /** What was typed of an id is the beginning of several: the first of them, and how many there are. */
  | {
      readonly code: 'id-ambiguous';
      readonly what: RecordKind;
      readonly id: string;
      readonly matches: readonly string[];
      readonly count: number;
    }
  /** The process with the search index does not run. */
  | { readonly code: 'search-unavailable' }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nothing-to-repair' }
  | { readonly code: 'nothing-to-redo' }
  | { readonly code: 'invalid-input'; readonly request: string; readonly problems: readonly string[] }
  | { readonly code: 'cancelled' }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'would-be-cycle' }
  /** As many labels are offered as there are digits. */
  | { readonly code: 'labels-full' }
  /** What is merged has more passages, names or notes than one event holds. */
  | { readonly code: 'event-full' }
  /** A board holds no more hypotheses, or no more evidence. */
  | { readonly code: 'board-full'; readonly of: 'hypotheses' | 'evidence'; readonly most: number }
  /** The label of that name is offered no more. */
  | { readonly code: 'label-retired'; readonly name: string }
  /** It is the only label that is offered. */
  | { readonly code: 'last-label' }
  /** The files that were chosen hold no spelling dictionary that can be used. What was there before stays. */
  | { readonly code: 'dictionary-refused'; readonly file: string; readonly why: DictionaryFailure }
  | { readonly code: 'internal'; readonly reference: string };

/**
 * Why files are no dictionary: one of the pair of .dic and .aff is missing; they are something else; a part is missing
 * or altered; the encoding has no decoder; it needs words stored backwards; it is larger than any dictionary, or takes
 * longer to read.
 */
export type DictionaryFailure =
  | 'no-pair'
  | 'not-a-dictionary'
  | 'damaged'
  | 'encoding'
  | 'complex-prefixes'
  | 'too-large'
  | 'took-too-long';
