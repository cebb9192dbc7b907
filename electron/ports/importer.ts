/**
 * Reads untrusted files, texts and pictures, in a sandboxed page: the reader for their format gets the bytes there.
 * Text is decoded before (electron/import); the result is validated against the body's schema.
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
  /** The attachments of the mails in a file. */
  listAttachments(request: AttachmentsRequest): Promise<Result<readonly AttachedPart[], ImportFailure>>;
  /** Reads an export of another tool. */
  readExport(request: ExportRequest): Promise<Result<Brought, ImportFailure | 'not-of-tool'>>;
  /** Reads a Word document saved by a reviewer. */
  readReviewed(request: ReviewedRequest): Promise<Result<ReviewedFile, ImportFailure>>;
  /** Reads a Word template. */
  readTemplate(request: TemplateRequest): Promise<Result<HouseTemplate, ImportFailure | TemplateFailure>>;
  /** Converts a picture to the pages of a PDF, with its pixels only. */
  layPages(bytes: Uint8Array): Promise<Result<Uint8Array, ImportFailure>>;
  /** The bytes that follow a PDF in a copy with passages as marks. */
  mark(request: MarkRequest): Promise<Result<MarkedCopy, ImportFailure | MarkFailure>>;
  /**
   * Draws the parts of pages under marks, in the order of `marks`, as far as time allows; null for each that can't be
   * drawn.
   */
  drawMarks(request: DrawMarksRequest): Promise<Result<readonly (DrawnMark | null)[], ImportFailure>>;
  /** Re-encodes a picture as pixels only; with `cut` only that rectangle. */
  draw(bytes: Uint8Array, cut?: Rectangle): Promise<Result<DrawnFigure, FigureFailure>>;
  close(): Promise<void>;
};

/** Reads a chosen logo picture; fails `picture-unusable`, or like any unreadable file. */
export type ReadPictureFile = (path: string) => Promise<Result<ChosenPicture, AppError>>;

/** A picture as a memo stores it: pixels, without any metadata. */
export type DrawnFigure = Omit<StoredPicture, 'sha256'> & { readonly bytes: Uint8Array };
export type ReadFigure = Result<DrawnFigure, AppError>;

export type FigureReader = {
  /** The bytes of a chosen file; fails `figure-unusable`, or like any unreadable file. */
  read(path: string): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }, AppError>>;
  /** Re-encodes a picture, or only its part `cut`; fails `figure-unusable`. */
  draw(fileName: string, bytes: Uint8Array, cut?: Rectangle): Promise<ReadFigure>;
};

/** A chosen Word template. */
export type ChosenTemplate = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly house: HouseTemplate;
};

/** Reads Word templates in the sandboxed page; fails `template-unusable`, or like any unreadable file. */
export type TemplateReader = {
  read(path: string): Promise<Result<ChosenTemplate, AppError>>;
  readBytes(fileName: string, bytes: Uint8Array): Promise<Result<HouseTemplate, AppError>>;
};
