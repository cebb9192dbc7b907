import type { AppError } from '#domain/contract/errors.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '../../ports/archive.ts';

/** Ids of all that the memos of an archive cite. */
export type Evidence = {
  readonly articleIds: ReadonlySet<string>;
  readonly passageIds: ReadonlySet<string>;
};

/**
 * What memos rest on, read from the memos themselves and not from the catalogue. Fails where one memo can't be
 * read: what it cites is then not known, and nothing may be thrown away.
 */
export const listEvidence = async (reader: ArchiveReader): Promise<Result<Evidence, AppError>> => {
  const articleIds = new Set<string>();
  const passageIds = new Set<string>();
  for (const id of await reader.memoIds()) {
    const file = await reader.memo(id);
    if (!file.ok) return file;
    for (const citation of listCitations(file.value.memo.content)) {
      articleIds.add(citation.articleId);
      passageIds.add(citation.passageId);
    }
  }
  return ok({ articleIds, passageIds });
};
