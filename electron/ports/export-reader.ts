import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { Brought, BroughtArticle } from '#domain/exchange/brought.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import type { Result } from '#domain/result.ts';
import type { ReadText } from './text-reader.ts';

/** The folder that the files of an export lie in, and the name of the first. */
export type ExportPlace = { readonly folder: string; readonly fileName: string };

/** An export of another tool that was read. */
export type ReadExport = { readonly brought: Brought; readonly place: ExportPlace };

/** Reads exports of other tools: what they hold, and the texts of their articles. */
export type ExportReader = {
  /** What the files at `paths` hold. Fails `not-of-tool` where they are no export of `tool`. */
  read(tool: Tool, paths: readonly string[]): Promise<Result<ReadExport, ImportFailure | 'not-of-tool'>>;
  /**
   * The text of an article: as the tool kept it, of the file beside the export that it names, or of its excerpts. Fails
   * `no-text-brought` where there is none of them.
   */
  readArticle(
    tool: Tool,
    article: BroughtArticle,
    place: ExportPlace,
  ): Promise<Result<ReadText, ImportFailure | 'no-text-brought'>>;
};
