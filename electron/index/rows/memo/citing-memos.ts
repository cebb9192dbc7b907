import type { MemoId, PassageId } from '#domain/ids.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { readingsOf } from '../../readings.ts';

/** The memos that cite each article and each passage, by its id. */
export type CitingMemos = ReadonlyMap<string, readonly MemoId[]>;

const gather = ({ memos }: CatalogueState): CitingMemos => {
  const citing = new Map<string, MemoId[]>();
  for (const [memoId, { citations }] of memos) {
    const cited = new Set<string>(citations.flatMap(({ articleId, passageId }) => [articleId, passageId]));
    for (const id of cited) citing.set(id, [...(citing.get(id) ?? []), memoId]);
  }
  return citing;
};

const gathered = new WeakMap<CatalogueState, { readonly generation: number; readonly citing: CitingMemos }>();

/** Which memos cite what; gathered once for as long as no citation has changed. */
export const citingMemos = (state: CatalogueState): CitingMemos => {
  const known = gathered.get(state);
  if (known?.generation === state.generation) return known.citing;
  const citing = gather(state);
  gathered.set(state, { generation: state.generation, citing });
  return citing;
};

/** The memos that cite a passage, in whichever of its readings. */
export const memosCitingPassage = (state: CatalogueState, id: PassageId): readonly MemoId[] => {
  const citing = citingMemos(state);
  const readings = readingsOf(state).of(id);
  if (readings.length < 2) return citing.get(id) ?? [];
  return [...new Set(readings.flatMap(({ passageId }) => citing.get(passageId) ?? []))];
};

/** The reference numbers of the memos that cite the article or passage `id`. */
export const heldBy = (state: CatalogueState, id: string): readonly string[] =>
  (citingMemos(state).get(id) ?? []).flatMap(
    (memoId) => state.memos.get(memoId)?.memo.head.referenceNumber ?? [],
  );
