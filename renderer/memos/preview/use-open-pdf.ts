import { useEffect, useState } from 'react';
import type { PrintedMemo } from '#domain/contract/memo.ts';
import type { OpenPdf } from '#renderer/pdf/draw-pdf.ts';

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
