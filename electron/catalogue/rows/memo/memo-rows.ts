import { createHash } from 'node:crypto';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import type { CatalogueState, MemoEntry } from '../../catalogue-state.ts';
import { stateOfText } from '../article/article-rows.ts';

/** Hashes of quotes: a record of a passage never changes, so its hash is reckoned once. */
const hashes = new WeakMap<Passage, string>();

const quoteHash = (passage: Passage): string => {
  const known = hashes.get(passage);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(passageQuote(passage), 'utf8').digest('hex');
  hashes.set(passage, hash);
  return hash;
};

/** Whether the passage of a citation is gone, or it or the text around it is not what it was when it was cited. */
const hasChanged = ({ articles }: CatalogueState, cited: CitedPassage): boolean => {
  const article = articles.get(cited.articleId);
  const entry = article?.passages.find(({ passage }) => passage.id === cited.passageId);
  if (article === undefined || entry === undefined || stateOfText(article) === 'altered') return true;
  return quoteHash(entry.passage) !== cited.exactSha256;
};

const memoRow = (state: CatalogueState, { memo, citations }: MemoEntry): MemoRow => ({
  id: memo.id,
  title: memo.head.title,
  referenceNumber: memo.head.referenceNumber,
  for: memo.head.for,
  marking: memo.head.marking,
  asOf: memo.head.asOf,
  state: memo.state,
  citationCount: citations.length,
  changedEvidenceCount: citations.filter((cited) => hasChanged(state, cited)).length,
  updatedAt: memo.updatedAt,
  isSample: memo.isSample,
});

/** The rows of the memos, the one that was changed last first. */
export const memoRows = (state: CatalogueState): readonly MemoRow[] =>
  [...state.memos.values()]
    .map((entry) => memoRow(state, entry))
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
