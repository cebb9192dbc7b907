import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { PagePlace } from '#domain/article/pages.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import type { OriginalPage } from '#domain/passage/region/page-region.ts';
import { ok } from '#domain/result.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import { articleOf } from '../workbench/add-records.ts';
import type { Workbench } from '../workbench/open-workbench.ts';
import { succeed } from '../workbench/results.ts';

/** A line of text, its page, and its vertical range on that page, in ten-thousandths. */
export type PagedLine = Pick<PagePlace, 'index' | 'label'> & {
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

/** An A4 page of a file, in whole points. */
export const a4Page = (original: Sha256, number: number): OriginalPage => ({
  original,
  number,
  width: 595,
  height: 841,
});

/** An article of a PDF with its lines on pages. */
export const pagedArticleOf = (
  machine: Parameters<typeof articleOf>[0],
  lines: readonly PagedLine[],
): NewArticle => {
  const plain = articleOf(machine, lines.map(({ text }) => text).join('\n'), { title: 'Paged' });
  const body: NewArticle['body'] = {
    type: 'doc',
    content: lines.map(({ text, index, label, from, to }) => ({
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text,
          marks: [{ type: 'page', attrs: { index, label, box: [1000, from, 9000, to] } }],
        },
      ],
    })),
  };
  return {
    ...plain,
    article: { ...plain.article, format: 'pdf', textSha256: sha256Of(canonicalText(body)) },
    body,
  };
};

/** Adds such an article to the archive of a workbench; returns its id and the hash of its original. */
export const addPagedArticle = async (
  { archive, deps }: Pick<Workbench, 'archive' | 'deps'>,
  lines: readonly PagedLine[],
): Promise<{ readonly articleId: ArticleId; readonly original: Sha256 }> => {
  const article = pagedArticleOf(deps.machine, lines);
  const { id: articleId, originalSha256: original } = article.article;
  succeed(
    await archive.perform(async () =>
      ok({ value: null, name: 'import-article', changes: [], newArticles: [article] }),
    ),
  );
  return { articleId, original };
};
