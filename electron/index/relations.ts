/**
 * A relation is stored only in the passage that it was made from. This module finds the other direction: from a passage
 * to those with a relation to it.
 */
import type { RelationCount } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { RelationType } from '#domain/passage/passage.ts';
import type { RelationDirection } from '#domain/passage/word-relation.ts';
import type { ArticleEntry, CatalogueState, PassageEntry } from './catalogue-state.ts';
import { findById } from './find-by-id.ts';
import { countOpenTasks, readingsOf } from './readings.ts';

type State = Pick<
  CatalogueState,
  'articles' | 'articleOfPassage' | 'relatingTo' | 'readings' | 'trashedArticles'
>;

type Said = Pick<PassageEntry, 'id' | 'relations'>;

type Link = {
  readonly type: RelationType;
  readonly direction: RelationDirection;
  readonly article: ArticleEntry;
  readonly entry: PassageEntry;
};

/** Adds the relations of a live passage to others. */
export const enterRelations = ({ relatingTo }: State, { id, relations }: Said): void => {
  for (const { passageId } of relations) {
    const sources = relatingTo.get(passageId) ?? new Set();
    relatingTo.set(passageId, sources.add(id));
  }
};

/** Removes the relations of the passage to others. */
export const leaveRelations = ({ relatingTo }: State, { id, relations }: Said): void => {
  for (const { passageId } of relations) {
    const sources = relatingTo.get(passageId);
    sources?.delete(id);
    if (sources?.size === 0) relatingTo.delete(passageId);
  }
};

/** All relations among these passages and others, as a text: if it changes, derived values change too. */
export const relationsText = ({ relatingTo }: State, passages: readonly Said[]): string =>
  passages
    .filter(({ id, relations }) => relations.length > 0 || relatingTo.has(id))
    .map(({ id, relations }) => `${id} ${JSON.stringify(relations)}`)
    .join('\n');

/** The live passage with that id and its article, null if it is deleted or does not exist. */
export const findPassage = (
  { articles, articleOfPassage }: State,
  id: PassageId,
): Pick<Link, 'article' | 'entry'> | null => {
  const articleId = articleOfPassage.get(id);
  const article = articleId === undefined ? undefined : articles.get(articleId);
  const entry = article && findById(article.readings, id);
  return article === undefined || entry === undefined ? null : { article, entry };
};

const noLinks: readonly Link[] = [];

/** The relations of a reading to others, then those of others to it. */
const linksOfReading = (state: State, { id, relations }: Said): readonly Link[] => {
  if (relations.length === 0 && !state.relatingTo.has(id)) return noLinks;
  const to = relations.flatMap(({ type, passageId }): readonly Link[] => {
    const found = findPassage(state, passageId);
    return found === null ? [] : [{ type, direction: 'to', ...found }];
  });
  const from = [...(state.relatingTo.get(id) ?? [])].flatMap((source): readonly Link[] => {
    const found = findPassage(state, source);
    if (found === null) return [];
    return found.entry.relations
      .filter(({ passageId }) => passageId === id)
      .map(({ type }) => ({ type, direction: 'from', ...found }));
  });
  return [...to, ...from];
};

/**
 * The passage's relations to live passages, then theirs to it, from any of its readings, with each other passage once,
 * as its newest reading.
 */
export const linksOf = (state: State, said: Said): readonly Link[] => {
  const { older, of } = readingsOf(state);
  if (older.size === 0) return linksOfReading(state, said);
  const readings = of(said.id).flatMap(({ passageId }) =>
    passageId === said.id ? [] : (findPassage(state, passageId)?.entry ?? []),
  );
  const links = new Map<string, Link>();
  for (const link of [said, ...readings].flatMap((each) => linksOfReading(state, each))) {
    const [newest] = of(link.entry.id);
    const other = (newest && findPassage(state, newest.passageId)) ?? link;
    const isItself = other.entry.id === said.id || readings.some(({ id }) => id === other.entry.id);
    const key = `${link.type} ${link.direction} ${other.entry.id}`;
    if (!isItself && !links.has(key)) links.set(key, { ...link, article: other.article, entry: other.entry });
  }
  return [...links.values()];
};

/** The readings of passages, for the search: see KnownReadings. */
export const knownReadings = (state: State) => ({
  older: readingsOf(state).older as ReadonlySet<string>,
  of: (id: string) => readingsOf(state).of(id as PassageId),
  openTasksOf(id: string): number {
    const found = findPassage(state, id as PassageId);
    return found === null ? 0 : countOpenTasks(state, found.entry);
  },
});

/** The live passages of an article that have relations, and the number of these in both directions. */
export const relationCounts = (state: State, id: ArticleId): readonly RelationCount[] =>
  (state.articles.get(id)?.readings ?? [])
    .map((entry) => {
      const links = linksOf(state, entry);
      const contradictions = links.filter(({ type }) => type === 'contradicts').length;
      return { passageId: entry.id, count: links.length, contradictions };
    })
    .filter(({ count }) => count > 0);
