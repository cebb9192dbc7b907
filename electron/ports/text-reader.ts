/** Turns a file or a paste into a parsed text, together with its original. Nothing is written. */
import type { ArticleRecord } from '#domain/article/article.ts';
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { ArticleFormat } from '#domain/article/formats/article-formats.ts';
import type { MachinePage } from '#domain/article/machine/machine-page.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { DraftEncoding, OfferedAttachment } from '#domain/contract/import.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import type { KeepNote } from '#domain/inbox/keep-note.ts';
import type { DrawnMark } from '#domain/passage/marks/mark-region.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import type { Result } from '#domain/result.ts';
import type { ClipboardContent } from './desktop.ts';

/** A text that was read and is not sealed. `original` are the exact imported bytes. */
export type ReadText = ParsedArticle &
  Pick<ArticleRecord, 'format' | 'originalName' | 'originalFile'> & {
    readonly original: Uint8Array;
    /** Pages of a PDF that were read by OCR, or by another reader. */
    readonly machinePages?: readonly MachinePage[] | undefined;
    /** Null for a paste, which is already text. */
    readonly encoding: DraftEncoding | null;
    /** For a page kept from the browser, the selections on it. */
    readonly kept?: Pick<KeepNote, 'address' | 'title' | 'selections'>;
  };

/** A person's input on a file: its encoding, its password. The password is used once and stored nowhere. */
export type ReadHow = {
  readonly encoding?: TextEncoding | undefined;
  readonly password?: string | undefined;
};

export type ReadResult = Promise<Result<ReadText, ImportFailure>>;

/** A file attached to a mail: its offer, the name of its original, and its bytes. */
export type AttachedOriginal = {
  readonly offer: OfferedAttachment;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/** Options for drawing marks. */
export type HowDrawn = {
  readonly password?: string | undefined;
  /** Called after some of them. */
  readonly onDrawn?: ((done: number, total: number) => void) | undefined;
  /** Cancels it: what is drawn so far is returned. */
  readonly signal?: AbortSignal | undefined;
};

export type TextReader = {
  /** Reads the file at `path`. Each reason for failure has its own code. */
  readFile(path: string, how?: ReadHow): ReadResult;
  /** The attachments of a mail that was read, at most MAX_OFFERED; none for other texts. */
  attachmentsOf(read: ReadText): Promise<Result<readonly AttachedOriginal[], ImportFailure>>;
  /** Reads bytes that are not in a file, under the name of their original file. */
  readBytes(fileName: string, bytes: Uint8Array): ReadResult;
  /** Reads the bytes of a text again, in `encoding`: the choices stay, so that one can go back. */
  readAs(read: ReadText, encoding: TextEncoding): ReadResult;
  /** Reads the bytes of a PDF again, with additional OCR pages. */
  readWithPages(read: ReadText, pages: readonly MachinePage[], password?: string): ReadResult;
  /** Reads a paste; its HTML, its text and its source address together are the original. */
  readPaste(content: ClipboardContent): ReadResult;
  /** The PDF with an original's pages: the file itself, or the pages of a picture. */
  pagesOf(original: Uint8Array, format: ArticleFormat): Promise<Result<Uint8Array, ImportFailure>>;
  /**
   * Draws what each of `marks` marks on its page of a PDF, as a region: see mark-region.ts. Those that can't be drawn
   * are left out, all of them if the file can't be opened.
   */
  drawMarks(original: Uint8Array, marks: readonly PdfMark[], how?: HowDrawn): Promise<readonly DrawnMark[]>;
  /** Reads the original of an article again, in the format and encoding in which it was imported. */
  readOriginal(article: ArticleRecord, original: Uint8Array, password?: string): ReadResult;
};
