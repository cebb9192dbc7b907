import { useEffect, useState } from 'react';
import type { PrintedMemo } from '#domain/contract/memo.ts';
import type { OpenPdf } from '#renderer/pdf/draw-pdf.ts';
import { useDrawnPage } from '#renderer/pdf/use-drawn-page.ts';
import styles from './preview.module.css';

export type ShownPdf = OpenPdf & Pick<PrintedMemo, 'pageKeys'>;

/**
 * The PDF opened for drawing; the one before stays until the next is open, so that nothing flickers. pdfjs is
 * loaded with the first one.
 */
export const useOpenPdf = (printed: PrintedMemo | null): ShownPdf | null => {
  const [pdf, setPdf] = useState<ShownPdf | null>(null);
  useEffect(() => {
    if (printed === null) return;
    let isCurrent = true;
    const open = async (): Promise<void> => {
      const { openPdf } = await import('#renderer/pdf/draw-pdf.ts');
      // The worker takes the bytes it is given away; these are kept, for the panel may be shown again.
      const opened = await openPdf(printed.pdf.slice());
      if (!isCurrent) return void opened.close();
      setPdf({ ...opened, pageKeys: printed.pageKeys });
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [printed]);
  // Closed once the next one is shown: what is read from it until then can be read from that one.
  useEffect(() => () => void pdf?.close(), [pdf]);
  return pdf;
};

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
      style={{ ['--aspect' as string]: pdf.aspect }}
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
