import { useEffect, useLayoutEffect } from 'react';
import type { PassageId } from '#domain/ids.ts';
import type { Boundary } from '#domain/passage/edit/move-boundary.ts';
import type { BoundaryStep } from '#domain/passage/edit/step-boundary.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { isOfPage } from '#domain/passage/region/region-selector.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { saySelectFirst } from '#renderer/parts/menu/say-select-first.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { announce } from '#renderer/window/live-region.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { usePageView } from '#renderer/window/side-panes.ts';
import { openPicture } from '../pictures/open-picture.ts';
import { passageAtHand } from '../state/find-passage.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { usePassageCommand, useReader, useReaderState } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { selectedRanges } from '../state/selected-text.ts';
import { type CursorPress, cursorStepOf } from '../text/cursor-key.ts';
import { scrollToOffset } from '../text/scroll-text.ts';
import { isSameRanges } from './boundary-edit.ts';
import { advanceBoundaries, type BoundaryEvent } from './boundary-machine.ts';

export type BoundaryActs = {
  /** Starts moving the boundaries of the passage. */
  begin(placed: PlacedPassage, active: Boundary, isPulled: boolean): void;
  /** Previews new ranges. */
  preview(ranges: readonly TextRange[]): void;
  /** Applies them, in one step. */
  keep(): void;
  /** Discards the edit. */
  leave(): void;
  /** Moves the active boundary, and keeps it in view. */
  step(step: BoundaryStep): void;
  /** Switches to the next boundary. */
  next(): void;
};

const placedOf = (placed: readonly PlacedPassage[], id: PassageId | undefined): PlacedPassage | undefined =>
  placed.find(({ passage }) => passage.id === id);

/** Drops the selection, and moves a caret outside into the passage: what follows is done inside it. */
const useCaretInside = () => {
  const { store, view } = useReader();
  return (ranges: readonly TextRange[]): void => {
    const { selected } = store.getState();
    const [first] = ranges;
    const isInside = ranges.some(({ start, end }) => start <= selected.caret && selected.caret <= end);
    if (first === undefined || (isInside && selectedRanges(selected).length === 0)) return;
    const caret = isInside ? selected.caret : first.start;
    view?.select({ start: caret, end: caret });
    store.setState({ selected: { caret, range: null } });
  };
};

/** Sends events to the state machine, and carries out its transitions. */
const useBoundaryActs = (): BoundaryActs => {
  const { placed, acts } = useOpenPassages();
  const { article, store, view, scroller } = useReader();
  const keepCaretInside = useCaretInside();
  const send = (event: BoundaryEvent): void => {
    const { boundaries } = store.getState();
    const { edit, said, resized } = advanceBoundaries(boundaries, event, article.reading);
    if (edit !== boundaries) store.setState({ boundaries: edit });
    if (boundaries !== null && resized !== null) {
      const moved = acts.edit(boundaries.passageId, { kind: 'resize', ranges: [...resized] });
      keepCaretInside(resized);
      void announceOutcome(said ?? '', moved);
    } else if (said !== null) announce(said);
  };
  const show = (): void => {
    const { boundaries } = store.getState();
    if (boundaries === null || view === null || scroller.current === null) return;
    const offset = boundaries.ranges[boundaries.active.part]?.[boundaries.active.end] ?? 0;
    scrollToOffset({ view, scroller: scroller.current, offset, to: 'sight' });
  };
  return {
    begin({ passage, ranges }, active, isPulled) {
      selectPassage(store, passage.id);
      keepCaretInside(ranges);
      send({ kind: 'begin', passageId: passage.id, ranges, active, isPulled });
    },
    preview: (ranges) => send({ kind: 'preview', ranges }),
    keep: () =>
      send({
        kind: 'keep',
        isThere: placedOf(placed, store.getState().boundaries?.passageId) !== undefined,
      }),
    leave: () => send({ kind: 'leave' }),
    step(step) {
      send({ kind: 'step', step });
      show();
    },
    next() {
      send({ kind: 'next' });
      show();
    },
  };
};

/** Ends the edit if something else happens: another passage is selected, this one changes, the focus moves away. */
const useLeaving = (leave: () => void): void => {
  const { placed } = useOpenPassages();
  const { view } = useReader();
  // Neither changes with a step, so the page does not render again for each.
  const editedId = useReaderState((state) => state.boundaries?.passageId ?? null);
  const before = useReaderState((state) => state.boundaries?.before ?? null);
  const selectedId = useReaderState((state) => state.selectedId);
  const latest = useLatest(leave);
  const isEdited = before !== null;
  const its = placedOf(placed, editedId ?? undefined);
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

const isOnPage = (passage: Passage): boolean => {
  const region = regionOf(passage);
  return region !== null && isOfPage(region);
};

type BoundaryKey = 'next' | 'keep' | 'leave' | BoundaryStep;

const plainKeys: Readonly<Record<string, BoundaryKey | undefined>> = {
  Tab: 'next',
  Enter: 'keep',
  Escape: 'leave',
};

/**
 * The meaning of a key press while boundaries are moved: arrows as for the reading cursor, with Shift by single
 * characters; Tab, Enter and Esc. Null for every other key.
 */
export const boundaryKeyOf = (
  press: CursorPress,
  layout: Parameters<typeof cursorStepOf>[1],
): BoundaryKey | null => {
  const hasModifier = press.ctrlKey || press.metaKey || press.altKey;
  const plain = plainKeys[press.key];
  if (plain !== undefined) return hasModifier || press.isComposing ? null : plain;
  const step = cursorStepOf(press, layout);
  if (step === null) return null;
  const { unit, direction, extends: isFine } = step;
  return { unit: isFine && unit === 'word' ? 'character' : unit, direction };
};

/**
 * Moving the boundaries of the selected passage: by keys after its command, or by its handles. `press` returns whether
 * it handled the key.
 */
export const useBoundaryEdit = () => {
  const { placed: all } = useOpenPassages();
  const { article, store, view } = useReader();
  const acts = useBoundaryActs();
  useLeaving(acts.leave);

  const frame = ({ passage, start }: PlacedPassage): void => {
    if (isOnPage(passage)) {
      usePageView.setState({ isWanted: true });
      store.setState({ framedId: passage.id });
      return;
    }
    view?.focus();
    openPicture(store, article, start, passage.id);
  };
  usePassageCommand('passage.boundaries', () => {
    const { boundaries } = store.getState();
    const { selectedId, selected } = store.getState();
    const ranges = selectedRanges(selected).map((range) => snapToGraphemes(article.index.text, range));
    const placed = passageAtHand(all, selectedId, ranges);
    if (boundaries !== null) acts.next();
    else if (placed === null) saySelectFirst();
    else if (placed.start < 0) sayHint('These words are not in this text');
    else if (regionOf(placed.passage) !== null) frame(placed);
    else {
      view?.focus();
      acts.begin(placed, { part: placed.ranges.length - 1, end: 'end' }, false);
    }
  });

  const answer = (key: BoundaryKey): void => {
    if (key === 'keep') acts.keep();
    else if (key === 'leave') acts.leave();
    else if (key === 'next') acts.next();
    else acts.step(key);
  };
  const press = (event: KeyboardEvent): boolean => {
    const { boundaries } = store.getState();
    if (boundaries === null || boundaries.isPulled) return false;
    const isMac = useAppState.getState().app?.platform === 'darwin';
    const key = boundaryKeyOf(event, { isMac, isRightToLeft: view?.dom.dir === 'rtl' });
    if (key !== null) answer(key);
    return key !== null;
  };
  return { acts, press };
};
