/** Requests on articles, and their rows in lists. */
import { z } from 'zod';
import {
  type ArticleAnnotation,
  type ArticleState,
  acceptedTextSchema,
  articleStateSchema,
} from '../article/annotations.ts';
import type { ArticleRecord, ArticleVersion } from '../article/article.ts';
import { bibliographySchema } from '../article/bibliography/bibliography.ts';
import type { Provenance } from '../article/bibliography/provenance.ts';
import type { Body } from '../article/body/body.ts';
import type { TextComparison } from '../article/compare-texts.ts';
import type { TextState } from '../article/text-state.ts';
import { type Withdrawal, withdrawalSchema } from '../article/withdrawal.ts';
import type { LanguageCount } from '../dates/day-words.ts';
import { type EventDate, eventDatesSchema } from '../dates/event-date.ts';
import { exactPartial } from '../exact-partial.ts';
import {
  type ArticleId,
  articleIdSchema,
  type MemoId,
  type Sha256,
  sourceIdSchema,
  type TagId,
  tagIdSchema,
} from '../ids.ts';
import type { LabelId } from '../passage/label.ts';
import type { Passage } from '../passage/passage.ts';
import { storedPictureSchema } from '../picture/stored-picture.ts';
import { articleFilterSchema, articleOrderSchema } from '../search/filters.ts';
import { SEARCH_LIMIT } from '../search/saved-search.ts';
import type { MarkedText } from '../search/words/mark-terms.ts';
import type { Task } from '../task/task.ts';
import type { StatedDate, Timestamp } from '../time.ts';
import { type Marking, markingSchema } from '../tradecraft/marking.ts';
import type { FileFault } from './archive.ts';
import { editId, note, nothing, onArticle } from './inputs.ts';
import { defineRequest, edit, indexQuery, query, type } from './request.ts';
import type { SourceRef } from './source.ts';

export type ArticleRow = {
  readonly id: ArticleId;
  /** Null if no title is known: the list then shows the first words. */
  readonly title: string | null;
  readonly firstWords: string;
  readonly publisher: string | null;
  readonly byline: string | null;
  readonly publishedAt: StatedDate | null;
  readonly importedAt: Timestamp;
  readonly words: number;
  readonly language: string | null;
  readonly state: ArticleState;
  /** The labels of its passages, in the order of the keys. */
  readonly labels: readonly LabelId[];
  readonly passageCount: number;
  readonly gradedCount: number;
  readonly openTaskCount: number;
  readonly missingFields: readonly ('title' | 'publisher' | 'publishedAt' | 'url')[];
  /** Whether a memo cites it, or a passage of it: missing fields of its citation are then missing in print. */
  readonly isCited: boolean;
  readonly marking: Marking | null;
  readonly publication: SourceRef | null;
  readonly tagIds: readonly TagId[];
  /** The dates of the events that it is about, as recorded by the analyst; in order of time. */
  readonly eventDates: readonly EventDate[];
  /** Null if its publisher has not withdrawn it. */
  readonly withdrawn: Withdrawal | null;
  /** Null if it is the only version. */
  readonly version: ArticleVersion | null;
  /** Whether its text is the sealed one; null if it can't be read. */
  readonly text: TextState | null;
  /** The first of its files that can't be read: its content is missing from this row. Null if all can. */
  readonly fault: FileFault | null;
  readonly isSample: boolean;
};

/** How many duplicates of a text are reported at most. */
export const DUPLICATES_LIMIT = 50;

/** An article that carries the text of another, or nearly so: together they are one origin. */
export type DuplicateArticle = {
  readonly articleId: ArticleId;
  readonly title: string | null;
  readonly firstWords: string;
  readonly publisher: string | null;
  readonly publishedAt: StatedDate | null;
  /** Whether the texts are the same to the character. */
  readonly isSameText: boolean;
  /** The estimated share of common runs of three words; 1 if the texts are the same. */
  readonly likeness: number;
  /** Where it was printed, as far as known: as found, as sealed, as corrected. */
  readonly provenance: readonly Provenance[];
};

/** Everything the reader needs of one article. */
export type OpenArticle = {
  readonly article: ArticleRecord;
  readonly body: Body;
  readonly about: ArticleAnnotation;
  /** Of the text as it was read: see textStateOf. */
  readonly textSha256: Sha256;
  /** Without the deleted ones. */
  readonly passages: readonly Passage[];
  readonly tasks: readonly Task[];
  /** Where reading stopped: a UTF-16 offset of the canonical text. */
  readonly readingOffset: number;
  /** The versions of the article, from the first that is in the archive to this one. */
  readonly versions: readonly ArticleId[];
};

export const articleList = defineRequest(
  'article:list',
  query({
    input: z.strictObject({
      filter: articleFilterSchema,
      order: articleOrderSchema,
      limit: z.int().min(1).optional(),
    }),
    output: type<readonly ArticleRow[]>(),
    topics: ['articles', 'passages', 'tasks', 'sources', 'memos'],
    isSought: ({ filter }) => filter.text !== undefined,
    says: 'The articles that a filter lets through, or the first of them.',
  }),
);

export const articleSnippet = defineRequest(
  'article:snippet',
  indexQuery({
    input: onArticle.extend({ text: z.string().max(SEARCH_LIMIT) }),
    output: type<MarkedText | null>(),
    topics: ['articles'],
    scope: 'articleId',
    isSought: true,
    says: 'The part of a text that shows the words of a search; null where they stand in its title alone.',
  }),
);

export const articleProgress = defineRequest(
  'article:progress',
  query({
    input: nothing,
    output: type<Readonly<Partial<Record<ArticleId, number>>>>(),
    topics: ['articles'],
    says: 'How much of each article that was read on this machine has been in sight, 0 to 1.',
  }),
);

export const articleBylines = defineRequest(
  'article:bylines',
  indexQuery({
    input: nothing,
    output: type<readonly string[]>(),
    topics: ['articles'],
    isSought: false,
    says: 'The authors as articles print them, those of most articles first.',
  }),
);

export const articleLanguages = defineRequest(
  'article:languages',
  indexQuery({
    input: nothing,
    output: type<readonly LanguageCount[]>(),
    topics: ['articles'],
    isSought: false,
    says: 'The languages that articles are in, with how many are.',
  }),
);

export const articleOpen = defineRequest(
  'article:open',
  query({
    input: onArticle,
    output: type<OpenArticle>(),
    topics: ['articles', 'passages', 'tasks'],
    scope: 'articleId',
    says: 'Everything the reader needs of one article.',
  }),
);

export const articleAnnotations = defineRequest(
  'article:annotations',
  query({
    input: onArticle,
    output: type<Pick<OpenArticle, 'about' | 'passages' | 'tasks'>>(),
    topics: ['articles', 'passages', 'tasks'],
    scope: 'articleId',
    says: 'What may change of an open article, without its text, which never does: asked after every act on it.',
  }),
);

export const articleCitingMemos = defineRequest(
  'article:citing-memos',
  indexQuery({
    input: onArticle,
    output: type<readonly MemoId[]>(),
    topics: ['memos'],
    isSought: false,
    says: 'The memos that cite the article, or a passage of it.',
  }),
);

export const articlePicture = defineRequest(
  'article:picture',
  query({
    input: onArticle.extend({ picture: storedPictureSchema.pick({ sha256: true, format: true }) }),
    output: type<{ readonly base64: string | null }>(),
    topics: [],
    says: 'A picture of the text of an article; null where it is missing.',
  }),
);

export const articleOriginal = defineRequest(
  'article:original',
  query({
    input: onArticle,
    output: type<Uint8Array>(),
    topics: [],
    says: 'The bytes from which an article with pages was imported, proved by their hash: to be drawn beside its text.',
  }),
);

export const articleDuplicates = defineRequest(
  'article:duplicates',
  indexQuery({
    input: onArticle,
    output: type<readonly DuplicateArticle[]>(),
    topics: ['articles', 'trash'],
    isSought: false,
    says: 'The articles that carry one text with it, the likest first, without other versions of it.',
  }),
);

export const articleCompare = defineRequest(
  'article:compare',
  query({
    input: onArticle.extend({ otherId: articleIdSchema }),
    output: type<TextComparison | null>(),
    topics: ['articles', 'trash'],
    says: 'Where the texts of two articles differ, in words; null where one is too long to be compared in a moment.',
  }),
);

const onIt = ({ articleId }: z.infer<typeof onArticle>) => [articleId];
const ofArticle = { on: ['articleId'] } as const;

/** Shared by edits that replace a field of an article's annotations. */
const setting = { output: type<ArticleAnnotation>(), touches: onIt, supersedes: ofArticle };

export const articleCorrect = defineRequest(
  'article:correct',
  edit({
    input: onArticle.extend({ corrections: exactPartial(bibliographySchema) }),
    output: type<ArticleAnnotation>(),
    touches: onIt,
    supersedes: { ...ofArticle, fieldsOf: 'corrections' },
    says: 'Corrects the fields of the bibliography that are given.',
  }),
);

export const articleSetState = defineRequest(
  'article:set-state',
  edit({
    ...setting,
    input: onArticle.extend({ state: articleStateSchema }),
    says: 'Sets how far it has been read.',
  }),
);

export const articleSetNote = defineRequest(
  'article:set-note',
  edit({
    ...setting,
    input: onArticle.extend({ note, editId }),
    says: 'Sets the note on the article.',
  }),
);

export const articleSetTags = defineRequest(
  'article:set-tags',
  edit({
    ...setting,
    input: onArticle.extend({ tagIds: z.array(tagIdSchema) }),
    touches: ({ articleId, tagIds }) => [articleId, ...tagIds],
    says: 'Sets all tags of the article in place of those before.',
  }),
);

export const articleSetPublication = defineRequest(
  'article:set-publication',
  edit({
    ...setting,
    input: onArticle.extend({ publicationId: sourceIdSchema.nullable() }),
    touches: ({ articleId, publicationId }) => [articleId, publicationId],
    says: 'Sets the source that is its publication.',
  }),
);

export const articleSetMarking = defineRequest(
  'article:set-marking',
  edit({
    ...setting,
    input: onArticle.extend({ marking: markingSchema.nullable() }),
    says: 'Sets the marking under which it was received.',
  }),
);

export const articleSetEventDates = defineRequest(
  'article:set-event-dates',
  edit({
    ...setting,
    input: onArticle.extend({ eventDates: eventDatesSchema }),
    says: 'Sets all event dates of the article in place of those before; kept in the order of time.',
  }),
);

export const articleSetWithdrawn = defineRequest(
  'article:set-withdrawn',
  edit({
    ...setting,
    input: onArticle.extend({ withdrawn: withdrawalSchema.nullable() }),
    says: 'Sets that its publisher has withdrawn it, and when and why; null: that it is not.',
  }),
);

export const articleKeepPlace = defineRequest(
  'article:keep-place',
  edit({
    input: onArticle.extend({ readingOffset: z.int().min(0), seenShare: z.number().min(0).max(1) }),
    output: type<null>(),
    touches: onIt,
    supersedes: ofArticle,
    refreshes: ['article:progress'],
    says: 'Keeps the place where reading stopped and how much of the text was in sight, in userData.',
  }),
);

export const articleRestoreText = defineRequest(
  'article:restore-text',
  edit({
    input: onArticle,
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Makes the text anew from the original where another hand has changed it; nothing where it has not.',
  }),
);

export const articleAcceptText = defineRequest(
  'article:accept-text',
  edit({
    input: onArticle.extend({ reason: acceptedTextSchema.shape.reason }),
    output: type<ArticleAnnotation>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Keeps why a text that was changed after it was imported is used all the same.',
  }),
);

export const articleDelete = defineRequest(
  'article:delete',
  edit({
    input: onArticle,
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    takesAway: true,
    says: 'Moves the article with its passages and tasks to the trash.',
  }),
);

export const articleRequests = [
  articleList,
  articleSnippet,
  articleProgress,
  articleBylines,
  articleLanguages,
  articleOpen,
  articleAnnotations,
  articleCitingMemos,
  articlePicture,
  articleOriginal,
  articleDuplicates,
  articleCompare,
  articleCorrect,
  articleSetState,
  articleSetNote,
  articleSetTags,
  articleSetPublication,
  articleSetMarking,
  articleSetEventDates,
  articleSetWithdrawn,
  articleKeepPlace,
  articleRestoreText,
  articleAcceptText,
  articleDelete,
] as const;
