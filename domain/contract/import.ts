/** Requests of importing, and the importer's result for the window: a text that was read and is not sealed yet. */
import { z } from 'zod';
import type { FoundMetadata } from '../article/article.ts';
import { MAX_OFFERED } from '../article/attachment.ts';
import { type Bibliography, bibliographySchema } from '../article/bibliography/bibliography.ts';
import { type Body, bodySchema } from '../article/body/body.ts';
import type { ImportRemark } from '../article/draft/import-remarks.ts';
import { type TextEncoding, textEncodings } from '../article/draft/text-encodings.ts';
import type { ArticleFormat } from '../article/formats/article-formats.ts';
import type { UnreadPage } from '../article/machine/machine-page.ts';
import { ocrLanguageSchema } from '../article/machine/ocr-languages.ts';
import { type ArticleId, type DraftId, draftIdSchema, lockedIdSchema } from '../ids.ts';
import type { CarryReport } from '../passage/carried.ts';
import { MAX_MARKS, type MarksTaken, type PdfMark, takenMarkSchema } from '../passage/marks/pdf-mark.ts';
import type { OriginalMarkRow } from '../passage/marks/place-marks.ts';
import { type Marking, markingSchema } from '../tradecraft/marking.ts';
import type { DuplicateArticle } from './article.ts';
import type { ImportFailure } from './errors/import-errors.ts';
import type { AttachedOutcome, ChosenPreview } from './import-many.ts';
import type { HiddenPart } from './importer-bridge.ts';
import { nothing, onArticle } from './inputs.ts';
import type { AddedReview } from './memo-round.ts';
import { defineRequest, edit, nothingTouched, query, transientEdit, type } from './request.ts';

/** An encoding in which a file may be, and words of it as they then read. */
export type EncodingChoice = { readonly encoding: TextEncoding; readonly sample: string };

/** How the bytes of a file became text. */
export type DraftEncoding = {
  readonly encoding: TextEncoding;
  /** False if the bytes may equally be in another encoding and nobody has chosen one. */
  readonly isCertain: boolean;
  /** The number of places in the text that could not be decoded: each is U+FFFD in it. */
  readonly unreadable: number;
  /** If there is a choice, the likeliest first; otherwise empty. */
  readonly choices: readonly EncodingChoice[];
};

/** A file that is attached to a mail, as it is offered in the import check. */
export type OfferedAttachment = {
  /** Its index among the attachments, from 0: the analyst selects it by this. */
  readonly index: number;
  readonly name: string;
  /** Its length. */
  readonly bytes: number;
  /** Null if it cannot be read, with the reason in `refusal`. */
  readonly format: ArticleFormat | null;
  readonly refusal: ImportFailure | null;
};

/** A read file in the import check. It lives in memory until it is sealed or discarded. */
export type ImportDraft = {
  readonly draftId: DraftId;
  readonly format: ArticleFormat;
  readonly originalName: string | null;
  /** Null for a paste, which comes as text. */
  readonly encoding: DraftEncoding | null;
  /** All that may be the text. */
  readonly body: Body;
  /** The indexes in `body.content` of the blocks left out as surroundings, unless the analyst includes them. */
  readonly leftOut: readonly number[];
  /**
   * Text inside the article that the page folds away or hides, the longest first: it is reported and cannot be
   * included.
   */
  readonly hidden: readonly HiddenPart[];
  /** Observations that a reader of the text needs and cannot see in it. */
  readonly remarks: readonly ImportRemark[];
  /** For a mail its attachments; only those that the analyst selects are imported. */
  readonly attachments: readonly OfferedAttachment[];
  /** For a PDF the marks that readers have left in it; those that the analyst selects become passages. */
  readonly marks: readonly PdfMark[];
  readonly found: FoundMetadata;
  /**
   * The found values as a bibliography, ready to be corrected; for a new version with the values of the previous
   * one.
   */
  readonly bibliography: Bibliography;
  /** The marking received with the version before; null for none. */
  readonly marking: Marking | null;
  /** Articles whose text is the same or nearly so, the likest first: whether it is there already, see alreadyHere. */
  readonly duplicates: readonly DuplicateArticle[];
  /** The article of which this is a new version: its passages are carried over when it is kept. */
  readonly previousVersionId: ArticleId | null;
};

/** What OCR has made of the pages of a draft. */
export type ReadScan = {
  readonly draft: ImportDraft;
  /** How many pages were read. */
  readonly read: number;
  readonly unread: readonly UnreadPage[];
};

/** A single file is checked before it is sealed; for several, the answer asks how they are to be imported. */
export type ImportAnswer =
  | { readonly kind: 'draft'; readonly draft: ImportDraft }
  | { readonly kind: 'files'; readonly files: ChosenPreview }
  /** Documents returned by reviewers of a memo, which became comments and changes; and the remaining files. */
  | {
      readonly kind: 'reviewed';
      readonly added: readonly AddedReview[];
      readonly others: ImportAnswer | null;
    };

/** What became of a draft that was sealed. */
export type SealedDraft = {
  readonly articleId: ArticleId;
  readonly carried: CarryReport | null;
  /** The articles that carry one text with it, the likest first. */
  readonly duplicates: readonly DuplicateArticle[];
  /** Publications that its publisher may be and is not: it is written otherwise. */
  readonly nearPublications: readonly string[];
  /** What became of the attachments that were taken. */
  readonly attached: readonly AttachedOutcome[];
  /** What became of the marks that were taken. */
  readonly marks: MarksTaken;
};

const onDraft = z.strictObject({ draftId: draftIdSchema });

/** The encoding for reading a file; detected by default. */
const encoding = z.enum(textEncodings).optional();

/** Kept nowhere but with its draft, in memory, until that is sealed or discarded. */
const password = z.string().min(1).max(1000);

/** How many marks of a file are shown as pictures. */
export const MOST_DRAWN_MARKS = 12;

/** The part of a page under a mark. */
export type MarkPicture = {
  /** The place of the mark among those of its file. */
  readonly at: number;
  /** A PNG as a data address. */
  readonly address: string;
};

export const importChoose = defineRequest(
  'import:choose',
  transientEdit({
    input: nothing,
    output: type<ImportAnswer>(),
    refreshes: ['import:drafts'],
    says: 'Asks for files in a dialog; one file comes back as a draft, several as what they are.',
  }),
);

export const importChooseFolder = defineRequest(
  'import:choose-folder',
  transientEdit({
    input: nothing,
    output: type<ImportAnswer>(),
    refreshes: ['import:drafts'],
    says: 'Asks for a folder in a dialog; all files in it come back as what they are.',
  }),
);

export const importDrop = defineRequest(
  'import:drop',
  transientEdit({
    input: z.strictObject({
      paths: z.array(z.string().min(1)).min(1).max(10_000),
      encoding,
      /** Takes one file as several are, without a look at it. */
      isMany: z.boolean().optional(),
      /** Imports documents that reviewers have returned as articles, like any other. */
      isArticle: z.boolean().optional(),
    }),
    output: type<ImportAnswer>(),
    refreshes: ['import:drafts'],
    says: 'Reads a file that was dropped on the window; several, or a folder, come back as what they are. Only the preload can send it.',
  }),
);

export const importHanded = defineRequest(
  'import:handed',
  transientEdit({
    input: nothing,
    output: type<ImportAnswer>(),
    refreshes: ['import:drafts'],
    says: 'Takes the files and folders that were handed to the app, as if they had been dropped.',
  }),
);

export const importClipboard = defineRequest(
  'import:clipboard',
  transientEdit({
    input: nothing,
    output: type<ImportAnswer>(),
    refreshes: ['import:drafts'],
    says: "Reads the clipboard's HTML and text as a draft.",
  }),
);

export const importNewVersion = defineRequest(
  'import:new-version',
  edit({
    input: onArticle.extend({ encoding }),
    output: type<ImportDraft>(),
    touches: ({ articleId }) => [articleId],
    supersedes: 'not-kept',
    refreshes: ['import:drafts'],
    says: 'Asks for the file of a new version of an article; comes back as a draft that knows it.',
  }),
);

export const importReread = defineRequest(
  'import:reread',
  edit({
    input: onArticle,
    output: type<ImportDraft>(),
    touches: ({ articleId }) => [articleId],
    supersedes: 'not-kept',
    refreshes: ['import:drafts'],
    says: 'Reads the original of an article once more, as a new version of it; comes back as a draft that knows it.',
  }),
);

export const importReadMarks = defineRequest(
  'import:read-marks',
  edit({
    input: onArticle,
    output: type<readonly OriginalMarkRow[]>(),
    touches: ({ articleId }) => [articleId],
    supersedes: 'not-kept',
    says: 'Reads the marks that readers have left in the original of an article, a PDF, and which of them were taken; nothing is written.',
  }),
);

export const importTakeMarks = defineRequest(
  'import:take-marks',
  edit({
    input: onArticle.extend({ marks: z.array(takenMarkSchema).max(MAX_MARKS) }),
    output: type<MarksTaken>(),
    touches: ({ articleId }) => [articleId],
    supersedes: 'nothing',
    says: 'Makes passages of marks of the original of an article, in one act; what is here already is not made again.',
  }),
);

export const importDrawMarks = defineRequest(
  'import:draw-marks',
  query({
    input: onDraft.extend({ at: z.array(z.int().min(0).max(MAX_MARKS)).min(1).max(MOST_DRAWN_MARKS) }),
    output: type<readonly MarkPicture[]>(),
    topics: [],
    says: 'Draws the parts of pages that marks of a draft stand on; one that can’t be drawn has no picture.',
  }),
);

export const importSetEncoding = defineRequest(
  'import:set-encoding',
  transientEdit({
    input: onDraft.extend({ encoding: z.enum(textEncodings) }),
    output: type<ImportDraft>(),
    refreshes: ['import:drafts'],
    says: 'Reads the bytes of a draft once more, in the encoding that the analyst names.',
  }),
);

export const importDetach = defineRequest(
  'import:detach',
  transientEdit({
    input: onDraft,
    output: type<ImportDraft>(),
    refreshes: ['import:drafts'],
    says: 'Makes a draft that is a new version an article of its own.',
  }),
);

export const importReadScanned = defineRequest(
  'import:read-scanned',
  transientEdit({
    input: onDraft.extend({ language: ocrLanguageSchema }),
    output: type<ReadScan>(),
    refreshes: ['import:drafts'],
    says: 'Reads the scanned pages of a draft by OCR on this machine; comes back as the draft with their text.',
  }),
);

export const importUnlock = defineRequest(
  'import:unlock',
  transientEdit({
    input: z.strictObject({ lockedId: lockedIdSchema, password }),
    output: type<ImportDraft>(),
    refreshes: ['import:drafts'],
    says: 'Reads a file that waits for its password with one, which is kept on no disk; comes back as a draft.',
  }),
);

export const importCancel = defineRequest(
  'import:cancel',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the import, or the reading of scanned pages, that is under way.',
  }),
);

export const importSeal = defineRequest(
  'import:seal',
  edit({
    input: onDraft.extend({
      body: bodySchema,
      bibliography: bibliographySchema,
      marking: markingSchema.nullable(),
      attached: z.array(z.int().min(0)).max(MAX_OFFERED).optional(),
      /** Whether the displayed page of a web archive is left out, and only the other selected ones are imported. */
      isLeftOut: z.boolean().optional(),
      /** Which marks of the draft are imported, with all attachments; none if absent. */
      marks: z.array(takenMarkSchema).max(MAX_MARKS).optional(),
    }),
    output: type<SealedDraft>(),
    touches: nothingTouched,
    supersedes: 'nothing',
    // A draft of which everything is here already is gone, though nothing was written.
    refreshes: ['import:drafts'],
    says: 'Takes the draft as it was shown, its body perhaps cut by the analyst; from here on the text is fixed. The attachments of a mail that are named by their places become articles in the same act, or the other pages of a web archive, perhaps without the first.',
  }),
);

export const importDiscard = defineRequest(
  'import:discard',
  transientEdit({
    input: onDraft,
    output: type<null>(),
    refreshes: ['import:drafts'],
    says: 'Forgets a draft.',
  }),
);

export const importDrafts = defineRequest(
  'import:drafts',
  query({
    input: nothing,
    output: type<readonly ImportDraft[]>(),
    topics: ['articles'],
    says: 'Drafts that are being checked.',
  }),
);

export const importRequests = [
  importChoose,
  importChooseFolder,
  importDrop,
  importHanded,
  importClipboard,
  importNewVersion,
  importReread,
  importReadMarks,
  importTakeMarks,
  importDrawMarks,
  importSetEncoding,
  importDetach,
  importReadScanned,
  importUnlock,
  importCancel,
  importSeal,
  importDiscard,
  importDrafts,
] as const;
