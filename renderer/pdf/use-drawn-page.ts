import { type RefObject, useEffect, useRef, useState } from 'react';
import type { OpenPdf } from './draw-pdf.ts';

/** What is drawn, and how wide its frame was, in CSS pixels. */
type Drawn = { readonly pageKey: string; readonly widthPx: number };

export type DrawnPage = {
  readonly pdf: Pick<OpenPdf, 'draw'>;
  /** Counted from 1. */
  readonly number: number;
  /** The same for a page that looks the same in another PDF. */
  readonly pageKey: string;
};

/**
 * A ref for the canvas of one page: it is drawn again when its content or the width of the canvas's parent changes, at
 * the screen's resolution. Also returns whether the last drawing failed.
 */
export const useDrawnPage = ({
  pdf,
  number,
  pageKey,
}: DrawnPage): {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly hasFailed: boolean;
} => {
  const [hasFailed, setHasFailed] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Drawn | null>(null);
  useEffect(() => {
    const element = canvas.current;
    const frame = element?.parentElement;
    if (element === null || frame === null || frame === undefined) return;
    const gone = new AbortController();
    let drawing: Promise<unknown> = Promise.resolve();
    const drawOnce = async (): Promise<void> => {
      const widthPx = frame.clientWidth;
      const isDrawn = drawn.current?.pageKey === pageKey && drawn.current.widthPx === widthPx;
      if (gone.signal.aborted || isDrawn) return;
      drawn.current = null;
      await pdf.draw(number, element, widthPx, gone.signal);
      drawn.current = { pageKey, widthPx };
    };
    const draw = (): void => {
      // One drawing at a time: pdfjs refuses two on one canvas, and any on a closed PDF.
      drawing = drawing.then(drawOnce).then(
        () => setHasFailed(false),
        () => gone.signal.aborted || setHasFailed(true),
      );
    };
    const observer = new ResizeObserver(draw);
    observer.observe(frame);
    return () => {
      gone.abort();
      observer.disconnect();
    };
  }, [pdf, number, pageKey]);
  return { canvas, hasFailed };
};
