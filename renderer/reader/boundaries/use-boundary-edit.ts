import { useEffect, useLayoutEffect } from 'react';
import type { PassageId } from '#domain/ids.ts';
import type { Boundary } from '#domain/passage/move-boundary.ts';
import { type BoundaryStep, stepBoundary } from '#domain/reading/step-boundary.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { announce } from '#renderer/window/live-region.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { passageAtHand } from '../passages/find-passage.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import type { ReaderActs } from '../passages/use-passage-acts.ts';
import { selectedRanges } from '../selection/selected-ranges.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { usePassageCommand } from '../state/use-passage-command.ts';
import { scrollToOffset } from '../text/scroll-text.ts';
import {
  type BoundaryEdit,
  isSameRanges,
  sayBoundary,
  sayLength,
  withNextBoundary,
} from './boundary-edit.ts';
import { type BoundaryKey, boundaryKeyOf } from './boundary-key.ts';

export type BoundaryActs = {
  /** Begins to move the boundaries of the passage. */
  begin(placed: PlacedPassage, active: Boundary, isPulled: boolean): void;
  /** Shows the ranges as they would be. */
  preview(ranges: readonly TextRange[]): void;
  /** Makes them so, in one step. */
  keep(): void;
  /** Leaves all as it was. */
  leave(): void;
};

type BoundaryInput = { readonly placed: readonly PlacedPassage[]; readonly acts: ReaderActs };

const placedOf = (placed: readonly PlacedPassage[], id: PassageId): PlacedPassage | undefined =>
  placed.find(({ passage }) => passage.id === id);

const useBoundaryActs = ({ placed, acts }: BoundaryInput): BoundaryActs => {
  const { article, store, view } = useReader();
  /** A selection goes, and a caret that is left outside goes along: what is done next is done inside the passage. */
  const keepCaretInside = (ranges: readonly TextRange[]): void => {
    const { selected } = store.getState();
    const [first] = ranges;
    const isInside = ranges.some(({ start, end }) => start <= selected.caret && selected.caret <= end);
    if (first === undefined || (isInside && selectedRanges(selected).length === 0)) return;
    const caret = isInside ? selected.caret : first.start;
    view?.select({ start: caret, end: caret });
    store.setState({ selected: { caret, range: null } });
  };
  return {
    begin({ passage, ranges }, active, isPulled) {
      selectPassage(store, passage.id);
      keepCaretInside(ranges);
      const edit = { passageId: passage.id, before: ranges, ranges, active, isPulled };
      store.setState({ boundaries: edit });
      if (!isPulled) announce(`Move the boundaries. ${sayBoundary(article.index.text, edit)}`);
    },
    preview(ranges) {
      const edit = store.getState().boundaries;
      if (edit !== null && !isSameRanges(edit.ranges, ranges))
        store.setState({ boundaries: { ...edit, ranges } });
    },
    keep() {
      const edit = store.getState().boundaries;
      store.setState({ boundaries: null });
      const its = edit === null ? undefined : placedOf(placed, edit.passageId);
      if (edit === null || its === undefined || isSameRanges(edit.before, edit.ranges)) {
        announce('Boundaries left as they were');
        return;
      }
      const moved = acts.edit(edit.passageId, { does: 'resize', ranges: [...edit.ranges] });
      keepCaretInside(edit.ranges);
      void announceOutcome(`Boundaries moved, ${sayLength(article.index.text, edit.ranges)}`, moved);
    },
    leave() {
      if (store.getState().boundaries === null) return;
      store.setState({ boundaries: null });
      announce('Boundaries left as they were');
    },
  };
};

/** Steps of the active boundary, told and kept in sight. */
const useStepping = () => {
  const { article, store, view, scroller } = useReader();
  const show = (edit: BoundaryEdit): void => {
    store.setState({ boundaries: edit });
    const offset = edit.ranges[edit.active.part]?.[edit.active.end] ?? 0;
    if (view !== null && scroller.current !== null)
      scrollToOffset({ view, scroller: scroller.current, offset, to: 'sight' });
  };
  return {
    next(edit: BoundaryEdit): void {
      const next = withNextBoundary(edit);
      show(next);
      announce(sayBoundary(article.index.text, next));
    },
    step(edit: BoundaryEdit, step: BoundaryStep): void {
      const ranges = stepBoundary(article.reading, edit.ranges, edit.active, step);
      const next = { ...edit, ranges };
      show(next);
      announce(ranges === edit.ranges ? 'No further' : sayBoundary(article.index.text, next));
    },
  };
};

/** Leaves where something else is done: another passage selected, this one changed, the focus taken elsewhere. */
const useLeaving = ({ placed }: BoundaryInput, leave: () => void): void => {
  const { view } = useReader();
  // Neither changes with a step: the page is not drawn anew for each.
  const editedId = useReaderState((state) => state.boundaries?.passageId ?? null);
  const before = useReaderState((state) => state.boundaries?.before ?? null);
  const selectedId = useReaderState((state) => state.selectedId);
  const latest = useLatest(leave);
  const isEdited = before !== null;
  const its = editedId === null ? undefined : placedOf(placed, editedId);
  const isSelected = its !== undefined && editedId === selectedId;
  const holds = isEdited && isSelected && isSameRanges(its.ranges, before);
  useLayoutEffect(() => {
    if (isEdited && !holds) latest.current();
  }, [isEdited, holds]);
  useEffect(() => {
    if (view === null || !isEdited) return;
    const left = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Node && !view.dom.contains(relatedTarget)) latest.current();
    };
    view.dom.addEventListener('focusout', left);
    return () => view.dom.removeEventListener('focusout', left);
  }, [view, isEdited]);
};

/**
 * Moving the boundaries of the selected passage: by keys after its command, and by what the handles do. `press`
 * answers whether the key was one of its own.
 */
export const useBoundaryEdit = (input: BoundaryInput) => {
  const { article, store, view } = useReader();
  const acts = useBoundaryActs(input);
  const stepping = useStepping();
  useLeaving(input, acts.leave);

  usePassageCommand('passage.boundaries', () => {
    const { boundaries } = store.getState();
    const { selectedId, selected } = store.getState();
    const ranges = selectedRanges(selected).map((range) => snapToGraphemes(article.index.text, range));
    const placed = passageAtHand(input.placed, selectedId, ranges);
    if (boundaries !== null) stepping.next(boundaries);
    else if (placed === null) sayHint('Select a passage first');
    else if (placed.ranges.length === 0) sayHint('These words don’t stand in this text');
    else {
      view?.focus();
      acts.begin(placed, { part: placed.ranges.length - 1, end: 'end' }, false);
    }
  });

  const answer = (edit: BoundaryEdit, key: BoundaryKey): void => {
    if (key === 'keep') acts.keep();
    else if (key === 'leave') acts.leave();
    else if (key === 'next') stepping.next(edit);
    else stepping.step(edit, key);
  };
  const press = (event: KeyboardEvent): boolean => {
    const { boundaries } = store.getState();
    if (boundaries === null || boundaries.isPulled) return false;
    const isMac = useAppState.getState().app?.platform === 'darwin';
    const key = boundaryKeyOf(event, { isMac, isRightToLeft: view?.dom.dir === 'rtl' });
    if (key !== null) answer(boundaries, key);
    return key !== null;
  };
  return { acts, press };
};
