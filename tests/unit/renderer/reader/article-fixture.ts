/** An opened article for tests of the reader, made of paragraphs. */

import { newAnnotation } from '#domain/article/annotations.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { type PreparedArticle, prepareArticle } from '#renderer/reader/state/prepare-article.ts';
import { articleRecordOf } from '../../../support/archive/article-record.ts';
import { sampleTime } from '../../../support/archive/sample-ids.ts';

const id = articleIdSchema.parse('0198a000-0000-7000-8000-0000000000aa');

export const openArticleOf = (body: Body, language: string | null = 'en'): OpenArticle => {
  const bibliography = { ...unknownBibliography, type: 'article-newspaper', language } as const;
  const article = articleRecordOf(canonicalText(body), { id, bibliography });
  return {
    article,
    body,
    textSha256: article.textSha256,
    about: newAnnotation(id, sampleTime),
    passages: [],
    tasks: [],
    versions: [id],
    readingOffset: 0,
  };
};

export const preparedArticleOf = (body: Body, language?: string | null): PreparedArticle =>
  prepareArticle(openArticleOf(body, language));
