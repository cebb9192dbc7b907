import type { Input } from '#domain/contract/requests.ts';
import type { SourceRow } from '#domain/contract/source.ts';
import { newSourceIdSchema, type SourceId } from '#domain/ids.ts';
import type { SourcePath } from '#domain/source/parse-source-path.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { type Outcome, outcomeOf } from '#renderer/bridge/outcome.ts';

/** The source at the end of a path, made with all above it that is missing: it can be set, unless it was refused. */
export const ensureSource = async (
  { name, above }: SourcePath,
  kind: SourceKind,
): Promise<{ readonly sourceId: SourceId; readonly outcome: Outcome }> => {
  const sourceId = newId(newSourceIdSchema);
  const input = { sourceId, name, kind, parentId: null, above: above.map((each) => ({ ...each })) };
  const answer = await act('source:ensure', input);
  return {
    sourceId: answer.ok ? answer.value.id : sourceId,
    outcome: outcomeOf('source:ensure', input, answer),
  };
};

/** The sources with those that could not be written yet. */
export const withUnsavedSources = (
  rows: readonly SourceRow[],
  unsaved: readonly Input<'source:ensure'>[],
): readonly SourceRow[] => {
  const all = [...rows];
  for (const { sourceId, name, kind, above = [] } of unsaved) {
    if (all.some(({ id }) => id === sourceId)) continue;
    all.push({
      id: sourceId,
      kind,
      name,
      parentId: all.find((row) => row.name === above.at(-1)?.name)?.id ?? null,
      aliases: [],
      reliability: null,
      passageCount: 0,
      articleCount: 0,
      lastUsedAt: null,
    });
  }
  return all;
};
