import { useCallback, useMemo } from 'react';
import type { PassageId, SourceId } from '#domain/ids.ts';
import type { Task } from '#domain/task/task.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import type { MarginCardProps } from './MarginCard.tsx';

const noTasks: readonly Task[] = [];

const tasksByPassage = (tasks: readonly Task[]): ReadonlyMap<PassageId | null, readonly Task[]> => {
  const byPassage = new Map<PassageId | null, Task[]>();
  for (const task of tasks) {
    if (task.deletedAt === null)
      byPassage.set(task.passageId, [...(byPassage.get(task.passageId) ?? []), task]);
  }
  return byPassage;
};

/** The speaker last set in this article: the first that is offered for the next passage. */
const lastSpeakers = (placed: readonly PlacedPassage[]): readonly SourceId[] => {
  const set = placed.map(({ passage }) => passage).filter(({ sourceId }) => sourceId !== null);
  const latestFirst = set.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return [...new Set(latestFirst.map(({ sourceId }) => sourceId))].flatMap((id) => id ?? []).slice(0, 3);
};

/** What the card of a passage is given, in the margin and in its drawer. */
export const useCardProps = (): ((placed: PlacedPassage) => MarginCardProps) => {
  const { placed, tasks, unsavedIds, relationCounts, publication, acts } = useOpenPassages();
  const { store, view } = useReader();
  const byPassage = useMemo(() => tasksByPassage(tasks), [tasks]);
  const suggestedSources = useMemo(() => lastSpeakers(placed), [placed]);
  const onSelect = useCallback(
    ({ passage, start }: PlacedPassage): void => {
      selectPassage(store, passage.id);
      if (start < 0) return;
      view?.select({ start, end: start });
      store.setState({ selected: { caret: start, range: null } });
    },
    [store, view],
  );
  return (each) => ({
    placed: each,
    tasks: byPassage.get(each.passage.id) ?? noTasks,
    publication,
    acts,
    relationCount: relationCounts.get(each.passage.id) ?? 0,
    isUnsaved: unsavedIds.has(each.passage.id),
    suggestedSources,
    onSelect,
  });
};
