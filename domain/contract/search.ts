/** Requests of the palette and of saved searches. */
import { z } from 'zod';
import {
  type ArticleId,
  articleIdSchema,
  type BoardId,
  type EventId,
  type MemoId,
  newPassageIdSchema,
  newSearchIdSchema,
  type PassageId,
  type SearchId,
  type SourceId,
  searchIdSchema,
  type TagId,
  tagIdSchema,
} from '../ids.ts';
import { type LabelId, labelIdSchema } from '../passage/label.ts';
import { markUnits } from '../reading/grow-marks.ts';
import { type SearchScope, savedSearchSchema } from '../search/saved-search.ts';
import { textRangeSchema } from '../text/selector.ts';
import { nothing, onArticle } from './inputs.ts';
import { recordPlaceSchema } from './record-kinds.ts';
import { defineRequest, edit, indexQuery, nothingTouched, query, topics, type } from './request.ts';
import {
  facetQuestionSchema,
  helpQuestionSchema,
  type SearchAnswer,
  type SearchFacet,
  type SearchHelp,
  type SearchIndexState,
  type SearchPlace,
  searchQuestionSchema,
} from './search-archive.ts';

export type SearchRow = {
  readonly id: SearchId;
  readonly name: string;
  /** As it is typed: with the names that tags, sources and articles have now. */
  readonly text: string;
  readonly scope: SearchScope;
  /** How many it finds now; null if unknown. */
  readonly count: number | null;
};

/** One hit of the palette. */
export type Found =
  | {
      readonly kind: 'article';
      readonly articleId: ArticleId;
      readonly title: string;
      readonly detail: string;
    }
  | {
      readonly kind: 'passage';
      readonly articleId: ArticleId;
      readonly passageId: PassageId;
      readonly label: LabelId;
      readonly title: string;
      readonly detail: string;
    }
  | {
      readonly kind: 'memo';
      readonly memoId: MemoId;
      readonly title: string;
      readonly detail: string;
      /** The number of the judgement that was named with it, as in "PM-2024-017 j2"; null without one. */
      readonly judgement: number | null;
    }
  | { readonly kind: 'pad'; readonly title: string; readonly detail: string }
  | { readonly kind: 'tag'; readonly tagId: TagId; readonly title: string; readonly detail: string }
  | { readonly kind: 'source'; readonly sourceId: SourceId; readonly title: string; readonly detail: string }
  | { readonly kind: 'event'; readonly eventId: EventId; readonly title: string; readonly detail: string }
  | { readonly kind: 'board'; readonly boardId: BoardId; readonly title: string; readonly detail: string };

/** The saved searches that find an article. */
export type ArticleMatch = {
  readonly articleId: ArticleId;
  readonly searches: readonly Pick<SearchRow, 'id' | 'name'>[];
};

export const searchFind = defineRequest(
  'search:find',
  query({
    input: z.strictObject({ text: z.string().max(500), limit: z.int().min(1).max(200) }),
    output: type<readonly Found[]>(),
    topics,
    says: 'The records that hold every word of a text, best first.',
  }),
);

export const searchArchive = defineRequest(
  'search:archive',
  indexQuery({
    input: searchQuestionSchema,
    output: type<SearchAnswer>(),
    topics,
    isSought: true,
    says: 'What the archive holds of a search: texts, passages, notes, memos, tasks, sources, tags, events and boards, each best first.',
  }),
);

export const searchFacets = defineRequest(
  'search:facets',
  indexQuery({
    input: facetQuestionSchema,
    output: type<readonly SearchFacet[]>(),
    topics,
    isSought: true,
    says: 'How many of what a search finds have each label, tag, publication and grade.',
  }),
);

export const searchHelp = defineRequest(
  'search:help',
  indexQuery({
    input: helpQuestionSchema,
    output: type<SearchHelp>(),
    topics,
    isSought: true,
    says: 'Which condition of a search that finds nothing to take away, and which of its words are spelled otherwise.',
  }),
);

export const searchPlaces = defineRequest(
  'search:places',
  query({
    input: z.strictObject({ text: z.string().max(2000), unit: z.enum(markUnits) }),
    output: type<{
      readonly places: readonly SearchPlace[];
      /** How many matches are already in passages, and are left out. */
      readonly highlighted: number;
      /** Whether there are more places than these. */
      readonly isCut: boolean;
    }>(),
    topics: ['articles', 'passages'],
    isSought: true,
    says: 'Where the words of a search stand in the texts that it finds, each as words, sentence or paragraph.',
  }),
);

export const bulkHighlight = defineRequest(
  'bulk:highlight',
  edit({
    input: z.strictObject({
      places: z
        .array(onArticle.extend({ passageId: newPassageIdSchema, range: textRangeSchema }))
        .min(1)
        .max(1000),
      label: labelIdSchema,
      tagIds: z.array(tagIdSchema),
    }),
    output: type<{ readonly made: number }>(),
    touches: ({ places, tagIds }) => [...places.map(({ passageId }) => passageId), ...tagIds],
    supersedes: 'nothing',
    says: 'Makes a passage of each place, with one label and the same tags, all or nothing: one step of undo.',
  }),
);

export const searchIndex = defineRequest(
  'search:index',
  edit({
    input: z.strictObject({ does: z.enum(['rebuild', 'update', 'stop']) }),
    output: type<SearchIndexState | null>(),
    touches: nothingTouched,
    supersedes: 'not-kept',
    says: 'Makes the index of the texts anew and answers when it is whole, or begins or ends bringing it up to the files.',
  }),
);

export const searchRecent = defineRequest(
  'search:recent',
  query({
    input: z.strictObject({
      places: z.array(recordPlaceSchema).max(200),
      limit: z.int().min(1).max(50),
    }),
    output: type<readonly Found[]>(),
    topics,
    says: 'What was open last: the given places, then articles that were read before, without what is gone.',
  }),
);

export const searchMatching = defineRequest(
  'search:matching',
  query({
    input: z.strictObject({ articleIds: z.array(articleIdSchema).max(50) }),
    output: type<readonly ArticleMatch[]>(),
    topics: ['searches', 'articles', 'tags', 'sources'],
    isSought: true,
    says: 'Which saved searches find each of some articles, in their order; without those that none finds.',
  }),
);

export const searchList = defineRequest(
  'search:list',
  query({
    input: nothing,
    output: type<readonly SearchRow[]>(),
    topics: ['searches', 'passages', 'articles', 'tags', 'sources', 'tasks', 'memos'],
    isSought: true,
    says: 'The saved searches in their order, each with how much it finds now.',
  }),
);

export const searchSave = defineRequest(
  'search:save',
  edit({
    input: savedSearchSchema
      .pick({ name: true, text: true, scope: true })
      .extend({ searchId: newSearchIdSchema }),
    output: type<SearchRow>(),
    touches: ({ searchId }) => [searchId],
    supersedes: 'nothing',
    makes: 'searchId',
    says: 'Keeps a search under a name.',
  }),
);

export const searchRename = defineRequest(
  'search:rename',
  edit({
    input: savedSearchSchema.pick({ name: true }).extend({ searchId: searchIdSchema }),
    output: type<null>(),
    touches: ({ searchId }) => [searchId],
    supersedes: { on: ['searchId'] },
    says: 'Gives a saved search another name.',
  }),
);

export const searchMove = defineRequest(
  'search:move',
  edit({
    input: z.strictObject({ searchId: searchIdSchema, beforeId: searchIdSchema.nullable() }),
    output: type<null>(),
    touches: ({ searchId }) => [searchId],
    supersedes: 'nothing',
    says: 'Puts a saved search before another, or, null, after all of them.',
  }),
);

export const searchDelete = defineRequest(
  'search:delete',
  edit({
    input: z.strictObject({ searchId: searchIdSchema }),
    output: type<null>(),
    touches: ({ searchId }) => [searchId],
    supersedes: 'nothing',
    takesAway: true,
    says: 'Deletes a saved search; undo brings it back.',
  }),
);

export const searchRequests = [
  searchFind,
  searchArchive,
  searchFacets,
  searchHelp,
  searchPlaces,
  bulkHighlight,
  searchIndex,
  searchRecent,
  searchMatching,
  searchList,
  searchSave,
  searchRename,
  searchMove,
  searchDelete,
] as const;
