/**
 * The articles of the archive of which an imported file may be a new version: those with its address, otherwise
 * those with its DOI, otherwise those with the name of its file. An address and a DOI identify one work; a name
 * proves little, so it is ignored where both have an address and the two differ.
 */

import type { ArticleId } from '../../ids.ts';
import type { Steps } from '../../steps.ts';
import type { Bibliography } from '../bibliography/bibliography.ts';
import { doiOf } from '../bibliography/doi.ts';
import { comparedUrl } from '../bibliography/provenance.ts';

/** How a file is matched, the strongest evidence first. */
export const knownBys = ['url', 'doi', 'name'] as const;
export type KnownBy = (typeof knownBys)[number];

/** The things under each of their keys, for each way of asking for them; those of one key in their order. */
export type IndexBy<T, Way extends string> = Readonly<Record<Way, ReadonlyMap<string, readonly T[]>>>;

const put = <T>(index: Map<string, T[]>, key: string, thing: T): void => {
  const there = index.get(key);
  if (there === undefined) index.set(key, [thing]);
  else there.push(thing);
};

/** Indexes `things` in each of `ways` by the keys that they have in it, a step for each thing. */
export function* indexBy<T, const Way extends string>(
  things: Iterable<T>,
  ways: readonly Way[],
  keysOf: (thing: T) => Readonly<Record<Way, Iterable<string>>>,
): Steps<IndexBy<T, Way>> {
  const index = Object.fromEntries(ways.map((way) => [way, new Map()])) as Record<Way, Map<string, T[]>>;
  for (const thing of things) {
    const keys = keysOf(thing);
    for (const way of ways) for (const key of new Set(keys[way])) put(index[way], key, thing);
    yield;
  }
  return index;
}

/** An article in the archive. Of several versions only the newest is considered. */
export type KnownArticle = { readonly articleId: ArticleId; readonly bibliography: Bibliography };

/** An article that is there, and what its file and those of the versions before it were known by, each once. */
export type KnownFile = KnownArticle & {
  /** Addresses: as corrected, as sealed, and as in the files. */
  readonly addresses: readonly string[];
  /** DOIs that are said, in the same places. */
  readonly dois: readonly string[];
  /** The names of the files that they were imported from; a paste has none. */
  readonly originalNames: readonly string[];
};

/** The DOI by which an article is found, in one case (DOI Handbook, 2.4); null for none. */
export const doiKey = (named: { readonly url: string | null; readonly doi: string | null }): string | null =>
  doiOf(named)?.toLowerCase() ?? null;

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
