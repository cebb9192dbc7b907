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
  /** The typed id prefix is ambiguous: the first matches, and their number. */
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
  /** A merged event would have more passages, names or notes than one event can. */
  | { readonly code: 'event-full' }
  /** A board has its maximum of hypotheses or evidence. */
  | { readonly code: 'board-full'; readonly of: 'hypotheses' | 'evidence'; readonly most: number }
  /** The label with that name is retired. */
  | { readonly code: 'label-retired'; readonly name: string }
  /** It is the only label that is offered. */
  | { readonly code: 'last-label' }
  /** The chosen files contain no usable spelling dictionary. The previous one stays. */
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
