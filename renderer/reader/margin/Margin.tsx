import { useCallback, useEffect, useMemo } from 'react';
import type { PassageId, SourceId } from '#domain/ids.ts';
import type { Task } from '#domain/task/task.ts';
import type { Publication } from '#renderer/parts/passage-card/print-speaker.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import type { ReaderActs } from '../passages/use-passage-acts.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { MarginCard } from './MarginCard.tsx';
import styles from './margin.module.css';
import { useCardLayout } from './use-card-layout.ts';

export type MarginProps = {
  readonly placed: readonly PlacedPassage[];
  readonly tasks: readonly Task[];
  readonly unsavedIds: ReadonlySet<PassageId>;
  readonly publication: Publication | null;
  readonly acts: ReaderActs;
  readonly onLeave: () => void;
};

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

/** The cards: in the margin those near the window, level with their text; in a drawer all, one below the other. */
const useCards = ({ placed, tasks, unsavedIds, publication, acts }: MarginProps, isDrawer: boolean) => {
  const { store, view } = useReader();
  const window = useReaderState((state) => state.window);
  const selectedId = useReaderState((state) => state.selectedId);
  const shown = useMemo(
    () =>
      placed.filter(
        ({ passage, start }) =>
          isDrawer || passage.id === selectedId || start < 0 || (start >= window.start && start < window.end),
      ),
    [placed, window, selectedId, isDrawer],
  );
  const byPassage = useMemo(() => tasksByPassage(tasks), [tasks]);
  const suggestedSources = useMemo(() => lastSpeakers(placed), [placed]);
  const select = useCallback(
    ({ passage, start }: PlacedPassage): void => {
      selectPassage(store, passage.id);
      if (start < 0) return;
      view?.select({ start, end: start });
      store.setState({ selected: { caret: start, range: null } });
    },
    [store, view],
  );
  const render = (each: PlacedPassage) => (
    <MarginCard
      placed={each}
      tasks={byPassage.get(each.passage.id) ?? noTasks}
      publication={publication}
      acts={acts}
      isUnsaved={unsavedIds.has(each.passage.id)}
      suggestedSources={suggestedSources}
      onSelect={select}
    />
  );
  const hover = ({ passage }: PlacedPassage) => ({
    onPointerEnter: () => store.setState({ hotId: passage.id }),
    onPointerLeave: () => store.setState({ hotId: null }),
    onFocus: () => store.setState({ hotId: passage.id }),
    onBlur: () => store.setState({ hotId: null }),
  });
  return { shown, render, hover };
};

/** Esc in a card goes back to the text. */
const leaveOnEscape =
  (onLeave: () => void) =>
  (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };

/** Brings the whole card into sight when a field opens in it. */
const useFieldInSight = (): void => {
  const id = useReaderState((state) => state.selectedId);
  const field = useReaderState((state) => state.field);
  useEffect(() => {
    if (field === null) return;
    const frame = requestAnimationFrame(() =>
      document.getElementById(`card-${id}`)?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [id, field]);
};

/** The margin beside the text. */
export const Margin = (props: MarginProps) => {
  const { shown, render, hover } = useCards(props, false);
  const { margin, cardRef } = useCardLayout(shown);
  useFieldInSight();
  const total = props.placed.length;
  return (
    <aside ref={margin} className={styles.margin} aria-label={`Passages, ${total}`} data-pane="margin">
      <ul className={styles.cards} onKeyDown={leaveOnEscape(props.onLeave)}>
        {shown.map((each) => (
          <li
            key={props.acts.keyOf(each.passage.id)}
            ref={cardRef(each.passage.id)}
            id={`card-${each.passage.id}`}
            className={styles.card}
            aria-setsize={total}
            aria-posinset={props.placed.indexOf(each) + 1}
            {...hover(each)}
          >
            {render(each)}
          </li>
        ))}
      </ul>
    </aside>
  );
};

/** The same cards where the text leaves no room for a margin. */
export const MarginList = (props: MarginProps) => {
  const { shown, render, hover } = useCards(props, true);
  const { store } = useReader();
  useFieldInSight();
  useEffect(() => {
    const { selectedId } = store.getState();
    document.getElementById(`card-${selectedId}`)?.scrollIntoView({ block: 'nearest' });
  }, [store]);
  return (
    <ul className={styles.list} onKeyDown={leaveOnEscape(props.onLeave)}>
      {shown.map((each) => (
        <li key={props.acts.keyOf(each.passage.id)} id={`card-${each.passage.id}`} {...hover(each)}>
          {render(each)}
        </li>
      ))}
    </ul>
  );
};
