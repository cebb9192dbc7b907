/**
 * Makes the file of a memo in one format, from the document model that all formats share. What a format can't carry is
 * told by its line in `memoFormatTable`.
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
  /** Null where the format has no pages, or they are known to who opens it only. */
  readonly pages: number | null;
  /** Parts of the memo for which its template has no style, by their names; left out where there are none. */
  readonly ownStyles?: readonly string[];
};

export type MemoWriter = {
  /** The whole file, or why there is none. Nothing is written to the disk. */
  write(document: MemoDocument, options: PdfOptions): Promise<Result<MadeFile, AppError>>;
};

/** One writer for each format. */
export type MemoWriters = { readonly [F in MemoFormat]: MemoWriter };

/** What is pasted into a mail program: the first line is the subject. */
export type MemoEmail = { readonly text: string; readonly html: string };
export type WriteMemoEmail = (document: MemoDocument) => MemoEmail;

/** Makes the file of passages in one format. Nothing is written to the disk. */
export type WritePassages = (format: PassageFormat, passages: readonly ExportedPassage[]) => Uint8Array;

/** Makes the file of an answer sheet; fails where its template can't be read. Nothing is written to the disk. */
export type WriteTable = (table: PrintedTable, format: TableFormat) => Promise<Result<Uint8Array, AppError>>;

/** A passage as it stands in a text that is exported: no ranges where its words are not in it, or it is a region. */
export type MarkedPassage = {
  readonly label: Label;
  readonly passage: Passage;
  readonly ranges: readonly TextRange[];
  readonly said: ExportedPassage;
};

/** An article with those of its passages that are exported. */
export type MarkedArticle = {
  readonly article: ArticleRecord;
  /** Without its note where notes are not given away. */
  readonly about: ArticleAnnotation;
  readonly body: Body;
  readonly passages: readonly MarkedPassage[];
  /** Of the text and of regions of pages, in Base64 by their hashes. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Whether it says who made a passage, and when. */
  readonly hasNames: boolean;
};

/** Makes one web page of an article, which needs nothing else. Nothing is written to the disk. */
export type WriteArticleHtml = (article: MarkedArticle) => string;
