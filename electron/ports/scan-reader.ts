/**
 * Reads pages of a PDF a second time: from their pictures by OCR, or their letters by another reader. Nothing is
 * written.
 */
import type { MachinePage, UnreadPage } from '#domain/article/machine/machine-page.ts';
import type { OcrLanguage } from '#domain/article/machine/ocr-languages.ts';
import type { OcrFailure } from '#domain/contract/ocr.ts';
import type { Result } from '#domain/result.ts';

export type PdfToRead = {
  readonly bytes: Uint8Array;
  /** Of a PDF that asks for one; used to read it and kept nowhere. */
  readonly password?: string | undefined;
  /** In the file, from 1. */
  readonly pages: readonly number[];
};

/** What was read, and the pages that were not, each with the reason. */
export type ScanReading = {
  readonly pages: readonly MachinePage[];
  readonly unread: readonly UnreadPage[];
};

export type ScanProgress = {
  /** Before each page, and when all are done: how many are. */
  readonly onProgress: (done: number) => void;
  /** Ends the page that is being read; what was read before is answered. */
  readonly signal: AbortSignal;
};

export type ScanReader = {
  /** Reads pages from their pictures. A page that fails leaves the others alone. */
  readPictures(
    pdf: PdfToRead & { readonly language: OcrLanguage },
    progress: ScanProgress,
  ): Promise<Result<ScanReading, OcrFailure>>;
  /** Reads the letters of pages by another reader; the pages that it can't read are not among the answer. */
  readLetters(pdf: PdfToRead): Promise<readonly MachinePage[]>;
  close(): Promise<void>;
};
