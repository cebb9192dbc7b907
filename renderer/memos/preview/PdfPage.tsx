import { useEffect, useState } from 'react';
import type { PrintedMemo } from '#domain/contract/memo.ts';
import type { OpenPdf } from '#renderer/pdf/draw-pdf.ts';
import { useDrawnPage } from '#renderer/pdf/use-drawn-page.ts';
import styles from './preview.module.css';

export type ShownPdf = OpenPdf & Pick<PrintedMemo, 'pageKeys'>;

/**
 * The PDF opened for drawing; the previous one stays until the next is open, so that nothing flickers. pdfjs is loaded
 * with the first one.
 */
export const useOpenPdf = (printed: PrintedMemo | null): ShownPdf | null => {
  const [pdf, setPdf] = useState<ShownPdf | null>(null);
  useEffect(() => {
    if (printed === null) return;
    let isCurrent = true;
    const open = async (): Promise<void> => {
      const { openPdf } = await import('#renderer/pdf/draw-pdf.ts');
      // The bytes are transferred to the worker; this copy is kept, as the panel may be shown again.
      const opened = await openPdf(printed.pdf.slice());
      if (!isCurrent) return void opened.close();
      setPdf({ ...opened, pageKeys: printed.pageKeys });
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [printed]);
  // Closed once the next one is shown: until then it can still be read.
  useEffect(() => () => void pdf?.close(), [pdf]);
  return pdf;
};

export type PdfPageProps = {
  readonly pdf: ShownPdf;
  readonly number: number;
  /** The same for a page that looks the same in another PDF. */
  readonly pageKey: string;
  /** Called when the page is pressed, with fractions from the upper left. */
  readonly onPoint?: (point: { readonly x: number; readonly y: number }) => void;
};

/** Pixels of a canvas before anything is drawn. */
const BLANK_WIDTH = 1000;

/** One page, drawn again when its content or width changes, at the screen's resolution. */
export const PdfPage = ({ pdf, number, pageKey, onPoint }: PdfPageProps) => {
  const { canvas } = useDrawnPage({ pdf, number, pageKey });
  // Reserves its final height from the start, so that pages drawn one by one don't move under a press.
  const [blankHeight] = useState(() => Math.round(BLANK_WIDTH / pdf.aspect));
  return (
    // Only the mouse can point; keys move the caret, and the page follows it.
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
