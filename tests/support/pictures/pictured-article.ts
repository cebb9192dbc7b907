import { canonicalText, OBJECT_REPLACEMENT } from '#domain/article/body/canonical-text.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { StoredPicture } from '#domain/picture/stored-picture.ts';
import { ok } from '#domain/result.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { hashBytes } from '#electron/storage/hash-text.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import { articleOf } from '../workbench/add-records.ts';
import type { Workbench } from '../workbench/open-workbench.ts';
import { succeed } from '../workbench/results.ts';
import { makePng } from './make-png.ts';

/** A stored picture with its bytes. */
export const keptPng = (width: number, height: number): { picture: StoredPicture; bytes: Uint8Array } => {
  const bytes = Uint8Array.from(makePng(width, height));
  return { picture: { sha256: hashBytes(bytes), format: 'png', width, height }, bytes };
};

/** An article of the lines of `text`; each line of one U+FFFC is the next of the pictures. */
export const picturedArticleOf = (
  machine: Parameters<typeof articleOf>[0],
  text: string,
  pictures: readonly ReturnType<typeof keptPng>[],
): NewArticle => {
  const plain = articleOf(machine, text, { title: 'Pictured' });
  const left = [...pictures];
  const body: NewArticle['body'] = {
    type: 'doc',
    content: text.split('\n').map((line) => {
      const kept = line === OBJECT_REPLACEMENT ? left.shift() : undefined;
      return kept === undefined
        ? { type: 'paragraph', content: [{ type: 'text', text: line }] }
        : { type: 'paragraph', content: [{ type: 'picture', attrs: { ...kept.picture, alt: '' } }] };
    }),
  };
  return {
    ...plain,
    article: { ...plain.article, textSha256: sha256Of(canonicalText(body)) },
    body,
    pictures: pictures.map(({ picture: { sha256, format }, bytes }) => ({
      picture: { sha256, format },
      bytes,
    })),
  };
};

/** Adds such an article to the archive of a workbench. */
export const addPicturedArticle = async (
  { archive, deps }: Pick<Workbench, 'archive' | 'deps'>,
  text: string,
  pictures: readonly ReturnType<typeof keptPng>[],
): Promise<ArticleId> => {
  const article = picturedArticleOf(deps.machine, text, pictures);
  return succeed(
    await archive.perform(async () =>
      ok({ value: article.article.id, name: 'import-article', changes: [], newArticles: [article] }),
    ),
  );
};
