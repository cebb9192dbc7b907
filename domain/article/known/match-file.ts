/**
 * The articles of the archive of which a file that is imported may be a new version: those of its address, or else of its
 * DOI, or else of the name of its file. An address and a DOI name one work; a name says little, so it counts for nothing
 * where both have an address and the two are others.
 */
import type { Steps } from '../../steps.ts';
import { comparedUrl } from '../bibliography/provenance.ts';
import { type IndexBy, indexBy } from './index-by.ts';
import { doiKey, type KnownFile } from './known-articles.ts';

/** By what a file is matched, the strongest first. */
export const knownBys = ['url', 'doi', 'name'] as const;
export type KnownBy = (typeof knownBys)[number];

export type FileIndex = IndexBy<KnownFile, KnownBy>;

/** What a file is known by. */
export type FileFacts = {
  readonly url: string | null;
  readonly doi: string | null;
  readonly originalName: string | null;
};

/** The address of a page; null of a whole site, which pages state by mistake and of which there are many. */
const pageKey = (url: string): string | null => {
  const key = comparedUrl(url);
  return /[/&]/u.test(key) ? key : null;
};

/** A Mac writes the names of files decomposed. */
const nameKey = (name: string): string => name.normalize('NFC');

const present = <T>(values: readonly (T | null)[]): readonly T[] => values.filter((value) => value !== null);

/** Makes the index, a step for each article. */
export const indexFiles = (known: readonly KnownFile[]): Steps<FileIndex> =>
  indexBy(known, knownBys, ({ addresses, dois, originalNames }) => ({
    url: present(addresses.map(pageKey)),
    doi: present([
      ...dois.map((doi) => doiKey({ url: null, doi })),
      ...addresses.map((url) => doiKey({ url, doi: null })),
    ]),
    name: originalNames.map(nameKey),
  }));

const isElsewhere = ({ addresses }: KnownFile, url: string | null): boolean =>
  url !== null && addresses.length > 0 && !addresses.some((each) => comparedUrl(each) === comparedUrl(url));

/** The articles that a file may be a new version of, and what they share with it; null for none. */
export const matchFile = (
  index: FileIndex,
  { url, doi, originalName }: FileFacts,
): { readonly by: KnownBy; readonly articles: readonly KnownFile[] } | null => {
  const keys = {
    url: url === null ? null : pageKey(url),
    doi: doiKey({ url, doi }),
    name: originalName === null ? null : nameKey(originalName),
  };
  for (const by of knownBys) {
    const key = keys[by];
    const found = key === null ? [] : (index[by].get(key) ?? []);
    const articles = by === 'name' ? found.filter((article) => !isElsewhere(article, url)) : found;
    if (articles.length > 0) return { by, articles };
  }
  return null;
};
