import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { ArticleId } from '#domain/ids.ts';
import { type CellPair, pairCells, tableCells } from '#domain/passage/carry/table-cells.ts';
import { type VersionPair, versionPairSteps } from '#domain/passage/carry/version-pair.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { ArchiveReader } from '../../ports/archive.ts';

/** Aligns two texts and yields to the event loop, so that the process stays responsive. */
export const pairYielding = (old: TextIndex, fresh: TextIndex, cells?: CellPair): Promise<VersionPair> =>
  runYielding(versionPairSteps(old, fresh, cells), createYielder());

/**
 * Pairs the indexed text with older copies of it, each read and aligned once; null for a copy that can't be read, whose
 * passages are located by their selectors alone.
 */
export const createVersionPairs = (
  reader: ArchiveReader,
  fresh: TextIndex,
  body: Body | null = null,
): ((old: ArticleId) => Promise<VersionPair | null>) => {
  const freshCells = body === null ? [] : tableCells(body);
  const pairs = new Map<ArticleId, Promise<VersionPair | null>>();
  const pairWith = async (old: ArticleId): Promise<VersionPair | null> => {
    const file = await reader.body(old);
    if (!file.ok) return null;
    const before = file.value.body;
    const cells = body === null ? undefined : pairCells(tableCells(before), freshCells);
    return pairYielding(indexText(canonicalText(before)), fresh, cells);
  };
  return (old) => {
    const pair = pairs.get(old) ?? pairWith(old);
    pairs.set(old, pair);
    return pair;
  };
};
