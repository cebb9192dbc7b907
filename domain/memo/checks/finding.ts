/** A rule's finding in a memo, in words, with the place to which it leads. */
import type { CitationField } from '../../article/bibliography/print-missing-fields.ts';
import type { ArticleId, EventId, JudgementId, PassageId } from '../../ids.ts';
import { beginningOf } from '../../text/beginning-of.ts';
import type { TextRange } from '../../text/selector.ts';
import type { FindingKey } from '../stated-reason.ts';

/**
 * error: keeps the memo from being exported. warning: a standard is not met. hint: worth a look, and often right as it
 * is.
 */
export const levels = ['error', 'warning', 'hint'] as const;
export type Level = (typeof levels)[number];

export type HeadField = 'title' | 'for' | 'from' | 'period' | 'asOf' | 'marking' | 'restrictions';

/** Where a finding is in the memo, and where it can be settled. */
export type Place =
  /** `number` as printed, from 1. */
  | { readonly kind: 'judgement'; readonly judgementId: JudgementId; readonly number: number }
  | { readonly kind: 'citation'; readonly passageId: PassageId }
  /** Words of a block; `passageId` where the words may be inside a citation instead. */
  | {
      readonly kind: 'text';
      readonly words: string;
      readonly passageId?: PassageId;
      /** Where an article has the words, which could be cited from there (UTF-16 of its canonical text). */
      readonly citable?: { readonly articleId: ArticleId; readonly ranges: readonly TextRange[] };
    }
  /** The line of a chronology that prints the event; `isThere`: the event is not deleted, and a passage reports it. */
  | { readonly kind: 'event'; readonly eventId: EventId; readonly isThere: boolean }
  | { readonly kind: 'section'; readonly heading: string }
  /** `number` as printed, from 1. */
  | { readonly kind: 'figure'; readonly number: number }
  | { readonly kind: 'head'; readonly field: HeadField }
  /** The fields that the record of a cited article lacks, and the first of them. */
  | {
      readonly kind: 'source';
      readonly articleId: ArticleId;
      readonly field: CitationField;
      readonly missing: readonly CitationField[];
    };

/** What the check of a rule answers. */
export type Found = {
  readonly place: Place;
  /** A sentence or two: the fact, and the standard that it is held against. */
  readonly message: string;
  /**
   * The subject of the finding, in words that change when the subject does; null where no stated reason can settle
   * it.
   */
  readonly subject: string | null;
  /** Where it is not the level of the rule. */
  readonly level?: Level;
  /** The name under which a reason is kept, where it is not the rule's: an error with one can be intended. */
  readonly statedAs?: string;
};

/** One finding of the checks of a memo. */
export type Finding<Rule extends string = string> = {
  readonly rule: Rule;
  readonly level: Level;
  readonly place: Place;
  readonly message: string;
  /** The key by which a stated reason refers to the finding; null where no reason can settle it. */
  readonly key: FindingKey | null;
  /** Why it is left as it is; null where nobody has said so. */
  readonly intended: string | null;
  /** Whether the finding is shown only on export, and not while the memo is written. */
  readonly isForExport: boolean;
};

/** Whether the finding keeps the memo from being exported. */
export const isBlocking = ({ level, intended }: Finding): boolean => level === 'error' && intended === null;

const headWords: Readonly<Record<HeadField, string>> = {
  title: 'title',
  for: '“For”',
  from: '“From”',
  period: '“Period”',
  asOf: '“As of”',
  marking: 'marking',
  restrictions: 'restrictions',
};

const MAX_PLACE_WORDS = 60;

const placeWords: { readonly [K in Place['kind']]: (place: Extract<Place, { kind: K }>) => string } = {
  judgement: ({ number }) => `judgement ${number}`,
  citation: () => 'citation',
  text: ({ words }) => `“${beginningOf(words, MAX_PLACE_WORDS)}”`,
  event: () => 'chronology',
  section: ({ heading }) => `section “${heading}”`,
  figure: ({ number }) => `figure ${number}`,
  head: ({ field }) => headWords[field],
  source: () => 'sources',
};

/** The place in a few words: "judgement 2". */
export const printPlace = (place: Place): string =>
  // The table is total over the kinds; the types can't follow the key to its function.
  (placeWords[place.kind] as (place: Place) => string)(place);
