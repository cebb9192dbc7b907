/** Makes the file of a memo in one format, from the document model that all formats share. */
import type { AppError } from '#domain/contract/errors.ts';
import type { PdfOptions } from '#domain/contract/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { Result } from '#domain/result.ts';

/** Formats in which a memo is handed over; each is the ending of its files. */
export type MemoFormat = 'pdf';

export type MadeFile = { readonly bytes: Uint8Array; readonly pages: number };

export type MemoWriter = {
  readonly format: MemoFormat;
  /** The whole file, or why there is none. Nothing is written to the disk. */
  write(document: MemoDocument, options: PdfOptions): Promise<Result<MadeFile, AppError>>;
};

/** One writer for each format. */
export type MemoWriters = { readonly [F in MemoFormat]: MemoWriter & { readonly format: F } };
