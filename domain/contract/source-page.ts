/** Queries of a source's page: what it says and what is said of it, over the years and in lists. */
import { z } from 'zod';
import { sourceIdSchema } from '../ids.ts';
import { SEARCH_LIMIT } from '../search/saved-search.ts';
import type { PostThen } from '../source/post-then.ts';
import type { PassageRow } from './passage.ts';
import { defineRequest, indexQuery, type } from './request.ts';

/**
 * The count for each month with any, in order of time, as arrays of the same length. Months are counted from January of
 * year 0.
 */
export type OverMonths = {
  readonly months: readonly number[];
  readonly counts: readonly number[];
  /** How many of these have an inferred or estimated date. */
  readonly inferred: readonly number[];
  /** How many there are, those without a date included. */
  readonly total: number;
};

/** The passages and events of a source and of those below it, by the dates of articles and of events. */
export type SourceTimeline = {
  readonly says: OverMonths;
  readonly spokenOf: OverMonths;
  readonly events: OverMonths;
  readonly memoCount: number;
};

export const sourcePassageLists = ['says', 'spoken-of'] as const;
export type SourcePassageList = (typeof sourcePassageLists)[number];

/** A passage as the page of a source lists it. */
export type SourcePassage = {
  readonly row: PassageRow;
  /** Its words in another language; a person's come before a machine's. Null if there are none. */
  readonly translation: {
    readonly words: string;
    readonly language: string;
    readonly isByMachine: boolean;
  } | null;
  /** Of its speaker; see postThen. */
  readonly postThen: PostThen;
};

export type SourcePassages = {
  /** How many the search finds. */
  readonly count: number;
  /** Those that were asked for. */
  readonly rows: readonly SourcePassage[];
};

/** The maximum number of rows in one request. */
export const MOST_AT_ONCE = 200;

export const sourceTimeline = defineRequest(
  'source:timeline',
  indexQuery({
    input: z.strictObject({ sourceId: sourceIdSchema }),
    output: type<SourceTimeline>(),
    topics: ['passages', 'articles', 'sources', 'events', 'memos'],
    isSought: false,
    says: 'How much a source says, is spoken of and is concerned by, month by month.',
  }),
);

export const sourcePassages = defineRequest(
  'source:passages',
  indexQuery({
    input: z.strictObject({
      sourceId: sourceIdSchema,
      list: z.enum(sourcePassageLists),
      /** A search, which is still being typed. */
      text: z.string().max(SEARCH_LIMIT),
      first: z.int().min(0),
      limit: z.int().min(1).max(MOST_AT_ONCE),
    }),
    output: type<SourcePassages>(),
    topics: ['passages', 'articles', 'sources', 'tasks', 'memos', 'tags', 'labels', 'translations'],
    isSought: ({ text }) => text.trim() !== '',
    says: 'Some of what a source says or of what is said of it, the latest first, and how much there is.',
  }),
);

export const sourcePageRequests = [sourceTimeline, sourcePassages] as const;
