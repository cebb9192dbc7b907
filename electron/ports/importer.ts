/**
 * Parses untrusted text in a sandboxed page of its own. Bytes are decoded before (electron/import), so the page
 * sees text only; what comes out is checked against the body's schema before it is believed.
 */
import type { ImportFailure } from '#domain/contract/errors.ts';
import type { ParsedArticle, ParseRequest } from '#domain/contract/importer-bridge.ts';
import type { Result } from '#domain/result.ts';

export type Importer = {
  parse(request: ParseRequest): Promise<Result<ParsedArticle, ImportFailure>>;
  close(): Promise<void>;
};
