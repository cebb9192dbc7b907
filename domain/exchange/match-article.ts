/**
 * The article of the archive that an article of another tool is: by its address, by its DOI, or by its title where that
 * stands once and nothing else that is known is other.
 */
import type { Bibliography } from '../article/bibliography/bibliography.ts';
import { isSameUrl } from '../article/bibliography/provenance.ts';
import type { ArticleId } from '../ids.ts';
import { foldName } from '../text/fold-text.ts';
import type { BroughtAbout } from './brought.ts';

/** An article that is there. Of several versions only the newest is asked. */
export type KnownArticle = {
  readonly articleId: ArticleId;
  readonly bibliography: Bibliography;
  /** Whether its text is excerpts alone, which the whole text may take the place of. */
  readonly isExcerpts: boolean;
};

type Known = readonly KnownArticle[];

const doiOf = (url: string | null): string | null =>
  /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/iu.exec(url ?? '')?.[1]?.toLowerCase() ?? null;

const byUrl = (known: Known, url: string | null): KnownArticle | null =>
  url === null
    ? null
    : (known.find(({ bibliography }) => bibliography.url !== null && isSameUrl(bibliography.url, url)) ??
      null);

const byDoi = (known: Known, { doi, url }: BroughtAbout): KnownArticle | null => {
  const sought = doi?.toLowerCase() ?? doiOf(url);
  return sought === null
    ? null
    : (known.find(({ bibliography }) => doiOf(bibliography.url) === sought) ?? null);
};

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

const byTitle = (known: Known, about: BroughtAbout): KnownArticle | null => {
  if (about.title === null) return null;
  const title = foldName(about.title);
  const alike = known.filter(
    ({ bibliography: { title: other, byline, url } }) =>
      other !== null &&
      foldName(other) === title &&
      shareAWord(byline, about.byline) &&
      (url === null || about.url === null || isSameUrl(url, about.url)),
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
};

/** By what an article was known. */
export type MatchedBy = 'url' | 'doi' | 'title';

/** The article among `known` that `about` speaks of; null where none is, or it can't be told which. */
export const matchArticle = (
  known: Known,
  about: BroughtAbout,
): { readonly article: KnownArticle; readonly by: MatchedBy } | null => {
  const ways = [
    ['url', () => byUrl(known, about.url)],
    ['doi', () => byDoi(known, about)],
    ['title', () => byTitle(known, about)],
  ] as const;
  for (const [by, find] of ways) {
    const article = find();
    if (article !== null) return { article, by };
  }
  return null;
};
