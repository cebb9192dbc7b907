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
  /** For a PDF that needs one; only used for reading and stored nowhere. */
  readonly password?: string | undefined;
  /** In the file, from 1. */
  readonly pages: readonly number[];
};

/** The pages that were read, and those that were not, each with the reason. */
export type ScanReading = {
  readonly pages: readonly MachinePage[];
  readonly unread: readonly UnreadPage[];
};

export type ScanProgress = {
  /** Called before each page and at the end, with the number of finished pages. */
  readonly onProgress: (done: number) => void;
  /** Cancels the current page; earlier ones are returned. */
  readonly signal: AbortSignal;
};

export type ScanReader = {
  /** Reads pages from their pictures. A failing page does not affect the others. */
  readPictures(
    pdf: PdfToRead & { readonly language: OcrLanguage },
    progress: ScanProgress,
  ): Promise<Result<ScanReading, OcrFailure>>;
  /** Reads the letters of pages with another reader; unreadable pages are left out. */
  readLetters(pdf: PdfToRead): Promise<readonly MachinePage[]>;
  close(): Promise<void>;
};
