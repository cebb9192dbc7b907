import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { ANNOTATIONS_VERSION, ARTICLE_VERSION, BODY_VERSION } from '#domain/archive/files.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';

/** How many articles' files are written in parallel. */
const WRITTEN_AT_ONCE = 32;

/**
 * Makes an archive in `folder` with the articles as storage would write them, but without syncing: thousands of them in
 * seconds.
 */
export const writeArticles = async (folder: string, articles: readonly NewArticle[]): Promise<void> => {
  const opened = await openArchive({
    folder,
    machine: { nowMs: Date.now, newId: randomUUID },
    create: true,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.close();
  for (let laid = 0; laid < articles.length; laid += WRITTEN_AT_ONCE) {
    await Promise.all(
      articles.slice(laid, laid + WRITTEN_AT_ONCE).map((article) => addArticle(folder, article)),
    );
  }
};

const addArticle = async (
  folder: string,
  { article, body, annotations, original }: NewArticle,
): Promise<void> => {
  const place = join(folder, 'articles', article.id);
  const said = serialiseContent(
    normaliseContent('annotations', { version: ANNOTATIONS_VERSION, ...annotations }),
  );
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'article.json'), serialiseContent({ version: ARTICLE_VERSION, article }));
  await writeFile(join(place, 'body.json'), serialiseContent({ version: BODY_VERSION, body }));
  await writeFile(join(place, 'annotations.json'), said);
  await writeFile(join(place, article.originalFile), original);
};
