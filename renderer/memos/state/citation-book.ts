/**
 * What the citations of one open memo show: each resolved by main, numbered by the text as it stands at this
 * moment. A chip asks here, so that inserting one in the middle renumbers all others at once.
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
 * The same passage can be cited twice, before and after it changed, whole and shortened, by a translation or not: all
 * that belongs to the key.
 */
const keyOf = ({ articleId, passageId, exactSha256, kept, translation }: CitedPassage): string =>
  `${articleId} ${passageId} ${exactSha256} ${keyOfKept(kept)} ${keyOfTranslation(translation)}`;

const keyOfTranslation = (translation: CitedPassage['translation']): string =>
  translation === undefined
    ? ''
    : `${translation.translationId} ${translation.textSha256} ${keyOfKept(translation.kept)}`;

export const createCitationBook = (): CitationBook =>
  createStore<Book>(() => ({ resolved: new Map(), numbers: new Map() }));

/** What is known of the citation; null until main has answered. */
export const lookUp = (book: Book, cited: CitedPassage): ResolvedCitation | null =>
  book.resolved.get(keyOf(cited)) ?? null;

/** Adds or renews what is known; what is not named stays. */
export const enter = (book: CitationBook, citations: readonly ResolvedCitation[]): void =>
  book.setState(({ resolved }) => ({
    resolved: new Map([...resolved, ...citations.map((each) => [keyOf(each), each] as const)]),
  }));

const isSameNumbering = (a: Book['numbers'], b: Book['numbers']): boolean =>
  a.size === b.size && [...a].every(([id, number]) => b.get(id) === number);

/** Takes the numbering of the text as it stands. */
export const renumber = (book: CitationBook, numbers: Book['numbers']): void => {
  if (!isSameNumbering(book.getState().numbers, numbers)) book.setState({ numbers });
};

/** "[1 ¶8]" as it will be printed. */
export const printReference = (book: Book, cited: CitedPassage): string => {
  const known = lookUp(book, cited);
  const place = known === null ? '' : printPlace(known);
  return `[${book.numbers.get(cited.articleId) ?? '?'}${place === '' ? '' : ` ${place}`}]`;
};
