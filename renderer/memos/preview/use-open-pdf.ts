import { useEffect, useRef, useState } from 'react';
import type { OpenPdf } from './draw-pdf.ts';

/**
 * The PDF opened for drawing; the one before stays until the next is open, so that nothing flickers. pdfjs is
 * loaded with the first one.
 */
export const useOpenPdf = (bytes: Uint8Array | null): OpenPdf | null => {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const shown = useRef<OpenPdf | null>(null);
  useEffect(() => {
    if (bytes === null) return;
    let isCurrent = true;
    const open = async (): Promise<void> => {
      const { openPdf } = await import('./draw-pdf.ts');
      // The worker takes the bytes it is given away; these are kept, for the panel may be shown again.
      const opened = await openPdf(bytes.slice());
      if (!isCurrent) return void opened.close();
      void shown.current?.close();
      shown.current = opened;
      setPdf(opened);
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [bytes]);
  useEffect(() => () => void shown.current?.close(), []);
  return pdf;
};
