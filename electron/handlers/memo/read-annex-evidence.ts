import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { SearchId } from '#domain/ids.ts';
import { markingsNeededBy } from '#domain/memo/checks/form-rules.ts';
import type { AnnexEvidence } from '#domain/memo/export/print-annex.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { findEvidence, findSavedSearch } from './find-evidence.ts';
import { readLaterVersions } from './read-later-versions.ts';
import { readCitedArticle, readCitedArticles } from './read-memo-material.ts';

/** More passages are no annex. */
const MOST_PASSAGES = 500;

/**
 * The passages of a saved search for the annex of a memo. Fails `not-found` where the search is not there,
 * `annex-too-large` where it finds more than an annex holds, `marking-below-evidence` where the memo is marked below what it finds, `text-altered` where a text is not as sealed.
 */
export const readAnnexEvidence = async (
  { archive: reader, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  memo: Memo,
  searchId: SearchId,
): Promise<Result<AnnexEvidence, AppError>> => {
  const search = await findSavedSearch(reader, searchId);
  if (!search.ok) return search;
  const found = await findEvidence({ reader, catalogue }, { kind: 'search', searchId });
  if (!found.ok) return found;
  const { passages } = found.value;
  if (passages.length > MOST_PASSAGES)
    return err({
      code: 'annex-too-large',
      search: search.value.name,
      found: passages.length,
      most: MOST_PASSAGES,
    });
  const ids = new Set(passages.map(({ articleId }) => articleId));
  const read = await readCitedArticles(reader, ids);
  const { articles } = await readLaterVersions(reader, catalogue, read.articles, (id) =>
    readCitedArticle(reader, id),
  );
  const needed = markingsNeededBy(memo, [...articles.values()]).find(({ level }) => level === 'error');
  if (needed !== undefined)
    return err({ code: 'marking-below-evidence', needed: printMarking(needed.needed) });
  return ok({ name: search.value.name, passages, articles });
};
