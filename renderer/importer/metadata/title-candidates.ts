/**
 * The titles that a page gives its article, the best first. A page has several: the headline that it shows, the name
 * and the headline in its data, and what it would have a search engine or a shared link say. The shown one is what a
 * citation has to name; it is taken where another title tells that it is of this article, since a first heading may
 * be that of a section too.
 */
import type { Candidate } from './found-value.ts';

export type PageTitles = {
  /** The headline that the page shows. */
  readonly shown: readonly Candidate[];
  /** What the page's data call the article. */
  readonly names: readonly Candidate[];
  /** What it says to machines: headlines in its data, for previews and for search. */
  readonly declared: readonly Candidate[];
  /** The title of the window. */
  readonly windowTitle: readonly Candidate[];
  /** The names of the site and its publisher, which are no title. */
  readonly siteNames: readonly string[];
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const SEPARATOR = /\s+(?:[|–—:»·•-]|::)\s+/gu;

/** `title` without a name of the site that stands at either end of it. */
export const withoutSiteName = (title: string, siteNames: readonly string[]): string => {
  const isSiteName = (part: string): boolean => siteNames.some((name) => plain(name) === plain(part));
  const separators = [...title.matchAll(SEPARATOR)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  const [[headEnd = 0, headRest = 0] = []] = separators;
  const [tailEnd = 0, tailStart = 0] = separators.at(-1) ?? [];
  if (separators.length === 0) return title;
  if (isSiteName(title.slice(tailStart))) return title.slice(0, tailEnd);
  return isSiteName(title.slice(0, headEnd)) ? title.slice(headRest) : title;
};

const wordsOf = (text: string): ReadonlySet<string> => new Set(plain(text).split(' '));

/** Whether the two may be titles of one article: at least half of the words of the shorter stand in the longer. */
const areAlike = (a: string, b: string): boolean => {
  const [fewer, more] = [wordsOf(a), wordsOf(b)].sort((one, other) => one.size - other.size);
  if (fewer === undefined || more === undefined) return false;
  const shared = [...fewer].filter((word) => word !== '' && more.has(word)).length;
  return shared * 2 >= fewer.size && shared > 0;
};

/** Where another place says the same, what it is found in is that place: it says it outright. */
const asDeclared = (shown: Candidate, declared: readonly Candidate[]): Candidate => {
  const same = declared.find(({ raw }) => plain(raw) === plain(shown.raw));
  return same === undefined ? shown : { ...shown, foundIn: same.foundIn };
};

/** The titles in the order in which they are taken. */
export const titleCandidates = ({ siteNames, ...titles }: PageTitles): readonly Candidate[] => {
  const ofArticle = (candidates: readonly Candidate[]): readonly Candidate[] =>
    candidates
      .map((each) => ({ ...each, raw: withoutSiteName(each.raw, siteNames) }))
      .filter(({ raw }) => !siteNames.some((name) => plain(name) === plain(raw)));
  const shown = ofArticle(titles.shown);
  const names = ofArticle(titles.names);
  const declared = ofArticle(titles.declared);
  const windowTitle = ofArticle(titles.windowTitle);
  const isTold = (candidate: Candidate): boolean =>
    [...shown, ...names, ...declared, ...windowTitle].some(
      (other) => other !== candidate && areAlike(candidate.raw, other.raw),
    );
  return [
    ...shown.filter(isTold).map((each) => asDeclared(each, [...declared, ...names])),
    ...names.filter(isTold),
    ...declared,
    ...names,
    ...shown,
    ...windowTitle,
  ];
};
