/**
 * Makes the file of a memo in one format, from the document model that all formats share. What a format does not
 * support is declared in `memoFormatTable`.
 */
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import type { Body } from '#domain/article/body/body.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PdfOptions } from '#domain/contract/memo.ts';
import type { MemoDocument, PrintedTable, TableFormat } from '#domain/memo/memo-document.ts';
import type { MemoFormat } from '#domain/memo/memo-format.ts';
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import type { PassageFormat } from '#domain/memo/passages/passage-format.ts';
import type { Label } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Result } from '#domain/result.ts';
import type { TextRange } from '#domain/text/selector.ts';

export type MadeFile = {
  readonly bytes: Uint8Array;
  /** Null if the format has no pages, or only the opening program knows them. */
  readonly pages: number | null;
  /** Parts of the memo without a style in its template, by name; absent if there are none. */
  readonly ownStyles?: readonly string[];
};

export type MemoWriter = {
  /**
   * The complete file, or the error. Nothing is written to the disk.
   * @param signal aborted if the file is no longer wanted: what takes long then ends early
   */
  write(
    document: MemoDocument,
    options: PdfOptions,
    signal?: AbortSignal,
  ): Promise<Result<MadeFile, AppError>>;
};

/** The pages of the headings in the contents of a Word document, by the names of their bookmarks. */
export type PageNumbers = Readonly<Record<string, number>>;

/** Lays out a Word document, in a process of its own; empty if it can't, or is aborted by `signal`. */
export type ReadPageNumbers = (docx: Uint8Array, signal?: AbortSignal) => Promise<PageNumbers>;

/** One writer for each format. */
export type MemoWriters = { readonly [F in MemoFormat]: MemoWriter };

/** Content for a mail program: the first line is the subject. */
export type MemoEmail = { readonly text: string; readonly html: string };
export type WriteMemoEmail = (document: MemoDocument) => MemoEmail;

/** Makes the file of passages in one format. Nothing is written to the disk. */
export type WritePassages = (format: PassageFormat, passages: readonly ExportedPassage[]) => Uint8Array;

/** Makes the file of an answer sheet; fails if its template can't be read. Nothing is written to the disk. */
export type WriteTable = (table: PrintedTable, format: TableFormat) => Promise<Result<Uint8Array, AppError>>;

/** A passage in an exported text: without ranges if its words are not in it, or it is a region. */
export type MarkedPassage = {
  readonly label: Label;
  readonly passage: Passage;
  readonly ranges: readonly TextRange[];
  readonly said: ExportedPassage;
};

/** An article with its exported passages. */
export type MarkedArticle = {
  readonly article: ArticleRecord;
  /** Without its note if notes are not exported. */
  readonly about: ArticleAnnotation;
  readonly body: Body;
  readonly passages: readonly MarkedPassage[];
  /** Pictures of the text and of page regions, in Base64 by hash. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Whether it includes who made a passage, and when. */
  readonly hasNames: boolean;
};

/** Makes a self-contained web page of an article. Nothing is written to the disk. */
export type WriteArticleHtml = (article: MarkedArticle) => string;
