import type { SourceRef } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import type { Source, SourceTree } from '#domain/source/source.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';

/** The fields of a source that a row shows. */
export const sourceRef = ({ id, name, reliability }: Source): SourceRef => ({ id, name, reliability });

/** The present source of `id` as a row shows it; null if it was deleted. */
export const sourceRefOf = (sources: SourceTree, id: SourceId | null): SourceRef | null => {
  const source = resolveRecord(sources, id);
  return source === null ? null : sourceRef(source);
};

/** Those of `ids` that lead to existing sources, each once, following merges. */
export const sourceRefsOf = (sources: SourceTree, ids: readonly SourceId[]): readonly SourceRef[] =>
  [...new Set(ids.flatMap((id) => resolveRecord(sources, id) ?? []))].map(sourceRef);
