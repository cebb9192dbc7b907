/** Requests and answers of the archive search. */
import { z } from 'zod';
import type { ArticleVersion } from '../article/article.ts';
import type { ArticleId, BoardId, EventId, MemoId, PassageId, SourceId, TagId, TaskId } from '../ids.ts';
import type { LabelId } from '../passage/label.ts';
import { type SearchKind, searchKinds } from '../search/language/search-facts.ts';
import type { SearchNotice, SearchTerm } from '../search/language/search-node.ts';
import type { Clause } from '../search/split-search.ts';
import type { MarkedText } from '../search/words/mark-terms.ts';
import type { TextRange } from '../text/selector.ts';
import type { Grade } from '../tradecraft/grade.ts';

export const searchQuestionSchema = z.strictObject({
  text: z.string().max(2000),
  /** At most this many of each kind. */
  limit: z.int().min(1).max(500),
  /** Only of one kind. */
  kind: z.enum(searchKinds).optional(),
  order: z.enum(['best', 'newest']),
  /** The last word is still being typed: what begins with it is found. */
  isTyping: z.boolean(),
  /** Waits until everything is indexed. */
  isWhole: z.boolean(),
});
export type SearchQuestion = z.infer<typeof searchQuestionSchema>;

/** The place and name of a hit. */
export type SearchEntry = {
  readonly articleId: ArticleId | null;
  readonly passageId: PassageId | null;
  readonly memoId: MemoId | null;
  readonly taskId: TaskId | null;
  readonly sourceId: SourceId | null;
  readonly tagId: TagId | null;
  readonly eventId: EventId | null;
  readonly boardId: BoardId | null;
  readonly title: string;
  /** Distinguishes it from others with that name. */
  readonly detail: string | null;
  readonly paragraph: number | null;
};

export type SearchHit = SearchEntry & {
  readonly kind: SearchKind;
  /** The same for as long as it is found. */
  readonly key: number;
  readonly snippet: MarkedText;
  readonly label: LabelId | null;
  readonly grade: Grade | null;
  readonly speaker: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** Of its article, if the archive has several. */
  readonly version: ArticleVersion | null;
};

export type SearchGroup = {
  readonly kind: SearchKind;
  readonly count: number;
  readonly hits: readonly SearchHit[];
};

/** How many results have a value; `field:value` searches for them. */
export type SearchFacetValue = {
  readonly name: string;
  readonly field: string;
  readonly value: string;
  readonly count: number;
};
export type SearchFacet = {
  readonly field: 'label' | 'tag' | 'publisher' | 'grade';
  readonly values: readonly SearchFacetValue[];
};

export const facetQuestionSchema = searchQuestionSchema.pick({ text: true, isTyping: true });

/** Only of the kinds that a view shows: a search of passages finds no articles. */
export const helpQuestionSchema = facetQuestionSchema.extend({ kind: z.enum(searchKinds).optional() });
export type HelpQuestion = z.infer<typeof helpQuestionSchema>;

/** A search with fewer conditions: `without` a condition, or null without its words. */
export type LooserSearch = { readonly without: Clause | null; readonly text: string; readonly count: number };

/** What may be done about a search that finds nothing. */
export type SearchHelp = {
  /** Those that find something, the narrowest first. */
  readonly looser: readonly LooserSearch[];
  /** The search with unknown words replaced by words that occur in the archive; null if none is similar. */
  readonly spelling: { readonly text: string; readonly words: readonly string[] } | null;
  /** The conditions that can't be read as such, and those on a name that nothing in the archive has. */
  readonly unknown: readonly SearchNotice[];
};

/** Where the words of a search are in the text of an article, outside all passages. */
export type SearchPlace = {
  readonly articleId: ArticleId;
  readonly title: string;
  /** UTF-16 of the canonical text. */
  readonly range: TextRange;
  readonly shown: MarkedText;
};

/** The state of the index relative to the archive. `stopped`: by a person; anything not indexed is not found. */
export type SearchIndexState = {
  readonly phase: 'building' | 'ready' | 'stopped' | 'failed';
  readonly done: number;
  readonly total: number;
};

export type SearchAnswer = {
  /** Those that found something, in the order of a view. */
  readonly groups: readonly SearchGroup[];
  readonly count: number;
  readonly notices: readonly SearchNotice[];
  /** The terms to mark in the hits. */
  readonly terms: readonly SearchTerm[];
  readonly index: SearchIndexState;
};
