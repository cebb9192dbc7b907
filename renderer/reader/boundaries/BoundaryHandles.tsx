import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Boundary, boundariesOf, offsetOf } from '#domain/passage/edit/move-boundary.ts';
import { pullBoundary } from '#domain/passage/edit/step-boundary.ts';
import { regionOf } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import styles from './boundaries.module.css';
import { nameBoundary, sayLength } from './boundary-edit.ts';
import { holdPointer } from './hold-pointer.ts';
import type { BoundaryActs } from './use-boundary-edit.ts';

/** The position of a boundary's handle, in page coordinates. */
type Handle = {
  readonly boundary: Boundary;
  readonly left: number;
  readonly top: number;
  readonly height: number;
};

const noRanges: readonly TextRange[] = [];
const noHandles: readonly Handle[] = [];

/** Measured after every change of its inputs, before painting, and whenever the text is laid out again. */
const useHandles = (ranges: readonly TextRange[]) => {
  const { view } = useReader();
  const window = useReaderState((state) => state.window);
  const layer = useRef<HTMLDivElement>(null);
  const [handles, setHandles] = useState(noHandles);
  const measure = useLatest((): void => {
    if (view === null || layer.current === null) return;
    const origin = layer.current.getBoundingClientRect();
    const shown = boundariesOf(ranges).filter((boundary) => {
      const offset = offsetOf(ranges, boundary);
      return window.start <= offset && offset <= window.end;
    });
    setHandles(
      shown.map((boundary) => {
        const { left, top, bottom } = view.edgeAt(offsetOf(ranges, boundary), boundary.end);
        return { boundary, left: left - origin.left, top: top - origin.top, height: bottom - top };
      }),
    );
  });
  useLayoutEffect(() => {
    if (ranges.length > 0 && window.end > 0) measure.current();
    else setHandles(noHandles);
  }, [ranges, window]);
  useEffect(() => {
    if (view === null || layer.current === null) return;
    const resized = new ResizeObserver(() => measure.current());
    resized.observe(view.dom);
    // The text may move on the page without changing its size.
    resized.observe(layer.current);
    return () => resized.disconnect();
  }, [view]);
  return { layer, handles };
};

export type BoundaryHandlesProps = { readonly acts: BoundaryActs };

type Point = { readonly x: number; readonly y: number };

/** A boundary held by the pointer. */
type Hold = {
  readonly boundary: Boundary;
  readonly pointer: Point;
  /**
   * The middle of the boundary's line, while the pointer has only moved along it: a grip is above or below its line.
   * Null once the pointer points at lines directly.
   */
  readonly line: number | null;
  readonly isExact: boolean;
};

/** How near to the window's edge dragging scrolls the text, and by how much a frame. */
const SCROLL_EDGE_PX = 40;
const SCROLL_STEP_PX = 10;
/** How far up or down the pointer has to move to leave the boundary's line. */
const LEAVE_LINE_PX = 10;
/** A press that moves less than this is a click. */
const CLICK_PX = 4;

const pointOf = ({ clientX: x, clientY: y }: Pick<PointerEvent, 'clientX' | 'clientY'>): Point => ({ x, y });

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

const scrollStep = ({ y }: Point, room: DOMRect): number => {
  if (y < room.top + SCROLL_EDGE_PX) return -SCROLL_STEP_PX;
  return y > room.bottom - SCROLL_EDGE_PX ? SCROLL_STEP_PX : 0;
};

/** Moves the boundary to the place nearest the pointer, and scrolls at the window's edges. */
const useFollowing = (acts: BoundaryActs) => {
  const { article, store, view, scroller } = useReader();
  const offsetOf = ({ pointer, line }: Hold): number | null => {
    if (view === null) return null;
    const text = view.dom.getBoundingClientRect();
    const left = clamp(pointer.x, text.left + 1, text.right - 1);
    return view.offsetAt(left, clamp(line ?? pointer.y, text.top + 1, text.bottom - 1));
  };
  const follow = (hold: Hold): void => {
    const edit = store.getState().boundaries;
    const at = offsetOf(hold);
    if (edit === null || at === null) return;
    const { boundary, isExact } = hold;
    acts.preview(pullBoundary(article.reading, edit.before, boundary, { at, isExact }));
  };
  /** Returns whether the text was scrolled. */
  const scrollAlong = ({ pointer }: Hold): boolean => {
    if (scroller.current === null) return false;
    const by = scrollStep(pointer, scroller.current.getBoundingClientRect());
    scroller.current.scrollTop += by;
    return by !== 0;
  };
  return { follow, scrollAlong };
};

/**
 * Dragging a boundary by its handle. The pointer may leave the text: the boundary then stays at the nearest place. A
 * plain click hands it over to the keys.
 */
const useBoundaryPull = (placed: PlacedPassage | null, acts: BoundaryActs) => {
  const { view } = useReader();
  const { follow, scrollAlong } = useFollowing(acts);
  const latest = useLatest({ placed, acts });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const begin = (boundary: Boundary, isPulled: boolean): boolean => {
    const its = latest.current.placed;
    if (its === null || its.ranges.length === 0) return false;
    latest.current.acts.begin(its, boundary, isPulled);
    return true;
  };
  const isClick = (from: Point, to: Point): boolean => Math.hypot(to.x - from.x, to.y - from.y) < CLICK_PX;

  const pull = (held: Hold): void => {
    let now = held;
    stop.current = holdPointer({
      moved(event) {
        const pointer = pointOf(event);
        const hasLeft = Math.abs(pointer.y - held.pointer.y) >= LEAVE_LINE_PX;
        now = { ...now, pointer, isExact: event.altKey, line: hasLeft ? null : now.line };
        follow(now);
      },
      framePassed: () => {
        if (isClick(held.pointer, now.pointer) || !scrollAlong(now)) return;
        now = { ...now, line: null };
        follow(now);
      },
      released() {
        if (isClick(held.pointer, now.pointer)) begin(held.boundary, false);
        else latest.current.acts.keep();
      },
      cancelled: () => latest.current.acts.leave(),
    });
  };

  return {
    /** `line` is the middle of the boundary's line, in window coordinates. */
    press(event: React.PointerEvent<HTMLElement>, boundary: Boundary, line: number): void {
      // The focus stays in the text.
      event.preventDefault();
      if (event.button !== 0 || !begin(boundary, true)) return;
      view?.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
      pull({ boundary, pointer: pointOf(event), line, isExact: event.altKey });
    },
  };
};

/** A handle at each end of the selected passage, to be dragged over the text; the keyboard has a command for it. */
export const BoundaryHandles = ({ acts }: BoundaryHandlesProps) => {
  const { placed } = useOpenPassages();
  const edit = useReaderState((state) => state.boundaries);
  const selectedId = useReaderState((state) => state.selectedId);
  // The edges of a region are moved on its picture.
  const its = useMemo(
    () => placed.find(({ passage }) => passage.id === selectedId && regionOf(passage) === null) ?? null,
    [placed, selectedId],
  );
  const { layer, handles } = useHandles(edit?.ranges ?? its?.ranges ?? noRanges);
  const { press } = useBoundaryPull(its, acts);
  const isActive = ({ part, end }: Boundary): boolean =>
    edit !== null && edit.active.part === part && edit.active.end === end;
  const grab =
    ({ boundary, top, height }: Handle) =>
    (event: React.PointerEvent<HTMLElement>): void => {
      const origin = layer.current?.getBoundingClientRect();
      if (origin === undefined) return;
      press(event, boundary, origin.top + top + height / 2);
    };
  return (
    <div
      ref={layer}
      className={styles.handles}
      aria-hidden
      data-label={its?.passage.label}
      data-pulled={edit?.isPulled === true || undefined}
    >
      {handles.map((handle) => (
        <div
          key={`${handle.boundary.part} ${handle.boundary.end}`}
          className={styles.handle}
          data-end={handle.boundary.end}
          data-active={isActive(handle.boundary) || undefined}
          style={{ left: handle.left, top: handle.top, height: handle.height }}
        >
          <span
            className={styles.grip}
            data-boundary={`${handle.boundary.part}-${handle.boundary.end}`}
            onPointerDown={grab(handle)}
          />
        </div>
      ))}
    </div>
  );
};

const keyHints = [
  { keys: ['←', '→'], does: 'word' },
  { keys: ['↑', '↓'], does: 'sentence' },
  { keys: ['⇧ ←', '⇧ →'], does: 'character' },
  { keys: ['Tab'], does: 'other end' },
  { keys: ['Enter'], does: 'keep' },
  { keys: ['Esc'], does: 'leave' },
] as const;

const pointerHints = [
  { keys: ['Alt'], does: 'by character' },
  { keys: ['Esc'], does: 'leave' },
] as const;

/** Which keys move boundaries, and how long the passage would be. Also announced with each step. */
export const BoundaryHint = () => {
  const { article } = useReader();
  const edit = useReaderState((state) => state.boundaries);
  if (edit === null) return null;
  const hints = edit.isPulled ? pointerHints : keyHints;
  return (
    <div className={styles.hint} aria-hidden>
      <b>{nameBoundary(edit)}</b>
      <span className={styles.length}>{sayLength(article.index.text, edit.ranges)}</span>
      {hints.map(({ keys, does }) => (
        <span key={does} className={styles.key}>
          {keys.map((each) => (
            <Kbd key={each} keys={each} />
          ))}
          {does}
        </span>
      ))}
    </div>
  );
};
