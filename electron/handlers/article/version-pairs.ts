import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { ArticleId } from '#domain/ids.ts';
import { type VersionPair, versionPairSteps } from '#domain/passage/carry/version-pair.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { ArchiveReader } from '../../ports/archive.ts';

/** Aligns two texts and yields to the event loop, so that the process goes on answering. */
export const pairYielding = (old: TextIndex, fresh: TextIndex): Promise<VersionPair> =>
  runYielding(versionPairSteps(old, fresh), createYielder());

/**
 * Pairs the indexed text with older copies of it, each read and aligned once; null for a copy that can't be read, of
 * which the selectors alone must do.
 */
export const createVersionPairs = (
  reader: ArchiveReader,
  fresh: TextIndex,
): ((old: ArticleId) => Promise<VersionPair | null>) => {
  const pairs = new Map<ArticleId, Promise<VersionPair | null>>();
  const pairWith = async (old: ArticleId): Promise<VersionPair | null> => {
    const file = await reader.body(old);
    return file.ok ? pairYielding(indexText(canonicalText(file.value.body)), fresh) : null;
  };
  return (old) => {
    const pair = pairs.get(old) ?? pairWith(old);
    pairs.set(old, pair);
    return pair;
  };
};
