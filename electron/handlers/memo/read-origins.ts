/** What the whole archive says of what a memo cites: origins, and what stands against it. */
import type { PassageRow } from '#domain/contract/passage.ts';
import type { PassageId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import type { CitedArticle, CitedOrigins, Dispute } from '#domain/memo/citations/memo-material.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { lacksReason } from '#domain/passage/edit/passage-edit.ts';
import { disputeType } from '#domain/passage/word-relation.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';

const readDisputes = async (
  catalogue: Catalogue,
  rows: readonly PassageRow[],
  cited: ReadonlySet<PassageId>,
): Promise<readonly Dispute[]> => {
  const found = rows.flatMap(({ id, relations }) =>
    relations.flatMap((relation) => {
      const type = disputeType(relation.type, relation.direction);
      return type === null || cited.has(relation.passageId)
        ? []
        : [{ passageId: id, type, otherId: relation.passageId }];
    }),
  );
  const others = await catalogue.passageRows([...new Set(found.map(({ otherId }) => otherId))]);
  const byId = new Map(others.map((row) => [row.id, row]));
  return found.flatMap(({ passageId, type, otherId }) => {
    const other = byId.get(otherId);
    if (other === undefined) return [];
    return [
      { passageId, type, other: { passageId: otherId, article: other.articleTitle, quote: other.quote } },
    ];
  });
};

const readUnconfirmed = async (
  catalogue: Catalogue,
  cited: readonly CitedArticle[],
): Promise<ReadonlySet<PassageId>> => {
  const graded = cited
    .flatMap(({ passages }) => passages)
    .filter((passage) => passage.deletedAt === null && lacksReason(passage));
  const unconfirmed = new Set<PassageId>();
  for (const { id } of graded) if ((await catalogue.confirmedBy(id)).length === 0) unconfirmed.add(id);
  return unconfirmed;
};

/** Null as long as the catalogue has not read all: what is not known yet must not be called unconfirmed. */
export const readOrigins = async (
  catalogue: Catalogue,
  content: MemoContent,
  articles: readonly CitedArticle[],
): Promise<CitedOrigins | null> => {
  if (!catalogue.isReady()) return null;
  const rows = await catalogue.passageRows([
    ...new Set(listCitations(content).map(({ passageId }) => passageId)),
  ]);
  const cited = new Set(rows.flatMap(({ id, readings }) => [id, ...readings.map((each) => each.passageId)]));
  return {
    textIds: await catalogue.textIds(articles.map(({ article }) => article.id)),
    unconfirmed: await readUnconfirmed(catalogue, articles),
    provenance: new Map(rows.map((row) => [row.id, row])),
    disputes: await readDisputes(catalogue, rows, cited),
    relatedIds: new Map(rows.map(({ id, relations }) => [id, relations.map(({ passageId }) => passageId)])),
  };
};
