/** Requests on a memo's snapshots, its sending, its successors, and generated parts. */
import { z } from 'zod';
import {
  type ArticleId,
  judgementIdSchema,
  type MemoId,
  newMemoIdSchema,
  type PassageId,
  type Sha256,
  type SnapshotId,
  sha256Schema,
  snapshotIdSchema,
} from '../ids.ts';
import type { LaterReading } from '../memo/citations/later-reading.ts';
import type { EvidenceState } from '../memo/citations/resolved-citation.ts';
import type { MemoComparison } from '../memo/compare-snapshots.ts';
import { chosenPartsSchema } from '../memo/export/export-parts.ts';
import type { Memo, MemoState } from '../memo/memo.ts';
import type { MemoParagraph, MemoTable } from '../memo/memo-content.ts';
import { tableFormats } from '../memo/memo-document.ts';
import { memoFormats } from '../memo/memo-format.ts';
import { successorKinds } from '../memo/sent/draft-successor.ts';
import { saidOfSendingSchema } from '../memo/sent/sending.ts';
import type { Snapshot, SnapshotCause } from '../memo/snapshot/snapshot.ts';
import type { Trail } from '../memo/trail/trail.ts';
import type { DifferingWords } from '../memo/verify/compare-words.ts';
import type { Timestamp } from '../time.ts';
import type { ImportFailure } from './errors/import-errors.ts';
import { nothing, onMemo } from './inputs.ts';
import { type ExportedFile, pdfOptions } from './memo-export.ts';
import { defineRequest, edit, query, transientEdit, type } from './request.ts';

/** A state of a memo: a snapshot of it, or null for its current state. */
const memoState = onMemo.extend({ snapshotId: snapshotIdSchema.nullable() });

/** A state of a memo, or a Word document that was opened by `memo:open-returned`. */
const comparedState = z.union([memoState, z.strictObject({ returnedSha256: sha256Schema })]);

/** A Word document that was chosen to be compared. */
export type OpenedReturned = { readonly fileName: string } & (
  | { readonly sha256: Sha256; readonly failure: null }
  | { readonly sha256: null; readonly failure: ImportFailure }
);

/** An exported file, checked against the archive. */
export type VerifiedFile = {
  readonly fileName: string;
  /**
   * Null if neither the archive nor its trash has it any more: the file only contains a hash of it. The same applies to
   * all ids.
   */
  readonly memoId: MemoId | null;
  /** Null if the memo is not in the archive any more. */
  readonly memo: { readonly referenceNumber: string; readonly state: MemoState } | null;
  readonly snapshotId: SnapshotId | null;
  /** `as-exported`: the original bytes; `unknown`: the original bytes are not known any more. */
  readonly file: 'as-exported' | 'changed' | 'unknown';
  readonly quotes: readonly {
    readonly articleId: ArticleId | null;
    readonly passageId: PassageId | null;
    readonly state: EvidenceState;
    /**
     * The result of newer versions of its article, the last of which came at `supersededAt`; null if there are none.
     */
    readonly later:
      | (Pick<LaterReading, 'standing' | 'version' | 'newestVersion'> & { readonly supersededAt: Timestamp })
      | null;
  }[];
  /** How the file's printed words compare with those of its snapshot; null if one of the two can't be read. */
  readonly words: DifferingWords | null;
  /**
   * The chain of sent snapshots: `broken` if a snapshot was changed after it was referenced; `none` before a sending.
   */
  readonly chain: 'whole' | 'broken' | 'none';
  /**
   * The hash of what the archive records as sent of this memo, as it may be printed in its file. Null if it was not
   * sent.
   */
  readonly sentSha256: Sha256 | null;
  /** The memos whose snapshots were changed, by their numbers. */
  readonly changedMemos: readonly string[];
  /** Whether every quotation matches, and the file is the original one: otherwise it may print other words. */
  readonly ok: boolean;
};

/** A memo as it was sent. */
export type SentMemo = {
  readonly memo: Memo;
  /** Null if none was made, or it could not be renamed: that is done at the next start. */
  readonly file: ExportedFile | null;
};

/** A drafted statement: as it is put into the memo, and as it is read. */
export type SourceSummary = {
  readonly paragraphs: readonly MemoParagraph[];
  readonly texts: readonly string[];
};

/** A snapshot in the list of those of its memo. */
export type SnapshotRow = {
  readonly id: SnapshotId;
  readonly takenAt: Timestamp;
  /** Null if the snapshot can't be read. */
  readonly cause: SnapshotCause | null;
  readonly exported: Snapshot['exported'];
  /** Who made it; null if no name was set. */
  readonly by: string | null;
  /** Whether it contains the text from which a draft can be restored. */
  readonly isRestorable: boolean;
};

const onIt = ({ memoId }: z.infer<typeof onMemo>) => [memoId];

export const memoSnapshots = defineRequest(
  'memo:snapshots',
  query({
    input: onMemo,
    output: type<readonly SnapshotRow[]>(),
    topics: ['memos'],
    says: 'The snapshots of a memo, the newest first.',
  }),
);

export const memoChanges = defineRequest(
  'memo:changes',
  query({
    input: onMemo,
    output: type<MemoTable | null>(),
    topics: [],
    says: 'What has changed since the memo that it supersedes, as a table drafted from the judgements; null without any.',
  }),
);

export const memoSourceSummary = defineRequest(
  'memo:source-summary',
  query({
    input: onMemo,
    output: type<SourceSummary>(),
    topics: [],
    says: 'A source summary statement drafted from what the memo cites; empty where it cites nothing.',
  }),
);

export const memoTrail = defineRequest(
  'memo:trail',
  query({
    input: onMemo.extend({ judgementId: judgementIdSchema }),
    output: type<Trail>(),
    topics: ['memos', 'passages', 'articles', 'sources'],
    says: 'What a judgement rests on, from its quotations to the stored copies.',
  }),
);

export const memoCompare = defineRequest(
  'memo:compare',
  query({
    input: z.strictObject({ old: memoState, fresh: comparedState }),
    output: type<MemoComparison>(),
    topics: ['memos', 'passages', 'articles', 'sources', 'tasks'],
    says: 'What differs between two states of memos, by words and by judgements.',
  }),
);

export const memoExportComparison = defineRequest(
  'memo:export-comparison',
  transientEdit({
    input: onMemo.extend({
      ...{ old: memoState, fresh: comparedState },
      /** The names of the two in the file. */
      names: z.tuple([z.string().max(400), z.string().max(400)]),
      format: z.enum(tableFormats),
      fileName: z.string().min(1).max(255),
      replaces: z.boolean(),
    }),
    output: type<ExportedFile>(),
    says: 'Writes what differs between two states of memos as one text with its changes marked.',
  }),
);

export const memoOpenReturned = defineRequest(
  'memo:open-returned',
  transientEdit({
    input: nothing,
    output: type<OpenedReturned | null>(),
    says: 'Asks for a Word document that has come back, and keeps its words until Precis is closed; null without one.',
  }),
);

export const memoVerify = defineRequest(
  'memo:verify',
  transientEdit({
    input: nothing,
    output: type<VerifiedFile>(),
    says: 'Asks for an exported file, and checks its quotations against the archive.',
  }),
);

export const memoSnapshot = defineRequest(
  'memo:snapshot',
  edit({
    input: onMemo.extend({ wasPrinted: z.literal(true).exactOptional() }),
    output: type<{ readonly snapshotId: SnapshotId; readonly isNew: boolean }>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Keeps the memo as it stands, unless the newest snapshot says the same.',
  }),
);

export const memoRestore = defineRequest(
  'memo:restore',
  edit({
    input: onMemo.extend({ snapshotId: snapshotIdSchema }),
    output: type<Memo>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Makes a draft say what a snapshot of it says; how it was before is kept as a snapshot, too.',
  }),
);

export const memoSend = defineRequest(
  'memo:send',
  edit({
    input: onMemo.extend({
      ...saidOfSendingSchema.shape,
      /**
       * The file for its readers, cleaned of drafts' marks and named by the sending; null if none is made, as on paper.
       */
      file: z
        .strictObject({
          format: z.enum(memoFormats),
          options: pdfOptions,
          parts: chosenPartsSchema,
          fileName: z.string().min(1).max(255),
          replaces: z.boolean(),
        })
        .nullable(),
    }),
    output: type<SentMemo>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Checks a memo, makes the file that its readers get, and keeps that it was sent, to whom, when and how: one act.',
  }),
);

export const memoSeeChanges = defineRequest(
  'memo:see-changes',
  edit({
    input: onMemo.extend({ changes: z.array(z.string().min(1).max(500)).min(1).max(10_000) }),
    output: type<Memo>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Keeps that changes of the evidence of a sent memo were seen: they are not told again.',
  }),
);

export const memoSupersede = defineRequest(
  'memo:supersede',
  edit({
    input: onMemo.extend({ kind: z.enum(successorKinds), newMemoId: newMemoIdSchema }),
    output: type<{ readonly memoId: MemoId }>(),
    touches: ({ memoId, newMemoId }) => [memoId, newMemoId],
    supersedes: 'nothing',
    makes: 'newMemoId',
    says: 'Begins an update, a correction or a withdrawal of a memo that was sent.',
  }),
);

export const sentMemoRequests = [
  memoSnapshots,
  memoChanges,
  memoSourceSummary,
  memoTrail,
  memoCompare,
  memoExportComparison,
  memoOpenReturned,
  memoVerify,
  memoSnapshot,
  memoRestore,
  memoSend,
  memoSeeChanges,
  memoSupersede,
] as const;
