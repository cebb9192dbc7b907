/**
 * The title candidates for a page's article, the best first. A page has several: the displayed headline, the name and
 * headline in its data, and the titles for search engines and shared links. A citation needs the displayed one; it is
 * accepted if another title confirms that it belongs to this article, since a first heading may be that of a section.
 */
import type { Candidate } from './found-value.ts';

export type PageTitles = {
  /** The headline on the page. */
  readonly shown: readonly Candidate[];
  /** The names of the article in the page's data. */
  readonly names: readonly Candidate[];
  /** Titles for machines: headlines in its data, for previews and for search. */
  readonly declared: readonly Candidate[];
  /** The title of the window. */
  readonly windowTitle: readonly Candidate[];
  /** The names of the site and its publisher, which are not titles. */
  readonly siteNames: readonly string[];
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const SEPARATOR = /\s+(?:[|–—:»·•-]|::)\s+/gu;

/** `title` without a site name at either end. */
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

/** Whether two titles may be of one article: at least half of the shorter one's words are in the longer one. */
const areAlike = (a: string, b: string): boolean => {
  const [fewer, more] = [wordsOf(a), wordsOf(b)].sort((one, other) => one.size - other.size);
  if (fewer === undefined || more === undefined) return false;
  const shared = [...fewer].filter((word) => word !== '' && more.has(word)).length;
  return shared * 2 >= fewer.size && shared > 0;
};

/** If machine data have the same title, they are named as its source, being explicit. */
const asDeclared = (shown: Candidate, declared: readonly Candidate[]): Candidate => {
  const same = declared.find(({ raw }) => plain(raw) === plain(shown.raw));
  return same === undefined ? shown : { ...shown, foundIn: same.foundIn };
};

/** The titles in order of preference. */
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
