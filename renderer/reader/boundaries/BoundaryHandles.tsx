import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Boundary, boundariesOf, offsetOf } from '#domain/passage/edit/move-boundary.ts';
import { regionOf } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import styles from './boundaries.module.css';
import type { BoundaryActs } from './use-boundary-edit.ts';
import { useBoundaryPull } from './use-boundary-pull.ts';

/** Where the handle of a boundary stands, in the frame of the page. */
type Handle = {
  readonly boundary: Boundary;
  readonly left: number;
  readonly top: number;
  readonly height: number;
};

const noRanges: readonly TextRange[] = [];

/** Measured after every change of what it depends on, before it is painted, and whenever the text is laid out anew. */
const useHandles = (ranges: readonly TextRange[]) => {
  const { view } = useReader();
  const window = useReaderState((state) => state.window);
  const layer = useRef<HTMLDivElement>(null);
  const [handles, setHandles] = useState<readonly Handle[]>([]);
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
    else setHandles([]);
  }, [ranges, window]);
  useEffect(() => {
    if (view === null || layer.current === null) return;
    const resized = new ResizeObserver(() => measure.current());
    resized.observe(view.dom);
    // The text may move on the page and keep its size.
    resized.observe(layer.current);
    return () => resized.disconnect();
  }, [view]);
  return { layer, handles };
};

export type BoundaryHandlesProps = { readonly acts: BoundaryActs };

/** A handle at each end of the selected passage, to be pulled over the text; by keys the command does the same. */
export const BoundaryHandles = ({ acts }: BoundaryHandlesProps) => {
  const { placed } = useOpenPassages();
  const edit = useReaderState((state) => state.boundaries);
  const selectedId = useReaderState((state) => state.selectedId);
  // The edges of a region are moved on its picture.
  const its = placed.find(({ passage }) => passage.id === selectedId && regionOf(passage) === null) ?? null;
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
