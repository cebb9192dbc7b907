import type { ResolvedCitation } from '#domain/contract/memo.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { Sha256 } from '#domain/ids.ts';

/** A passage of the list as a citation that was made this moment: what its chip shows until main answers. */
export const citeRow = (row: PassageRow, exactSha256: Sha256): ResolvedCitation => ({
  articleId: row.articleId,
  passageId: row.id,
  exactSha256,
  state: 'ok',
  number: 0,
  paragraph: row.paragraph,
  place: null,
  quote: row.quote,
  printed: row.printed,
  attribution: null,
  articleTitle: row.articleTitle,
  speaker: row.speaker?.name ?? null,
  publication: row.publication?.name ?? null,
  grade: row.grade,
  passage: null,
});
