/** Requests of importing many files at once, which are sealed as they are found and reported. */
import { z } from 'zod';
import type { ImportRemark } from '../article/draft/import-remarks.ts';
import type { TextEncoding } from '../article/draft/text-encodings.ts';
import type { CountedKind } from '../article/formats/counted-kinds.ts';
import { type ArticleId, type DraftId, draftIdSchema, type LockedId } from '../ids.ts';
import type { Followed, Following } from '../passage/carry/followed.ts';
import type { MarksTaken } from '../passage/marks/pdf-mark.ts';
import type { DuplicateArticle } from './article.ts';
import type { ImportFailure } from './errors/import-errors.ts';
import type { AddedReview } from './memo-round.ts';
import { defineRequest, transientEdit, type } from './request.ts';

/** What became of an attachment that was taken: an article, which may have been there already, or why there is none. */
export type AttachedOutcome = { readonly name: string } & (
  | { readonly status: 'imported' | 'duplicate'; readonly articleId: ArticleId; readonly reason: null }
  | { readonly status: 'failed'; readonly articleId: null; readonly reason: ImportFailure }
);

/** The format in which a file was read, and how much of it is not in the text. */
export type ReadAs = {
  /** Null of a file that is no text. */
  readonly encoding: TextEncoding | null;
  /** Places of its text that could not be read. */
  readonly unreadable: number;
  /** How many blocks were left out as surroundings of the text. */
  readonly leftOut: number;
  /** How many words inside the text were left out because the page folds them away or hides them. */
  readonly hiddenWords: number;
  readonly remarks: readonly ImportRemark[];
};

/** What became of one file of a bulk import. */
export type ImportOutcome =
  | {
      readonly status: 'imported';
      readonly fileName: string;
      readonly articleId: ArticleId;
      readonly isCitationIncomplete: boolean;
      readonly readAs: ReadAs;
      /** The articles that carry one text with it, the likest first, a few at most. */
      readonly duplicates: readonly DuplicateArticle[];
      /** Publications that its publisher may be and is not: it is written otherwise. */
      readonly nearPublications: readonly string[];
      /** Its relation to the existing articles, where new versions were requested; null where nothing matches. */
      readonly followed: Followed | null;
      /** The outcome for the attachments of a mail, where they were requested. */
      readonly attached: readonly AttachedOutcome[];
      /** The outcome for the marks of a PDF, where they were requested. */
      readonly marks: MarksTaken;
    }
  | {
      readonly status: 'duplicate';
      readonly fileName: string;
      readonly articleId: ArticleId;
      readonly readAs: ReadAs;
      /**
       * How many requested files it contains that were not imported, because it is a duplicate: see
       * `hasAttachments`.
       */
      readonly heldBack: number;
      /** What became of its marks, which may be those of another copy. */
      readonly marks: MarksTaken;
    }
  /** Not kept, because its pages are pictures without OCR: it waits as a draft. */
  | {
      readonly status: 'scanned';
      readonly fileName: string;
      readonly draftId: DraftId;
      readonly pages: number;
      /** What it becomes when it is kept, if new versions were requested; null if nothing matches. */
      readonly follows: Following | null;
      /** The file of this import whose very bytes it has, and with which it shares the draft; null of the first. */
      readonly sameAs: string | null;
    }
  /** Not sealed, because somebody has to choose its encoding: it waits as a draft. */
  | {
      readonly status: 'uncertain';
      readonly fileName: string;
      readonly draftId: DraftId;
      /** Both as of a scan. */
      readonly follows: Following | null;
      readonly sameAs: string | null;
    }
  /** Not sealed, because so little of the page was kept that somebody has to compare them: it waits as a draft. */
  | {
      readonly status: 'thin';
      readonly fileName: string;
      readonly draftId: DraftId;
      /** See saysLittle. */
      readonly remarks: readonly ImportRemark[];
      /** Both as of a scan. */
      readonly follows: Following | null;
      readonly sameAs: string | null;
    }
  | {
      readonly status: 'failed';
      readonly fileName: string;
      readonly reason: ImportFailure;
      /** The id under which it waits for its password; null for a file that needs none. */
      readonly lockedId: LockedId | null;
    }
  /** Not an article: a reviewer of a memo has returned it, and the remarks are stored with the memo. */
  | { readonly status: 'returned'; readonly fileName: string; readonly added: AddedReview };

/**
 * Files that were chosen or dropped, listed and not read yet. They wait in memory until they are imported or
 * discarded.
 */
export type ChosenPreview = {
  readonly draftId: DraftId;
  readonly files: number;
  /** Their kinds by file name: see countKinds. */
  readonly kinds: readonly CountedKind[];
};

/** What is done with a file whose article exists: an identical text is skipped in either case. */
export const onKnownChoices = ['skip', 'new-version'] as const;
export type OnKnown = (typeof onKnownChoices)[number];

export type TakenFiles = {
  readonly outcomes: readonly ImportOutcome[];
  /** The places, from 0, of the files that were left because the import was ended. */
  readonly left: readonly number[];
};

export const importTakeFiles = defineRequest(
  'import:take-files',
  transientEdit({
    input: z.strictObject({
      draftId: draftIdSchema,
      onKnown: z.enum(onKnownChoices),
      /** Whether attachments of mails become articles too. */
      hasAttachments: z.boolean(),
      /** Whether the marks of PDFs become passages. */
      takesMarks: z.boolean(),
    }),
    output: type<TakenFiles>(),
    isStep: true,
    refreshes: ['import:drafts'],
    says: 'Imports files that were chosen, without a look at each; comes back as a report.',
  }),
);

export const importDiscardFiles = defineRequest(
  'import:discard-files',
  transientEdit({
    input: z.strictObject({ draftId: draftIdSchema }),
    output: type<null>(),
    says: 'Forgets files that were chosen.',
  }),
);

export const manyRequests = [importTakeFiles, importDiscardFiles] as const;
