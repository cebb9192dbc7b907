import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { Brought, BroughtArticle } from '#domain/exchange/brought.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import type { Result } from '#domain/result.ts';
import type { ReadText } from './text-reader.ts';

/** The folder with the files of an export, and the name of the first. */
export type ExportPlace = { readonly folder: string; readonly fileName: string };

/** A parsed export of another tool. */
export type ReadExport = { readonly brought: Brought; readonly place: ExportPlace };

/** Reads exports of other tools: their content, and the texts of their articles. */
export type ExportReader = {
  /** The content of the files at `paths`. Fails `not-of-tool` if they are not an export of `tool`. */
  read(tool: Tool, paths: readonly string[]): Promise<Result<ReadExport, ImportFailure | 'not-of-tool'>>;
  /**
   * The text of an article: as kept by the tool, from a file beside the export, or from its excerpts. Fails
   * `no-text-brought` if there is none of these.
   */
  readArticle(
    tool: Tool,
    article: BroughtArticle,
    place: ExportPlace,
  ): Promise<Result<ReadText, ImportFailure | 'no-text-brought'>>;
};
