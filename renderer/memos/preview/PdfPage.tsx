import { useEffect, useRef, useState } from 'react';
import styles from './preview.module.css';
import type { ShownPdf } from './use-open-pdf.ts';

export type PdfPageProps = {
  readonly pdf: ShownPdf;
  readonly number: number;
  /** The same for a page that looks the same in another PDF. */
  readonly pageKey: string;
  /** Hears where the page is pressed, in fractions of it from the upper left. */
  readonly onPoint?: (point: { readonly x: number; readonly y: number }) => void;
};

/** Pixels of a canvas that nothing was drawn on yet. */
const BLANK_WIDTH = 1000;

type Drawn = { readonly pageKey: string; readonly widthPx: number };

/** One page, drawn anew when what stands on it or the width changes, as sharp as the screen. */
export const PdfPage = ({ pdf, number, pageKey, onPoint }: PdfPageProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Drawn | null>(null);
  // As high from the start as it will be: a press falls on what it was meant for, while pages are drawn one by one.
  const [blankHeight] = useState(() => Math.round(BLANK_WIDTH / pdf.aspect));
  useEffect(() => {
    const element = canvas.current;
    const frame = element?.parentElement;
    if (element === null || frame === null || frame === undefined) return;
    let isGone = false;
    let drawing: Promise<unknown> = Promise.resolve();
    const drawOnce = async (): Promise<void> => {
      const widthPx = frame.clientWidth;
      const isDrawn = drawn.current?.pageKey === pageKey && drawn.current.widthPx === widthPx;
      if (isGone || isDrawn) return;
      drawn.current = null;
      await pdf.draw(number, element, widthPx);
      drawn.current = { pageKey, widthPx };
    };
    const draw = (): void => {
      // One drawing after another: pdfjs refuses two on one canvas, and one on a closed PDF.
      drawing = drawing.then(drawOnce).catch(() => undefined);
    };
    const observer = new ResizeObserver(draw);
    observer.observe(frame);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, [pdf, number, pageKey]);
  return (
    // A mouse alone can point; keys move the caret, and the page follows it.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={styles.page}
      data-page={number}
      onClick={(event) => {
        const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
        onPoint?.({ x: (event.clientX - left) / width, y: (event.clientY - top) / height });
      }}
    >
      <canvas
        ref={canvas}
        width={BLANK_WIDTH}
        height={blankHeight}
        role="img"
        aria-label={`Page ${number} of ${pdf.pages}`}
      />
    </div>
  );
};
