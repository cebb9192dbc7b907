/**
 * Reads untrusted files, texts and pictures, in a sandboxed page of its own: bytes in, and the reader of their format
 * there decides. Text is decoded before (electron/import); what comes out is checked against the body's schema before
 * it is believed.
 */

import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { ChosenPicture } from '#domain/contract/form.ts';
import type {
  AttachedPart,
  AttachmentsRequest,
  DrawMarksRequest,
  ExportRequest,
  MarkFailure,
  MarkRequest,
  ParsedArticle,
  ParseRequest,
  ReviewedRequest,
  TemplateRequest,
} from '#domain/contract/importer-bridge.ts';
import type { FigureFailure } from '#domain/contract/memo-figure.ts';
import type { Brought } from '#domain/exchange/brought.ts';
import type { HouseTemplate, TemplateFailure } from '#domain/memo/form/word/house-template.ts';
import type { ReviewedFile } from '#domain/memo/round/returned/reviewed-file.ts';
import type { MarkedCopy } from '#domain/passage/marks/copied-mark.ts';
import type { DrawnMark } from '#domain/passage/marks/mark-region.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import type { StoredPicture } from '#domain/picture/stored-picture.ts';
import type { Result } from '#domain/result.ts';

export type Importer = {
  parse(request: ParseRequest): Promise<Result<ParsedArticle, ImportFailure>>;
  /** What is attached to the mails of a file. */
  listAttachments(request: AttachmentsRequest): Promise<Result<readonly AttachedPart[], ImportFailure>>;
  /** Reads an export of another tool. */
  readExport(request: ExportRequest): Promise<Result<Brought, ImportFailure | 'not-of-tool'>>;
  /** Reads a Word document that reviewers have saved. */
  readReviewed(request: ReviewedRequest): Promise<Result<ReviewedFile, ImportFailure>>;
  /** Reads a Word template. */
  readTemplate(request: TemplateRequest): Promise<Result<HouseTemplate, ImportFailure | TemplateFailure>>;
  /** Lays a picture out as the pages of a PDF, of its pixels alone. */
  layPages(bytes: Uint8Array): Promise<Result<Uint8Array, ImportFailure>>;
  /** What a copy of a PDF with passages as marks has behind the bytes of that. */
  mark(request: MarkRequest): Promise<Result<MarkedCopy, ImportFailure | MarkFailure>>;
  /**
   * Draws the parts of pages that marks mark, in the order of `marks`, as far as there is time; null for each that
   * can't be drawn.
   */
  drawMarks(request: DrawMarksRequest): Promise<Result<readonly (DrawnMark | null)[], ImportFailure>>;
  /** Draws a picture anew, as pixels alone; of `cut` no more than that rectangle. */
  draw(bytes: Uint8Array, cut?: Rectangle): Promise<Result<DrawnFigure, FigureFailure>>;
  close(): Promise<void>;
};

/** Reads a picture that was chosen as a logo; fails `picture-unusable`, or as any file that can't be read. */
export type ReadPictureFile = (path: string) => Promise<Result<ChosenPicture, AppError>>;

/** A picture as a memo keeps it: pixels, and nothing of where they were taken. */
export type DrawnFigure = Omit<StoredPicture, 'sha256'> & { readonly bytes: Uint8Array };
export type ReadFigure = Result<DrawnFigure, AppError>;

export type FigureReader = {
  /** The bytes of a file that was chosen; fails `figure-unusable`, or as any file that can't be read. */
  read(path: string): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }, AppError>>;
  /** Draws a picture anew, or `cut` of it alone; fails `figure-unusable`. */
  draw(fileName: string, bytes: Uint8Array, cut?: Rectangle): Promise<ReadFigure>;
};

/** A Word template that was chosen. */
export type ChosenTemplate = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly house: HouseTemplate;
};

/** Reads Word templates in the sandboxed page; fails `template-unusable`, or as any file that can't be read. */
export type TemplateReader = {
  read(path: string): Promise<Result<ChosenTemplate, AppError>>;
  readBytes(fileName: string, bytes: Uint8Array): Promise<Result<HouseTemplate, AppError>>;
};
