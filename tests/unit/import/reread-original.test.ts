/** Reading the original of an article once more, with today's importer. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createImportHandlers } from '#electron/handlers/import/import-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { articleOf } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const page =
  '<article><p>About 10<sup>6</sup> cells were counted by the office on Monday morning.</p></article>';

let importer: Importer;
let bench: Workbench;
let handlers: ReturnType<typeof createImportHandlers>;

beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());
benchForEach((opened) => {
  bench = opened;
  handlers = createImportHandlers({ ...bench.deps, texts: createTextReader(importer) });
});

/** An article of the page whose text is `text`, as an importer of another day has sealed it. */
const layPage = async (text: string): Promise<ArticleId> => {
  const laid = articleOf(bench.deps.machine, text);
  const article = {
    ...laid.article,
    format: 'html',
    originalName: 'page.html',
    originalFile: 'original.html',
    originalSha256: sha256Of(page),
  } as const;
  const newArticle = { ...laid, article, original: new TextEncoder().encode(page) };
  const performed = await bench.archive.perform(async () =>
    ok({ value: article.id, name: 'import-article', changes: [], newArticles: [newArticle] }),
  );
  return succeed(performed);
};

describe('reading an original again', () => {
  it('gives a draft of a new version where it reads otherwise today', async () => {
    const articleId = await layPage('About 106 cells were counted by the office on Monday morning.');
    const draft = succeed(await handlers['import:reread']({ articleId }));
    expect(canonicalText(draft.body)).toBe('About 10⁶ cells were counted by the office on Monday morning.');
    expect(draft.previousVersionId).toBe(articleId);
  });

  it('leaves the day of access, since the original is the one that was looked at then', async () => {
    const articleId = await layPage('About 106 cells were counted by the office on Monday morning.');
    const accessedAt = calendarDateSchema.parse('2021-03-04');
    const { 'article:correct': correct } = createHandlers(bench.deps);
    succeed(await correct({ articleId, corrections: { accessedAt } }));
    const draft = succeed(await handlers['import:reread']({ articleId }));
    expect(draft.bibliography.accessedAt).toBe(accessedAt);
  });

  it('makes nothing where it reads as it did', async () => {
    const articleId = await layPage('About 10⁶ cells were counted by the office on Monday morning.');
    expect(codeOf(await handlers['import:reread']({ articleId }))).toBe('reads-the-same');
    expect(succeed(await handlers['import:drafts']({}))).toEqual([]);
  });
});
