/** Makes a PDF of a memo's document model, in a separate process, which also handles citation styles. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PdfOptions } from '#domain/contract/memo.ts';
import type { CitationRequest, StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { MissingGlyph } from '#domain/memo/document/missing-glyph.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { Result } from '#domain/result.ts';

export type MadePdf = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** One for each page: pages with the same key look the same, in any PDF. */
  readonly pageKeys: readonly string[];
  /** Characters printed as code points, because no font has them. */
  readonly missingGlyphs: readonly MissingGlyph[];
};

export type PdfMaker = {
  /** A newer call for the same `key` supersedes a waiting one, which then answers `cancelled`. */
  make(document: MemoDocument, options: PdfOptions, key: string): Promise<Result<MadePdf, AppError>>;
  /** Starts the process if none is running: the next PDF is made sooner. */
  warmUp(): void;
  close(): Promise<void>;
};

/** The citations of a memo formatted by a style. Fails with a sentence on what is wrong with the style. */
export type StyleCitations = (request: CitationRequest) => Promise<Result<StyledCitations, string>>;
