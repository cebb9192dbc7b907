import type { PassageRow } from '#domain/contract/passage.ts';
import type { TagId } from '#domain/ids.ts';
import type { EvidencePassage } from '#domain/memo/evidence-block.ts';
import { type EvidenceGrouping, type GroupedPassage, groupEvidence } from '#domain/memo/group-evidence.ts';
import type { MemoSection } from '#domain/memo/memo-content.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';

type Paths = ReadonlyMap<TagId, readonly string[]>;

/** The deepest tag says most; of several as deep the first by name. */
const tagOf = ({ tagIds }: PassageRow, paths: Paths): string | null => {
  const named = tagIds.flatMap((id) => {
    const path = paths.get(id);
    return path === undefined ? [] : { depth: path.length, name: printNamePath(path) };
  });
  const [first] = named.toSorted((a, b) => b.depth - a.depth || a.name.localeCompare(b.name, 'en'));
  return first?.name ?? null;
};

/** Who says it; where nobody is named, who published it. */
const sourceOf = ({ speaker, publication }: PassageRow): string | null =>
  speaker?.name ?? publication?.name ?? null;

/** The evidence of a new memo as sections, by tag or by source. */
export const groupPassages = async (
  catalogue: Pick<Catalogue, 'passageRows' | 'tags'>,
  passages: readonly EvidencePassage[],
  grouping: EvidenceGrouping,
): Promise<readonly MemoSection[]> => {
  const rows = new Map(
    (await catalogue.passageRows(passages.map(({ passageId }) => passageId))).map((row) => [row.id, row]),
  );
  const paths: Paths = new Map((await catalogue.tags()).map(({ id, path }) => [id, path]));
  const grouped = passages.map((passage): GroupedPassage => {
    const row = rows.get(passage.passageId);
    if (row === undefined) return { ...passage, group: null };
    return { ...passage, group: grouping === 'tag' ? tagOf(row, paths) : sourceOf(row) };
  });
  return groupEvidence(grouped, grouping);
};
