import type { SourceRef } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import type { Source, SourceTree } from '#domain/source/source.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';

/** As much of a source as a row shows. */
export const sourceRef = ({ id, name, reliability }: Source): SourceRef => ({ id, name, reliability });

/** The source that `id` stands for today as a row shows it; null where it is gone. */
export const sourceRefOf = (sources: SourceTree, id: SourceId | null): SourceRef | null => {
  const source = resolveRecord(sources, id);
  return source === null ? null : sourceRef(source);
};

/** Those of `ids` that are sources still, each once, whatever they were merged into. */
export const sourceRefsOf = (sources: SourceTree, ids: readonly SourceId[]): readonly SourceRef[] =>
  [...new Set(ids.flatMap((id) => resolveRecord(sources, id) ?? []))].map(sourceRef);
