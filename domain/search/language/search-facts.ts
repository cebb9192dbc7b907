/** The things that a search can find, and the facts that its conditions test. */
import type { ArticleId, EventId, PassageId, SourceId, TagId } from '../../ids.ts';
import type { LabelId } from '../../passage/label.ts';
import type { Timestamp } from '../../time.ts';
import type { Grade } from '../../tradecraft/grade.ts';

/** In the order of the groups of a view. */
export const searchKinds = [
  'passage',
  'article',
  'note',
  'memo',
  'task',
  'source',
  'tag',
  'translation',
  'event',
  'board',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What the group of each kind is called. */
export const searchKindNames: Readonly<Record<SearchKind, string>> = {
  passage: 'Passages',
  article: 'Articles',
  note: 'Notes',
  memo: 'Memos',
  task: 'Tasks',
  source: 'Sources',
  tag: 'Tags',
  translation: 'Translations',
  event: 'Events',
  board: 'Boards',
};

/** What all that is found in one article, or one memo, has in common. */
export type FoundAbout = {
  /** Null of what is in no article. */
  readonly articleId: ArticleId | null;
  readonly title: string | null;
  readonly publicationId: SourceId | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly eventDates: readonly string[];
  readonly isUnread: boolean;
  /** Whether the publisher has withdrawn the article. */
  readonly isWithdrawn: boolean;
  /** The translations of an article: the language of each, and its translators in searchable form. */
  readonly translations: readonly { readonly language: string; readonly translators: readonly string[] }[];
  /** The articles and passages that a memo cites. */
  readonly cites: readonly string[];
};

/** What of an event is asked for. */
export type FoundEvent = {
  readonly id: EventId;
  /** As EDTF. */
  readonly date: string;
  readonly sayings: readonly { readonly passageId: PassageId; readonly date: string | null }[];
};

/** The facts of a found item; a note and a task have the facts of their subject. */
export type SearchFacts = {
  readonly kind: SearchKind;
  readonly tagIds: readonly TagId[];
  readonly speakerId: SourceId | null;
  /** Whom and what a passage or an event is about. */
  readonly concernedIds: readonly SourceId[];
  readonly label: LabelId | null;
  /** Null of what is never graded. */
  readonly grade: Grade | null;
  readonly isOrphan: boolean;
  readonly hasTask: boolean;
  readonly hasNote: boolean;
  readonly hasRelation: boolean;
  /** When it was added to the archive: imported, highlighted, written. Null for an item without such a time. */
  readonly addedAt: Timestamp | null;
  /** The article or passage that a memo may cite; null of what none can. */
  readonly citableId: string | null;
  /** Null of what is no event. */
  readonly event: FoundEvent | null;
  /** The analysts who may see it, by name, as of reasons on a board; null where all may. */
  readonly seenBy: readonly string[] | null;
  readonly about: FoundAbout;
};

/** Of what is in no article and no memo. */
export const aboutNothing: FoundAbout = {
  articleId: null,
  title: null,
  publicationId: null,
  publisher: null,
  author: null,
  language: null,
  publishedAt: null,
  eventDates: [],
  isUnread: false,
  isWithdrawn: false,
  translations: [],
  cites: [],
};
