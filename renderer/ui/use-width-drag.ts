import { type PointerEvent, useRef } from 'react';

export type WidthDrag = {
  /** On which side of the box the edge is. */
  readonly side: 'left' | 'right';
  /** In CSS pixels. */
  readonly minWidth: number;
  /** Called while the edge is dragged, and, with `isDone`, when it is released. */
  readonly onWidth: (width: number, isDone: boolean) => void;
};

/** Props that make an element the edge of its parent, which resizes the parent. */
export const useWidthDrag = ({ side, minWidth, onWidth }: WidthDrag) => {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = ({ x, width }: { readonly x: number; readonly width: number }, now: number): number =>
    Math.max(minWidth, Math.round(width + (side === 'right' ? now - x : x - now)));
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (event.button !== 0) return;
      const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? minWidth;
      start.current = { x: event.clientX, width };
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
    },
    onPointerMove: ({ clientX }: PointerEvent): void => {
      if (start.current !== null) onWidth(widthAt(start.current, clientX), false);
    },
    onPointerUp: ({ clientX }: PointerEvent): void => {
      // A press without movement is half of a double click.
      if (start.current !== null && clientX !== start.current.x)
        onWidth(widthAt(start.current, clientX), true);
      start.current = null;
    },
  };
};
