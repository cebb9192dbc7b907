/** What waits for the analyst, and the requests on it: nothing of it is ever settled without a hand. */

import { z } from 'zod';
import type { ManifestKind } from '../archive/manifest.ts';
import type { EdtfText } from '../dates/when/edtf.ts';
import { type FallKind, MAX_TOUCHED } from '../graph/fall.ts';
import {
  type ArticleId,
  type ConflictId,
  conflictIdSchema,
  type EventId,
  type MemoId,
  type PassageId,
  type SourceId,
  type TagId,
  type TaskId,
} from '../ids.ts';
import type { EvidenceChange } from '../memo/sent/evidence-change.ts';
import type { CarriedState } from '../passage/carried.ts';
import type { AroundChange } from '../passage/carry/changes-around.ts';
import type { LabelId } from '../passage/label.ts';
import type { Passage } from '../passage/passage.ts';
import type { PictureRegion } from '../passage/region/picture-region.ts';
import { type TextRange, textRangeSchema } from '../text/selector.ts';
import type { Timestamp } from '../time.ts';
import type { FileFault } from './archive.ts';
import type { ArticleRow } from './article.ts';
import type { GraphNode } from './graph.ts';
import { nothing, onPassage } from './inputs.ts';
import type { RecordKind } from './record-kinds.ts';
import { defineRequest, edit, query, transientEdit, type } from './request.ts';
import type { ReviewKind } from './review-kinds.ts';

/** Verbatim words of a text, with some of the text before and after them. */
export type QuoteInText = {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly paragraph: number | null;
  /** The headers of its row and column in a table; empty outside of tables. */
  readonly heads: readonly string[];
};

/** A possible place of a carried passage in the new text. */
export type ReviewCandidate = QuoteInText & {
  /** UTF-16 of the canonical text. */
  readonly ranges: readonly TextRange[];
  /** 0 to 1. */
  readonly score: number;
  /** What sets its words apart from the old ones. */
  readonly difference: 'none' | 'typography' | 'words';
};

/** A passage that was carried over and whose place is in doubt. */
export type PassageToReview = {
  readonly kind: Exclude<CarriedState, 'unchanged'> & ReviewKind;
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  readonly articleTitle: string | null;
  readonly label: LabelId;
  /** The passage in the version that has its words. */
  readonly old: QuoteInText & {
    readonly articleId: ArticleId;
    readonly passageId: PassageId;
    /** The quote with its marks, as it is printed in a line: see printPassage. */
    readonly printed: string;
    /** The pixels of the region; null if it quotes words. */
    readonly region: PictureRegion | null;
    /** Which version it is, from 1; null if it is not in the archive any more. */
    readonly version: number | null;
    /** Whether that copy is excerpts: words of the text, and no earlier version of it. */
    readonly isExcerpts?: true;
  };
  /** What is different in its sentence, beside it, and in notes on the article, where its words are in the text. */
  readonly around: readonly AroundChange[];
  /** The best first, at most nine. A passage whose words are in the text has one: its current place. */
  readonly candidates: readonly ReviewCandidate[];
};

export type ReviewItem =
  | PassageToReview
  | RecoveredToReview
  | {
      readonly kind: 'citation-incomplete';
      readonly articleId: ArticleId;
      readonly articleTitle: string | null;
      readonly firstWords: string;
      readonly missingFields: ArticleRow['missingFields'];
    }
  | {
      readonly kind: 'evidence-changed';
      readonly memoId: MemoId;
      readonly title: string;
      readonly referenceNumber: string;
      readonly count: number;
      /** Whether it was sent: then its readers have its text. */
      readonly isSent: boolean;
      readonly changes: readonly EvidenceChange[];
    }
  | FallToReview
  | UnsupportedToReview
  | {
      readonly kind: 'translation-outdated';
      readonly articleId: ArticleId;
      readonly articleTitle: string | null;
      readonly firstWords: string;
      /** How many paragraphs and passages were translated from words that have changed since. */
      readonly count: number;
    }
  | ConflictToReview
  | CopyToReview
  | LossToReview
  | SameNameToReview
  | RepairToReview
  | AlteredToReview
  | UnreadableToReview;

/** Something that others rest on and that has become worth less, or is gone, with all that rested on it then. */
export type FallToReview = {
  readonly kind: 'fallen';
  readonly fallId: string;
  readonly how: FallKind;
  /** The weakened evidence. */
  readonly fallen: GraphNode;
  /** As last reviewed, and as now: letters or grades; null if neither fell. */
  readonly was: string | null;
  readonly is: string | null;
  /** What still has to be reviewed: memos, events, boards and names. */
  readonly touched: readonly GraphNode[];
  /** The changes of the evidence of memos that are reported here, and not separately: see keyOfChange. */
  readonly gathers: readonly { readonly memoId: MemoId; readonly changes: readonly string[] }[];
};

/** An event that no passage reports any more: all that did are deleted or gone. */
export type UnsupportedToReview = {
  readonly kind: 'event-unsupported';
  readonly eventId: EventId;
  readonly title: string;
  /** As EDTF. */
  readonly date: EdtfText;
  /** How many passages reported it. */
  readonly count: number;
};

/**
 * A file that is missing, or was altered although it is written once, according to the manifest of the archive; or
 * the manifest itself: it was lost and made again, cannot be read, or has entries that the key of the archive does
 * not authenticate.
 */
export type LossToReview = {
  readonly kind: 'thing-lost';
  readonly id: string;
  readonly what: ManifestKind;
  readonly how: 'gone' | 'altered' | 'manifest-lost' | 'manifest-unreadable' | 'manifest-forged';
  /** Its last known title; null if unknown. */
  readonly title: string | null;
  /** Where it is or was, by its path in the archive. */
  readonly file: string;
  /** What can be opened; null if it is gone. */
  readonly articleId: ArticleId | null;
  readonly memoId: MemoId | null;
};

/** Two tags or two sources of one name in one place, which a merge of two archives has brought together. */
export type SameNameToReview = {
  readonly kind: 'same-name';
  readonly name: string;
} & (
  | { readonly of: 'tag'; readonly keptId: TagId; readonly otherId: TagId }
  | { readonly of: 'source'; readonly keptId: SourceId; readonly otherId: SourceId }
);

/** The two different versions of one record. */
export type ConflictToReview = {
  readonly kind: 'conflict';
  readonly conflictId: ConflictId;
  readonly what: RecordKind;
  /** The place of the record; null for one in a list. */
  readonly place:
    | { readonly articleId: ArticleId; readonly passageId: PassageId | null }
    | { readonly memoId: MemoId }
    | null;
  /** The name of the record, or its first words. */
  readonly title: string;
  readonly contested: readonly {
    /** See MergeConflict; null of the whole record. */
    readonly field: string | null;
    /** JSON values; absent if a side lacks the field. */
    readonly standing?: unknown;
    readonly other?: unknown;
  }[];
  /**
   * The file with the other side, by its name in the archive; null if it was in the same file before another program
   * wrote.
   */
  readonly from: string | null;
  /** The writer of each version; null if it names none. */
  readonly standingBy: string | null;
  readonly otherBy: string | null;
  readonly foundAt: Timestamp;
};

/**
 * Why a conflict copy was not merged: it is of a file that is written once, and differs; it is damaged; a newer
 * Precis has written it; the file that it is a copy of cannot be read; it could not be written or moved; it
 * belongs to another record than the file beside it; it is another key; no sync uses such a name, so a person
 * decides whether to merge it.
 */
export type LeftCopyReason =
  | 'written-once'
  | 'damaged'
  | 'newer'
  | 'no-original'
  | 'not-written'
  | 'other-record'
  | 'other-key'
  | 'by-hand';

/** A conflict copy of a sync that could not be merged, and is still where it was found. */
export type CopyToReview = {
  readonly kind: 'copy-left';
  /** Its name in the archive. */
  readonly name: string;
  readonly why: LeftCopyReason;
};

/** A file of an article, a memo or a form that can't be read, as long as it can't. */
export type UnreadableToReview = {
  readonly kind: 'file-unreadable';
  readonly fault: FileFault;
  readonly articleId: ArticleId | null;
  readonly memoId: MemoId | null;
  readonly isForm: boolean;
  readonly title: string | null;
};

/** An article whose text another hand has changed since it was sealed, without a stated reason to use it. */
export type AlteredToReview = {
  readonly kind: 'text-altered';
  readonly articleId: ArticleId;
  readonly articleTitle: string | null;
  readonly firstWords: string;
};

/** A file that was damaged and was put right as far as that can be done, or not at all. */
export type RepairToReview = {
  readonly kind: 'file-repaired';
  /** Its path in the archive. */
  readonly file: string;
  /** Where the damaged bytes are kept; null if the file was missing. */
  readonly quarantinedAs: string | null;
  /** Whether the version before was put in its place. */
  readonly hasBackup: boolean;
  /** It was unencrypted in an encrypted archive. */
  readonly isInClear?: true;
  /** The article or memo to which it belongs; null for a file of the whole archive. */
  readonly articleId: ArticleId | null;
  readonly memoId: MemoId | null;
  readonly title: string | null;
};

/** A record that a repair has made again, since something refers to it: nothing of it is left but its id. */
export type RecoveredToReview = {
  readonly kind: 'recovered';
  readonly name: string;
  /** Passages that have it, at most a few. */
  readonly passages: readonly {
    readonly articleId: ArticleId;
    readonly passageId: PassageId;
    readonly articleTitle: string | null;
    readonly printed: string;
  }[];
  readonly passageCount: number;
} & (
  | { readonly of: 'tag'; readonly id: TagId }
  | { readonly of: 'source'; readonly id: SourceId }
  | { readonly of: 'event'; readonly id: EventId }
  | { readonly of: 'task'; readonly id: TaskId }
);

export const reviewList = defineRequest(
  'review:list',
  query({
    input: nothing,
    output: type<readonly ReviewItem[]>(),
    topics: [
      'conflicts',
      'falls',
      'passages',
      'articles',
      'memos',
      'events',
      'boards',
      'sources',
      'tags',
      'tasks',
    ],
    says: 'What waits for the analyst, with candidates and scores.',
  }),
);

export const reviewTake = defineRequest(
  'review:take',
  edit({
    input: onPassage.extend({ ranges: z.array(textRangeSchema).min(1) }),
    output: type<Passage>(),
    touches: ({ passageId }) => [passageId],
    supersedes: 'nothing',
    says: 'Gives a carried passage the ranges of a candidate.',
  }),
);

export const reviewKeepOrphan = defineRequest(
  'review:keep-orphan',
  edit({
    input: onPassage,
    output: type<Passage>(),
    touches: ({ passageId }) => [passageId],
    supersedes: 'nothing',
    says: "Accepts that the words of a carried passage don't stand in this version.",
  }),
);

export const reviewSettleConflict = defineRequest(
  'review:settle-conflict',
  edit({
    input: z.strictObject({
      conflictIds: z.array(conflictIdSchema).min(1).max(10_000),
      takes: z.enum(['standing', 'other']),
    }),
    output: type<null>(),
    touches: ({ conflictIds }) => conflictIds,
    supersedes: 'nothing',
    says: 'Chooses between what stands and what the other side says: one step.',
  }),
);

export const reviewAcceptLoss = defineRequest(
  'review:accept-loss',
  edit({
    input: z.strictObject({ id: z.string().min(1).max(64) }),
    output: type<null>(),
    touches: ({ id }) => [id],
    supersedes: 'nothing',
    says: 'Accepts that something is gone, or that it is as it is now: one step.',
  }),
);

export const reviewSettleFall = defineRequest(
  'review:settle-fall',
  edit({
    input: z.strictObject({
      fallId: z.string().min(1).max(200),
      /** The keys of those that are still right: see keyOfThing. */
      keys: z.array(z.string().min(1).max(200)).min(1).max(MAX_TOUCHED),
    }),
    output: type<null>(),
    touches: ({ fallId }) => [fallId],
    supersedes: 'nothing',
    says: 'Accepts that things above something that has fallen are still right: one step.',
  }),
);

export const reviewMergeCopy = defineRequest(
  'review:merge-copy',
  transientEdit({
    input: z.strictObject({ name: z.string().min(1).max(500) }),
    output: type<null>(),
    refreshes: ['review:list', 'counts:get'],
    says: 'Merges a second version of a file that a person has laid beside it: one step, and the copy goes to the trash.',
  }),
);

export const reviewSeeRepair = defineRequest(
  'review:see-repair',
  transientEdit({
    input: z.strictObject({ file: z.string().min(1).max(500) }),
    output: type<null>(),
    refreshes: ['review:list', 'counts:get'],
    says: 'Takes the repair of a file off the list, which was seen: in this session, and nothing in the archive.',
  }),
);

export const reviewConfirm = defineRequest(
  'review:confirm',
  edit({
    input: z.strictObject({ passages: z.array(onPassage).min(1).max(10_000) }),
    output: type<null>(),
    touches: ({ passages }) => passages.map(({ passageId }) => passageId),
    supersedes: 'nothing',
    says: 'Accepts the places of passages that moved: one step.',
  }),
);

export const reviewRequests = [
  reviewList,
  reviewTake,
  reviewKeepOrphan,
  reviewSettleConflict,
  reviewAcceptLoss,
  reviewSettleFall,
  reviewMergeCopy,
  reviewSeeRepair,
  reviewConfirm,
] as const;
