/** How the time for reading a PDF is shared between its text and its figures, with a clock that the pages move. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPages } from '#renderer/importer/pdf/read-pages.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const words = 'So many words that no page of them could be taken for a scan.';

const pdfOf = (
  numPages: number,
  { textMs, listMs }: { readonly textMs: number; readonly listMs: number },
) => {
  const page = {
    getViewport: () => ({ width: 600, height: 800, transform: [1, 0, 0, -1, 0, 800] }),
    async getTextContent() {
      vi.advanceTimersByTime(textMs);
      return { items: [{ str: words, dir: 'ltr', transform: [10, 0, 0, 10, 50, 700], width: 300 }] };
    },
    async getOperatorList() {
      vi.advanceTimersByTime(listMs);
      return { fnArray: [], argsArray: [] };
    },
    cleanup: () => undefined,
  };
  return { numPages, getPage: async () => page } as unknown as PDFDocumentProxy;
};

const lookedAt = async (pdf: PDFDocumentProxy) => {
  const { pages } = await readPages(pdf, [], true);
  return { read: pages.length, withPlaces: pages.filter(({ drawn }) => drawn !== null).length };
};

describe('the time for a PDF', () => {
  it('goes to its text first: figures are looked for as long as all pages can still be read', async () => {
    const { read, withPlaces } = await lookedAt(pdfOf(900, { textMs: 15, listMs: 20 }));
    expect(read).toBe(900);
    // 13.5 of 18 seconds are for the text.
    expect(withPlaces).toBeGreaterThan(200);
    expect(withPlaces).toBeLessThan(240);
  });

  it('is enough for the figures of all pages where it is enough for both', async () => {
    expect(await lookedAt(pdfOf(500, { textMs: 15, listMs: 20 }))).toEqual({ read: 500, withPlaces: 500 });
  });
});
