/** Articles and memos added to the archive of a workbench without handlers. */
import { type ArticleAnnotation, newAnnotation } from '#domain/article/annotations.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import {
  type ArticleId,
  articleIdSchema,
  judgementIdSchema,
  type MemoId,
  memoIdSchema,
} from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { newMemo } from '#domain/memo/new-memo.ts';
import { type Passage, passageEvidence } from '#domain/passage/passage.ts';
import { ok } from '#domain/result.ts';
import { calendarDateSchema, toTimestamp } from '#domain/time.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { articleRecordOf } from '../archive/article-record.ts';
import { paragraphs } from '../texts/paragraphs.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import type { Workbench } from './open-workbench.ts';
import { succeed } from './results.ts';

/** An article of `text`, one paragraph a line, as an import would add it. */
export const articleOf = (
  { newId, nowMs }: Machine,
  text: string,
  bibliography: Partial<Bibliography> = {},
  about: Partial<ArticleAnnotation> = {},
): NewArticle => {
  const id = articleIdSchema.parse(newId());
  const at = toTimestamp(nowMs());
  const body = paragraphs(...text.split('\n'));
  return {
    article: articleRecordOf(text, {
      id,
      importedAt: at,
      textSha256: sha256Of(canonicalText(body)),
      bibliography: { ...unknownBibliography, type: 'article-newspaper', language: 'en', ...bibliography },
    }),
    body,
    annotations: { about: { ...newAnnotation(id, at), ...about }, passages: [], tasks: [] },
    original: new TextEncoder().encode(text),
  };
};

/** Adds an article of `text` to the archive and returns its id. */
export const addArticle = async (
  { archive, deps }: Pick<Workbench, 'archive' | 'deps'>,
  text: string,
  bibliography: Partial<Bibliography> = {},
  about: Partial<ArticleAnnotation> = {},
): Promise<ArticleId> => {
  const article = articleOf(deps.machine, text, bibliography, about);
  const added = await archive.perform(async () =>
    ok({ value: article.article.id, name: 'import-article', changes: [], newArticles: [article] }),
  );
  return succeed(added);
};

/** Adds a draft that cites `cited`, each as a quotation, to the archive and returns its id. */
export const addMemo = async (
  { archive, deps: { machine } }: Pick<Workbench, 'archive' | 'deps'>,
  title: string,
  cited: readonly CitedPassage[] = [],
  changed: Partial<Memo> = {},
): Promise<MemoId> => {
  const at = toTimestamp(machine.nowMs());
  const memo: Memo = {
    ...newMemo({
      id: memoIdSchema.parse(machine.newId()),
      template: 'bluf',
      form: builtInForms.bluf,
      head: {
        title,
        referenceNumber: `PM-2024-${title}`,
        from: '',
        language: 'en',
        lexicon: 'icd203-likely',
      },
      asOf: calendarDateSchema.parse('2024-04-24'),
      marking: null,
      evidenceMarkings: [],
      evidence: cited,
      judgementId: judgementIdSchema.parse(machine.newId()),
      at,
    }),
    ...changed,
  };
  const added = await archive.perform(async () =>
    ok({ value: memo.id, name: 'add-memo', changes: [], newMemos: [{ memo, tasks: [] }] }),
  );
  return succeed(added);
};

/** A citation of the current passage. */
export const cite = (articleId: ArticleId, passage: Passage): CitedPassage => ({
  articleId,
  passageId: passage.id,
  exactSha256: sha256Of(passageEvidence(passage)),
});
