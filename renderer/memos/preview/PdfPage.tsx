import { useState } from 'react';
import { useDrawnPage } from '#renderer/pdf/use-drawn-page.ts';
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

/** One page, drawn anew when what stands on it or the width changes, as sharp as the screen. */
export const PdfPage = ({ pdf, number, pageKey, onPoint }: PdfPageProps) => {
  const { canvas } = useDrawnPage({ pdf, number, pageKey });
  // As high from the start as it will be: a press falls on what it was meant for, while pages are drawn one by one.
  const [blankHeight] = useState(() => Math.round(BLANK_WIDTH / pdf.aspect));
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
