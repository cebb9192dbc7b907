import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { ArticleFormat } from '#domain/article/formats/article-formats.ts';
import type { Importer } from '#electron/ports/importer.ts';

/** Reads `bytes` as the importer's page does; a failure fails the test. */
export const readDocument = async (importer: Importer, format: ArticleFormat, bytes: Uint8Array | string) => {
  const answer = await importer.parse({
    format,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  });
  if (!answer.ok) throw new Error(answer.error);
  return { ...answer.value, text: canonicalText(answer.value.body) };
};
