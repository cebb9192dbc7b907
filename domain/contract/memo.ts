/** Requests on memos, and the data for displaying, checking and exporting one. */
import { z } from 'zod';
import {
  articleIdSchema,
  type MemoId,
  memoIdSchema,
  newJudgementIdSchema,
  newMemoIdSchema,
  passageIdSchema,
  type Sha256,
  searchIdSchema,
  sourceIdSchema,
  tagIdSchema,
  translationIdSchema,
} from '../ids.ts';
import type { MemoFinding } from '../memo/checks/list-findings.ts';
import type { MemoLineage } from '../memo/citations/memo-material.ts';
import type { OfferedTranslation } from '../memo/citations/offered-translation.ts';
import type { ResolvedCitation } from '../memo/citations/resolved-citation.ts';
import { evidenceGroupings } from '../memo/group-evidence.ts';
import { type Memo, type MemoState, memoHeadSchema, memoTemplateSchema } from '../memo/memo.ts';
import type { EvidenceChange } from '../memo/sent/evidence-change.ts';
import { openStates } from '../memo/sent/sent-state.ts';
import { findingKeySchema, statedReasonSchema } from '../memo/stated-reason.ts';
import { keptSchema } from '../memo/verbatim/kept/kept.ts';
import type { QuoteFault } from '../memo/verbatim/quote-fault.ts';
import type { Result } from '../result.ts';
import type { Task } from '../task/task.ts';
import type { CalendarDate, Timestamp } from '../time.ts';
import { type Marking, markingSchema } from '../tradecraft/marking.ts';
import type { OwnTerms } from '../tradecraft/own-terms.ts';
import type { AppError } from './errors/app-error.ts';
import { editId, nothing, onMemo, onPassage } from './inputs.ts';
import { memoExportRequests, type PrintedMemo, pdfOptions, writtenParts } from './memo-export.ts';
import { memoFigureRequests } from './memo-figure.ts';
import { memoRoundRequests } from './memo-round.ts';
import { sentMemoRequests } from './memo-sent.ts';
import type { PassageRow } from './passage.ts';
import { defineRequest, edit, query, transientEdit, type } from './request.ts';

export type { MemoFinding } from '../memo/checks/list-findings.ts';
export type { ResolvedCitation } from '../memo/citations/resolved-citation.ts';
export type { ExportedFile, GlyphChoice, MemoPreview, PdfOptions, PrintedMemo } from './memo-export.ts';
export type { SnapshotRow, SourceSummary } from './memo-sent.ts';

export type MemoRow = {
  readonly id: MemoId;
  readonly title: string;
  readonly referenceNumber: string;
  readonly for: string;
  /** To whom it was sent; none of one that was not. */
  readonly recipients: readonly string[];
  readonly marking: Marking | null;
  readonly asOf: CalendarDate | Timestamp;
  readonly state: MemoState;
  readonly citationCount: number;
  /**
   * Citations whose evidence is not what it was when they were made, or when the memo was sent, and lines of a
   * chronology whose event is not.
   */
  readonly changedEvidenceCount: number;
  /** Changes of the evidence that the analyst has not seen. */
  readonly evidenceChanges: readonly EvidenceChange[];
  /** For a sent memo, of the sent file; for a draft, of its last preview; null if unknown. */
  readonly pages: number | null;
  readonly updatedAt: Timestamp;
  readonly isSample: boolean;
};

export type OpenMemo = {
  readonly memo: Memo;
  readonly tasks: readonly Task[];
  readonly citations: readonly ResolvedCitation[];
  /** Which memo it supersedes, and which was sent in its place. */
  readonly lineage: MemoLineage;
  /** Its own words for the doctrine's terms; of one that was sent, those with which it was sent. */
  readonly terms?: OwnTerms;
};

/** A draft as stored on the disk: its material, the findings of the checks, and its printed form. */
export type MemoProof = OpenMemo & {
  readonly findings: readonly MemoFinding[];
  /** How many words its sections print. */
  readonly words: number;
  /** The PDF, even while checks fail, or why there is none; `cancelled` if a newer proof has overtaken this one. */
  readonly printed: Result<PrintedMemo, AppError>;
};

/** A shortened passage, as a citation prints it. */
export type CheckedShortening = {
  /** The parts of the passage, verbatim. */
  readonly quotes: readonly string[];
  /** BCP 47; null if unknown. */
  readonly language: string | null;
  /** The hash of the passage as it reads now. */
  readonly exactSha256: Sha256;
  /** With its marks: see printPassage. Of a block its lines, without marks. */
  readonly printed: string;
  /** Why it no longer matches its article. */
  readonly faults: readonly QuoteFault[];
};

/** A citation that is made, with what its chip shows of its translation. */
export type NewCitation = Pick<
  ResolvedCitation,
  'articleId' | 'passageId' | 'exactSha256' | 'translation' | 'translated'
> & {
  /** The translation with the memo language's quotation marks; absent if the passage's own words are cited. */
  readonly printed?: string;
};

/** One way in which a passage can be cited: in its own words, or by a translation. */
export type CitableWay = {
  /** Null for its own words. */
  readonly translation: Pick<OfferedTranslation, 'translationId' | 'language' | 'maker'> | null;
  readonly printed: string;
  /** Whether the words that were searched are there. */
  readonly isFound: boolean;
};

export type CitablePassage = {
  readonly row: PassageRow;
  /** The article's, if known. */
  readonly language: string | null;
  /** That which is likeliest meant first. */
  readonly ways: readonly CitableWay[];
};

/** The result of citing, with the memo's name, for a message. */
export type CitedInMemo = {
  readonly memoId: MemoId;
  readonly referenceNumber: string;
  readonly added: number;
  /** How many of these are given by a translation in the language of the memo. */
  readonly translated: number;
};

/** The limit of the text after `@`. */
export const MAX_QUERY = 500;

const onIt = ({ memoId }: z.infer<typeof onMemo>) => [memoId];
const ofMemo = { on: ['memoId'] } as const;

export const memoList = defineRequest(
  'memo:list',
  query({
    input: nothing,
    output: type<readonly MemoRow[]>(),
    topics: ['memos', 'passages', 'articles', 'events', 'sources'],
    says: 'All memos.',
  }),
);

export const memoOpen = defineRequest(
  'memo:open',
  query({
    input: onMemo,
    output: type<OpenMemo>(),
    topics: ['memos', 'passages', 'articles', 'sources', 'tasks', 'forms'],
    says: 'One memo, with its tasks and what its citations stand for now.',
  }),
);

export const memoProof = defineRequest(
  'memo:proof',
  query({
    input: onMemo.extend({ options: pdfOptions }),
    output: type<MemoProof>(),
    topics: ['memos', 'passages', 'articles', 'sources', 'tasks', 'events', 'forms'],
    says: 'The memo with what its citations stand for, what the checks find, and how it would be printed.',
  }),
);

export const memoCite = defineRequest(
  'memo:cite',
  query({
    input: onPassage.extend({
      /** The memo in which it is cited. */
      memoId: memoIdSchema.exactOptional(),
      /** By which translation; null for the words of the passage; absent for the memo's default. */
      translationId: translationIdSchema.nullable().exactOptional(),
    }),
    output: type<NewCitation>(),
    topics: [],
    says: 'What a new citation of the passage names: the copy in which its words stand, their hash, and its translation.',
  }),
);

export const memoCitable = defineRequest(
  'memo:citable',
  query({
    input: onMemo.extend({ text: z.string().max(MAX_QUERY), limit: z.int().min(1).max(50) }),
    output: type<readonly CitablePassage[]>(),
    topics: ['passages', 'articles', 'translations'],
    says: 'The passages that words find, in their own or by a translation, each with the ways in which it can be cited.',
  }),
);

const questions = [memoList, memoOpen, memoProof, memoCite, memoCitable] as const;

export const memoCheckShortening = defineRequest(
  'memo:check-shortening',
  query({
    input: onPassage.extend({
      /** The translation that is shortened; absent for the passage itself. */
      translationId: translationIdSchema.exactOptional(),
      /** Null if everything is quoted. */
      kept: keptSchema.nullable(),
      /** Whether it is a block, and not inside a sentence. */
      isBlock: z.boolean(),
    }),
    output: type<CheckedShortening>(),
    topics: ['passages', 'articles'],
    says: 'How a citation prints what is kept of a passage, and what is wrong with that.',
  }),
);

const shortening = [memoCheckShortening] as const;

/** Whose passages are cited in a new memo as evidence. */
const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('article'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('tag'), tagId: tagIdSchema }),
  z.strictObject({ kind: z.literal('search'), searchId: searchIdSchema }),
  z.strictObject({ kind: z.literal('passages'), passageIds: z.array(passageIdSchema).min(1) }),
  /** What a name says and what is said of it; in the form of a dossier everything known of it. */
  z.strictObject({ kind: z.literal('name'), sourceId: sourceIdSchema }),
]);

const recordsCited = (from: z.infer<typeof evidenceSchema>): readonly string[] => {
  switch (from.kind) {
    case 'nothing':
      return [];
    case 'article':
      return [from.articleId];
    case 'tag':
      return [from.tagId];
    case 'search':
      return [from.searchId];
    case 'passages':
      return from.passageIds;
    case 'name':
      return [from.sourceId];
  }
};

export const memoCreate = defineRequest(
  'memo:create',
  edit({
    input: z.strictObject({
      memoId: newMemoIdSchema,
      /** Of the judgement with which it begins. */
      judgementId: newJudgementIdSchema,
      title: memoHeadSchema.shape.title,
      template: memoTemplateSchema,
      /** Absent for the form's. */
      language: memoHeadSchema.shape.language.optional(),
      marking: markingSchema.nullable(),
      from: evidenceSchema,
      /** How the evidence is divided into sections; absent for one section. */
      groupBy: z.enum(evidenceGroupings).optional(),
    }),
    output: type<{ readonly memoId: MemoId }>(),
    touches: ({ memoId, from }) => [memoId, ...recordsCited(from)],
    supersedes: 'nothing',
    makes: 'memoId',
    says: 'Makes a draft, perhaps with passages as its evidence.',
  }),
);

export const memoDuplicate = defineRequest(
  'memo:duplicate',
  edit({
    input: onMemo.extend({ newMemoId: newMemoIdSchema }),
    output: type<{ readonly memoId: MemoId }>(),
    touches: ({ memoId, newMemoId }) => [memoId, newMemoId],
    supersedes: 'nothing',
    makes: 'newMemoId',
    says: 'Makes a draft with the text, the citations and the judgements of a memo, and a number of its own.',
  }),
);

export const memoSave = defineRequest(
  'memo:save',
  edit({
    input: onMemo.extend({
      ...writtenParts.shape,
      editId,
    }),
    output: type<Memo>(),
    touches: onIt,
    supersedes: ofMemo,
    says: 'Saves the parts of a draft that are given.',
  }),
);

export const memoSetState = defineRequest(
  'memo:set-state',
  edit({
    input: onMemo.extend({ state: z.enum(openStates) }),
    output: type<Memo>(),
    touches: onIt,
    supersedes: ofMemo,
    says: 'Sets how far the writing of the memo has come.',
  }),
);

export const memoStateReason = defineRequest(
  'memo:state-reason',
  edit({
    input: onMemo.extend({
      finding: findingKeySchema,
      /** Null takes the reason back. */
      reason: statedReasonSchema.shape.reason.nullable(),
    }),
    output: type<Memo>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Keeps why a finding of the checks is left as it is.',
  }),
);

export const memoTakeNewer = defineRequest(
  'memo:take-newer',
  edit({
    input: onMemo.extend({
      /** Those of these passages, whatever the newest version says; or all with the same words in it. */
      passages: z.union([z.literal('same'), z.array(passageIdSchema).min(1).max(1000)]),
    }),
    output: type<{ readonly taken: number }>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Cites the newest versions of articles in the place of older ones; no typed word changes.',
  }),
);

export const memoCitePassages = defineRequest(
  'memo:cite-passages',
  edit({
    input: onMemo.extend({ passageIds: z.array(passageIdSchema).min(1).max(1000) }),
    output: type<CitedInMemo>(),
    touches: ({ memoId, passageIds }) => [memoId, ...passageIds],
    supersedes: 'nothing',
    says: 'Cites passages in a draft as quotations among its evidence; what stands there already is not cited twice.',
  }),
);

export const memoCitedPassages = defineRequest(
  'memo:cited-passages',
  query({
    input: z.strictObject({ passageIds: z.array(passageIdSchema).min(1).max(1000) }),
    output: type<{ readonly text: string; readonly html: string }>(),
    topics: [],
    says: 'Passages as copying them would give them, plain and formatted: to be dragged to another program.',
  }),
);

export const memoCopyPassages = defineRequest(
  'memo:copy-passages',
  transientEdit({
    input: z.strictObject({ passageIds: z.array(passageIdSchema).min(1).max(1000) }),
    output: type<null>(),
    says: 'Copies passages, each with who said it, where, its source in full and its marking.',
  }),
);

export const memoDelete = defineRequest(
  'memo:delete',
  edit({
    input: onMemo,
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    takesAway: true,
    says: 'Moves the memo to the trash.',
  }),
);

const writing = [
  memoCreate,
  memoDuplicate,
  memoSave,
  memoSetState,
  memoStateReason,
  memoTakeNewer,
  memoCitePassages,
  memoCitedPassages,
  memoCopyPassages,
  memoDelete,
] as const;

export const memoRequests = [
  ...questions,
  ...shortening,
  ...writing,
  ...memoExportRequests,
  ...sentMemoRequests,
  ...memoRoundRequests,
  ...memoFigureRequests,
] as const;
