/**
 * Finds the article of the archive that matches an article of another tool: by its address, by its DOI, or by its
 * title where that occurs once and no other known value differs.
 */

import { comparedUrl } from '../article/bibliography/provenance.ts';
import { doiKey, type IndexBy, indexBy, type KnownArticle } from '../article/known/match-file.ts';
import type { Steps } from '../steps.ts';
import { foldName } from '../text/fold-text.ts';
import type { BroughtAbout } from './brought.ts';

/** The articles that are there, by what an export may name them by; of those of one key in their order. */
export type KnownIndex = IndexBy<KnownArticle, 'byUrl' | 'byDoi' | 'byTitle'>;

const urlKey = (url: string | null): string | null => (url === null ? null : comparedUrl(url));
const titleKey = (title: string | null): string | null => (title === null ? null : foldName(title));
const keysOf = (key: string | null): readonly string[] => (key === null ? [] : [key]);

/** Makes the index, a step for each article. */
export const indexKnown = (known: readonly KnownArticle[]): Steps<KnownIndex> =>
  indexBy(known, ['byUrl', 'byDoi', 'byTitle'], ({ bibliography: { url, doi, title } }) => ({
    byUrl: keysOf(urlKey(url)),
    byDoi: keysOf(doiKey({ url, doi })),
    byTitle: keysOf(titleKey(title)),
  }));

const under = (
  articles: ReadonlyMap<string, readonly KnownArticle[]>,
  key: string | null,
): readonly KnownArticle[] => (key === null ? [] : (articles.get(key) ?? []));

/** The words of a name that tell it apart, folded. */
const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    foldName(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  );

const shareAWord = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return true;
  const words = wordsOf(a);
  return [...wordsOf(b)].some((word) => words.has(word));
};

const byTitle = ({ byTitle: known }: KnownIndex, about: BroughtAbout): KnownArticle | null => {
  const alike = under(known, titleKey(about.title)).filter(
    ({ bibliography: { byline, url } }) =>
      shareAWord(byline, about.byline) &&
      (url === null || about.url === null || urlKey(url) === urlKey(about.url)),
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
};

/** By what an article was known. */
export type MatchedBy = 'url' | 'doi' | 'title';

/** The article among `known` that `about` describes; null where there is none, or the choice is ambiguous. */
export const matchArticle = (
  known: KnownIndex,
  about: BroughtAbout,
): { readonly article: KnownArticle; readonly by: MatchedBy } | null => {
  const ways = [
    ['url', () => under(known.byUrl, urlKey(about.url))[0]],
    ['doi', () => under(known.byDoi, doiKey(about))[0]],
    ['title', () => byTitle(known, about)],
  ] as const;
  for (const [by, find] of ways) {
    const article = find() ?? null;
    if (article !== null) return { article, by };
  }
  return null;
};
