/** Articles with a translated passage, for tests of print and checks. */
import { type ArticleId, translationIdSchema } from '#domain/ids.ts';
import type { Citation } from '#domain/memo/memo-content.ts';
import { passageQuote } from '#domain/passage/passage.ts';
import {
  byAnalyst,
  type Maker,
  type Rendering,
  renderedWords,
  renderingIdOf,
  type Translation,
} from '#domain/translation/translation.ts';
import { newSampleId, sampleTime } from '../archive/sample-ids.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import type { WrittenArticle } from './written-article.ts';

/** An unchecked machine translation. */
export const machine: Maker = { kind: 'machine', name: 'Marlin', version: '1.2' };

export type Translated = WrittenArticle & { readonly translationId: Translation['id'] };

/** The article with its first passage translated into English. */
export const translate = (
  article: WrittenArticle,
  texts: readonly string[],
  maker: Maker = byAnalyst,
): Translated => {
  const translationId = translationIdSchema.parse(newSampleId());
  const [passage] = article.passages;
  if (passage === undefined) throw new Error('nothing to translate');
  const head: Translation = {
    id: translationId,
    articleId: article.cited.article.id,
    language: 'en',
    maker,
    fromArticleId: null,
    createdAt: sampleTime,
    deletedAt: null,
    updatedAt: sampleTime,
  };
  const rendering: Rendering = {
    kind: 'passage',
    id: renderingIdOf(translationId, passage.id),
    translationId,
    maker,
    originalSha256: sha256Of(passageQuote(passage)),
    passageId: passage.id,
    texts: [...texts],
    updatedAt: sampleTime,
  };
  const translated = { translations: [head], renderings: [rendering] };
  return { ...article, translationId, cited: { ...article.cited, translated } };
};

/** The citation of its first passage, by that translation. */
export const withTranslation = <N extends { attrs: Omit<Citation, 'form'> }>(
  node: N,
  { cited, translationId }: Translated,
  more: Partial<NonNullable<Citation['translation']>> = {},
): N => {
  const [rendering] = cited.translated?.renderings ?? [];
  if (rendering === undefined) throw new Error('nothing was translated');
  const translation = { translationId, textSha256: sha256Of(renderedWords(rendering)), ...more };
  return { ...node, attrs: { ...node.attrs, translation } };
};

/** The first paragraph of an article in English, with its translation record. */
export const translatedParagraph = (
  articleId: ArticleId,
  text: string,
): readonly [Translation, Rendering] => {
  const translationId = translationIdSchema.parse(newSampleId());
  const head: Translation = {
    ...{ id: translationId, articleId, language: 'en', maker: byAnalyst, fromArticleId: null },
    ...{ createdAt: sampleTime, deletedAt: null, updatedAt: sampleTime },
  };
  return [
    head,
    {
      ...{ kind: 'block', id: renderingIdOf(translationId, 0), translationId, maker: byAnalyst },
      ...{ originalSha256: sha256Of(text), block: 0, text, updatedAt: sampleTime },
    },
  ];
};
