/** Articles with passages, for tests of print. A test states what matters to it. */
import { type ArticleAnnotation, newAnnotation } from '#domain/article/annotations.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { BlockNode, Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { articleIdSchema, passageIdSchema } from '#domain/ids.ts';
import { type CitedArticle, citedText, type MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { indexText } from '#domain/text/text-index.ts';
import { calendarDateSchema, statedDateSchema, toTimestamp } from '#domain/time.ts';
import { articleRecordOf } from '../archive/article-record.ts';
import { newSampleId } from '../archive/sample-ids.ts';
import { rangeOf } from '../texts/range-of.ts';
import { sha256Of } from '../texts/sha256-of.ts';

const at = toTimestamp(Date.parse('2024-04-23T08:00:00.000Z'));

type Quoted = string | readonly string[];
export type WrittenArticle = {
  readonly cited: CitedArticle;
  readonly body: Body;
  readonly passages: readonly Passage[];
};

const passageOf = (text: string, quoted: Quoted, changed: Partial<Passage>): Passage => {
  const index = indexText(text);
  const selectors = [quoted].flat().map((exact) => describeSelector(index, rangeOf(text, exact)));
  return newPassage(
    { label: 'claim', selectors, ...changed },
    { id: passageIdSchema.parse(newSampleId()), at },
  );
};

/**
 * An article of `paragraphs` and other blocks, with one passage for each entry of `quotes` (several parts: an
 * interrupted one).
 */
export const writeArticle = (
  paragraphs: readonly (string | BlockNode)[],
  quotes: readonly (Quoted | { readonly quote: Quoted; readonly passage: Partial<Passage> })[] = [],
  {
    bibliography = {},
    about = {},
  }: {
    readonly bibliography?: Partial<Bibliography>;
    readonly about?: Partial<ArticleAnnotation>;
  } = {},
): WrittenArticle => {
  const id = articleIdSchema.parse(newSampleId());
  const body: Body = {
    type: 'doc',
    content: paragraphs.map((block) =>
      typeof block === 'string' ? { type: 'paragraph', content: [{ type: 'text', text: block }] } : block,
    ),
  };
  const text = canonicalText(body);
  const passages = quotes.map((entry) =>
    typeof entry === 'object' && 'quote' in entry
      ? passageOf(text, entry.quote, entry.passage)
      : passageOf(text, entry, {}),
  );
  const article = articleRecordOf(text, {
    id,
    importedAt: at,
    originalName: 'dispatch.txt',
    bibliography: {
      type: 'article-newspaper',
      title: 'Envoy carries a sanctions warning to Beijing',
      byline: null,
      publisher: 'Harbour Dispatch',
      publishedAt: statedDateSchema.parse('2024-04-22'),
      dateCertainty: 'stated',
      url: 'https://harbour.example/world/envoy',
      doi: null,
      accessedAt: calendarDateSchema.parse('2024-04-23'),
      language: 'en',
      ...bibliography,
    },
  });
  const annotation: ArticleAnnotation = { ...newAnnotation(id, at), state: 'read', ...about };
  const { textSha256 } = article;
  return {
    body,
    passages,
    cited: { article, about: annotation, passages, text: citedText(body), textSha256 },
  };
};

export const materialOf = (
  articles: readonly WrittenArticle[],
  more: Partial<Pick<MemoMaterial, 'sources' | 'tasks'>> = {},
): MemoMaterial => ({
  articles: new Map(articles.map(({ cited }) => [cited.article.id, cited])),
  sources: [],
  tasks: [],
  sha256: sha256Of,
  ...more,
});
