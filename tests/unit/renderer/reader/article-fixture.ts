/** An opened article for tests of the reader, made of paragraphs. */

import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import type { Body } from '#domain/article/body/body.ts';
import { newAnnotation } from '#domain/article/new-annotation.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { articleIdSchema, sha256Schema } from '#domain/ids.ts';
import { timestampSchema } from '#domain/time.ts';
import { type PreparedArticle, prepareArticle } from '#renderer/reader/text/prepare-article.ts';

const id = articleIdSchema.parse('0198a000-0000-7000-8000-0000000000aa');
const at = timestampSchema.parse('2024-04-24T09:00:00.000Z');
const sha256 = sha256Schema.parse('0'.repeat(64));

export const paragraphsAsBody = (...paragraphs: readonly string[]): Body => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

export const openArticleOf = (body: Body, language: string | null = 'en'): OpenArticle => ({
  article: {
    id,
    importedAt: at,
    format: 'txt',
    originalName: 'article.txt',
    originalFile: 'original.txt',
    originalSha256: sha256,
    originalEncoding: 'utf-8',
    textSha256: sha256,
    words: 10,
    found: {},
    bibliography: { ...unknownBibliography, type: 'article-newspaper', language },
    previousVersionId: null,
  },
  body,
  textSha256: sha256,
  about: newAnnotation(id, at),
  passages: [],
  tasks: [],
  versions: [id],
  readingOffset: 0,
});

export const preparedArticleOf = (body: Body, language?: string | null): PreparedArticle =>
  prepareArticle(openArticleOf(body, language));
