import type { ArticleRecord } from '#domain/article/article.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import { newSampleId, sampleTime } from './sample-ids.ts';

/** The record of a plain text, as sealed by an import: English, from a newspaper, without further details. */
export const articleRecordOf = (text: string, changed: Partial<ArticleRecord> = {}): ArticleRecord => ({
  id: articleIdSchema.parse(newSampleId()),
  importedAt: sampleTime,
  format: 'txt',
  originalName: 'article.txt',
  originalFile: 'original.txt',
  originalSha256: sha256Of(text),
  originalEncoding: 'utf-8',
  textSha256: sha256Of(text),
  words: text.split(/\s+/u).length,
  found: {},
  bibliography: { ...unknownBibliography, type: 'article-newspaper', language: 'en' },
  previousVersionId: null,
  ...changed,
});
