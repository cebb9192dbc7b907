/** The records that the lists read from the index on the disk. */

import type { PassageId } from '#domain/ids.ts';
import { searchKinds } from '#domain/search/language/search-facts.ts';
import { indexQuery } from '#domain/search/words/index-query.ts';
import type { ArticleContent } from '../read/unit-content.ts';
import { numberOfRow, rowOf } from '../store/rows.ts';
import type { StoredRecords } from '../stored-records.ts';
import { articleUnit } from '../units/unit-names.ts';
import { type Index, readRows } from './find-hits.ts';

/** The number of articles kept in memory: rows shown together often belong to a few. */
const KEPT = 50;
const passages = searchKinds.indexOf('passage');
const allPassages = { first: rowOf(passages, 0), last: rowOf(passages + 1, 0) - 1 };
export type KeptRecords = StoredRecords & {
  /** The content of an article that was read; null for a new one. */
  known(name: string): ArticleContent | null;
  /** Keeps an article that was just indexed, so that it need not be read again. */
  keep(name: string, article: ArticleContent): void;
  /** Records that the unit now has another content. */
  forget(name: string): void;
  /** Records that the index was begun anew. */
  clear(): void;
};

/** The records of the index that `index` returns at the time. */
export const createStoredRecords = (index: () => Index): KeptRecords => {
  const kept = new Map<string, ArticleContent>();
  let newest: { readonly name: string; readonly article: ArticleContent } | null = null;
  const read = (name: string): ArticleContent | null => {
    const content = index().store.contentOf(name);
    return content === null ? null : (JSON.parse(content) as ArticleContent);
  };
  const keep = (name: string, article: ArticleContent): void => {
    newest = { name, article };
    kept.delete(name);
    kept.set(name, article);
    for (const [first] of kept) {
      if (kept.size <= KEPT) break;
      kept.delete(first);
    }
  };
  return {
    known: (name) => kept.get(name) ?? read(name),
    keep,
    article(id) {
      const name = articleUnit(id);
      // The passages of an article are requested one after the other, so its table is kept.
      if (newest?.name === name) return newest.article;
      const article = kept.get(name) ?? read(name);
      if (article === null) throw new Error(`The index holds no ${name}.`);
      keep(name, article);
      return article;
    },
    forget(name) {
      kept.delete(name);
      if (newest?.name === name) newest = null;
    },
    clear() {
      kept.clear();
      newest = null;
    },
    passagesWith(word, most) {
      const query = indexQuery({ kind: 'term', term: { words: [word], isPrefix: false } });
      if (query === null) return null;
      const rows = index().store.findWithin(query, allPassages, most + 1);
      const numbers = readRows(rows).map(numberOfRow);
      return numbers.length > most ? null : numbers;
    },
    passageOfNumber: (number) =>
      (index().memory.documents[passages]?.[number]?.citableId ?? null) as PassageId | null,
    quotes() {
      const { store, memory } = index();
      const quotes = new Map<PassageId, string>();
      for (const { row, text } of store.textsWithin(allPassages)) {
        const id = memory.documents[passages]?.[numberOfRow(row)]?.citableId;
        if (typeof id === 'string') quotes.set(id as PassageId, text);
      }
      return quotes;
    },
    quotesRevision: () => index().store.revisionOf('passage'),
  };
};
