/** Articles and memos for tests of storage. All are valid; a test states what matters to it. */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import { newAnnotation } from '#domain/article/annotations.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { NewArticle, NewMemo } from '#electron/ports/archive.ts';
import { section, writeMemo } from '../memo/written-memo.ts';
import { paragraphs } from '../texts/paragraphs.ts';
import { articleRecordOf } from './article-record.ts';
import { sampleTime } from './sample-ids.ts';

export const sampleAnnotations = (
  id: ArticleId,
  passages: readonly Passage[] = [],
): Omit<AnnotationsFile, 'version'> => ({
  about: newAnnotation(id, sampleTime),
  passages: [...passages],
  tasks: [],
});

export const sampleArticle = (title: string, passages: readonly Passage[] = []): NewArticle => {
  const plain = articleRecordOf(title);
  const article = {
    ...plain,
    found: { title: { value: title, foundIn: 'heading' as const } },
    bibliography: { ...plain.bibliography, title },
  };
  return {
    article,
    body: paragraphs(title),
    annotations: sampleAnnotations(article.id, passages),
    original: Buffer.from(`${title}\n`, 'utf8'),
  };
};

export const sampleMemo = (title: string): NewMemo => ({
  memo: writeMemo([section('bottom-line', 'Bottom line')], { title }),
  tasks: [],
});
