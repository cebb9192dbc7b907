/** Makes a PDF of a memo's document model, in a process of its own; the same process knows citation styles. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PdfOptions } from '#domain/contract/memo.ts';
import type { CitationRequest, StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { MissingGlyph } from '#domain/memo/document/missing-glyph.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { Result } from '#domain/result.ts';

export type MadePdf = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** One for each page: pages of one key look the same, in whatever PDF they stand. */
  readonly pageKeys: readonly string[];
  /** What was printed as code points, because no font has it. */
  readonly missingGlyphs: readonly MissingGlyph[];
};

export type PdfMaker = {
  /** A newer call for the same `key` supersedes one that still waits: that one answers `cancelled`. */
  make(document: MemoDocument, options: PdfOptions, key: string): Promise<Result<MadePdf, AppError>>;
  /** Starts the process where none runs: the next PDF is made sooner. */
  warmUp(): void;
  close(): Promise<void>;
};

/** The citations of a memo as a style has them. Fails with what is wrong with the style, in a sentence. */
export type StyleCitations = (request: CitationRequest) => Promise<Result<StyledCitations, string>>;
