import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './edge.module.css';

export type PaneEdgeProps = {
  readonly label: string;
  /** Of the pane left of the edge, in CSS pixels. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  /** While the edge is drawn, and, with `isDone`, when it is let go. */
  readonly onWidth: (width: number, isDone: boolean) => void;
};

const STEP_PX = 24;

const keySteps: Readonly<Record<string, number>> = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX };

/** The right edge of a pane, by which it is made wider or narrower: drawn, or moved by the arrow keys. */
export const PaneEdge = ({ label, width, least, most, onWidth }: PaneEdgeProps) => {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const clamp = (next: number): number => Math.round(Math.max(least, Math.min(most, next)));
  const widthAt = ({ clientX }: PointerEvent): number =>
    clamp((start.current?.width ?? width) + clientX - (start.current?.x ?? clientX));
  const moveByKey = (event: KeyboardEvent): void => {
    const step = keySteps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onWidth(clamp(width + step), true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is no <hr>
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={joinClasses(styles.edge)}
      onKeyDown={moveByKey}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => start.current !== null && onWidth(widthAt(event), false)}
      onPointerUp={(event) => {
        if (start.current !== null) onWidth(widthAt(event), true);
        start.current = null;
      }}
      onPointerCancel={() => {
        if (start.current !== null) onWidth(start.current.width, true);
        start.current = null;
      }}
    />
  );
};
