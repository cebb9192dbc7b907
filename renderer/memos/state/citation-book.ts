/**
 * The data for the citations of one open memo: each resolved by main, numbered by the current text. Chips read from
 * here, so that inserting a citation in the middle renumbers all others at once.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';
import { keyOfKept } from '#domain/memo/verbatim/kept/kept.ts';

type Book = {
  readonly resolved: ReadonlyMap<string, ResolvedCitation>;
  readonly numbers: ReadonlyMap<ArticleId, number>;
};

export type CitationBook = StoreApi<Book>;

/**
 * The same passage can be cited several times, before and after it changed, whole and shortened, by a translation or
 * not: all of that is in the key.
 */
const keyOf = ({ articleId, passageId, exactSha256, kept, translation }: CitedPassage): string =>
  `${articleId} ${passageId} ${exactSha256} ${keyOfKept(kept)} ${keyOfTranslation(translation)}`;

const keyOfTranslation = (translation: CitedPassage['translation']): string =>
  translation === undefined
    ? ''
    : `${translation.translationId} ${translation.textSha256} ${keyOfKept(translation.kept)}`;

export const createCitationBook = (): CitationBook =>
  createStore<Book>(() => ({ resolved: new Map(), numbers: new Map() }));

/** The details of the citation; null until main has answered. */
export const lookUp = (book: Book, cited: CitedPassage): ResolvedCitation | null =>
  book.resolved.get(keyOf(cited)) ?? null;

/** Adds or replaces entries; others stay. */
export const enter = (book: CitationBook, citations: readonly ResolvedCitation[]): void =>
  book.setState(({ resolved }) => ({
    resolved: new Map([...resolved, ...citations.map((each) => [keyOf(each), each] as const)]),
  }));

const isSameNumbering = (a: Book['numbers'], b: Book['numbers']): boolean =>
  a.size === b.size && [...a].every(([id, number]) => b.get(id) === number);

/** Sets the numbers from the current text. */
export const renumber = (book: CitationBook, numbers: Book['numbers']): void => {
  if (!isSameNumbering(book.getState().numbers, numbers)) book.setState({ numbers });
};

/** "[1 ¶8]" as it will be printed. */
export const printReference = (book: Book, cited: CitedPassage): string => {
  const known = lookUp(book, cited);
  const place = known === null ? '' : printPlace(known);
  return `[${book.numbers.get(cited.articleId) ?? '?'}${place === '' ? '' : ` ${place}`}]`;
};
