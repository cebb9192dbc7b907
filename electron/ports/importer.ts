/**
 * Parses untrusted text in a sandboxed page of its own. Bytes are decoded before (electron/import), so the page
 * sees text only; what comes out is checked against the body's schema before it is believed.
 */
import type { ArticleFormat, FoundMetadata } from '#domain/article/article.ts';
import type { Body } from '#domain/article/body.ts';
import type { ImportFailure } from '#domain/contract/errors.ts';
import type { Result } from '#domain/result.ts';

export type ParseRequest = {
  readonly format: ArticleFormat;
  readonly text: string;
  /** The HTML of a clipboard paste; `text` is then its plain text. */
  readonly html?: string;
  /** The address from which a clipboard says that it was copied. */
  readonly sourceUrl?: string;
};

export type ParsedArticle = { readonly body: Body; readonly found: FoundMetadata };

export type Importer = {
  parse(request: ParseRequest): Promise<Result<ParsedArticle, ImportFailure>>;
  close(): Promise<void>;
};
