import { useEffect, useRef } from 'react';
import type { OpenPdf } from './draw-pdf.ts';
import styles from './preview.module.css';

export type PdfPageProps = { readonly pdf: OpenPdf; readonly number: number };

/** One page, drawn anew when the PDF or the width changes, as sharp as the screen. */
export const PdfPage = ({ pdf, number }: PdfPageProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const frame = element?.parentElement;
    if (element === null || frame === null || frame === undefined) return;
    let isGone = false;
    let drawing: Promise<unknown> = Promise.resolve();
    const draw = (): void => {
      // One drawing after another: pdfjs refuses two on one canvas, and one on a closed PDF.
      drawing = drawing
        .then(() => (isGone ? undefined : pdf.draw(number, element, frame.clientWidth)))
        .catch(() => undefined);
    };
    const observer = new ResizeObserver(draw);
    observer.observe(frame);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, [pdf, number]);
  return (
    <div className={styles.page}>
      <canvas ref={canvas} role="img" aria-label={`Page ${number} of ${pdf.pages}`} />
    </div>
  );
};
