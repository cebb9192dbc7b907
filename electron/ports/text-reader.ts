/** From a file or a paste to a text that was read, with the original that it came from. Nothing is written. */
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

/** A text that was read and is not sealed. `original` is what was imported, to the byte. */
export type ReadText = ParsedArticle &
  Pick<ArticleRecord, 'format' | 'originalName' | 'originalFile'> & {
    readonly original: Uint8Array;
    /** Pages of a PDF that were read from their pictures, or by another reader. */
    readonly machinePages?: readonly MachinePage[] | undefined;
    /** Null for a paste, which comes as text. */
    readonly encoding: DraftEncoding | null;
    /** Of a page that was kept from the browser, what was selected on it. */
    readonly kept?: Pick<KeepNote, 'address' | 'title' | 'selections'>;
  };

/** What a person has said of a file: its encoding, its password. The password is used once and kept nowhere. */
export type ReadHow = {
  readonly encoding?: TextEncoding | undefined;
  readonly password?: string | undefined;
};

export type ReadResult = Promise<Result<ReadText, ImportFailure>>;

/** A file that is attached to a mail: what is offered of it, the name of its original, and its bytes. */
export type AttachedOriginal = {
  readonly offer: OfferedAttachment;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/** How marks are drawn. */
export type HowDrawn = {
  readonly password?: string | undefined;
  /** After some of them. */
  readonly onDrawn?: ((done: number, total: number) => void) | undefined;
  /** Ends it: what is drawn by then is answered. */
  readonly signal?: AbortSignal | undefined;
};

export type TextReader = {
  /** Reads the file at `path`. Each reason why it can't be has a code of its own. */
  readFile(path: string, how?: ReadHow): ReadResult;
  /** What is attached to a mail that was read, the first MAX_OFFERED; none for a text that is no mail. */
  attachmentsOf(read: ReadText): Promise<Result<readonly AttachedOriginal[], ImportFailure>>;
  /** Reads bytes that lie in no file of their own, under the name of the file that they were. */
  readBytes(fileName: string, bytes: Uint8Array): ReadResult;
  /** Reads the bytes of a text once more, in `encoding`: the choices stay, for the way back. */
  readAs(read: ReadText, encoding: TextEncoding): ReadResult;
  /** Reads the bytes of a PDF once more, with pages that were read from their pictures beside those that it had so. */
  readWithPages(read: ReadText, pages: readonly MachinePage[], password?: string): ReadResult;
  /** Reads a paste; its HTML, its text and the address that it says are kept together as the original. */
  readPaste(content: ClipboardContent): ReadResult;
  /** The PDF whose pages an original shows: the file itself, or the pages of a picture. */
  pagesOf(original: Uint8Array, format: ArticleFormat): Promise<Result<Uint8Array, ImportFailure>>;
  /**
   * Draws what each of `marks` marks on its page of a PDF, as a region: see mark-region.ts. Those that can't be drawn
   * are left out, all of them where the file can't be opened.
   */
  drawMarks(original: Uint8Array, marks: readonly PdfMark[], how?: HowDrawn): Promise<readonly DrawnMark[]>;
  /** Reads the original of an article once more, in the format and the encoding in which it was imported. */
  readOriginal(article: ArticleRecord, original: Uint8Array, password?: string): ReadResult;
};
