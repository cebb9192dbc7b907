/**
 * What an article is cited by: corrections of its bibliography, and the publication that carries it, which are one
 * field.
 */
import type { Change } from '#domain/archive/changes.ts';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { SourceId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { liveSource } from '../shared/live-references.ts';
import { ensureSource } from '../source/ensure-source.ts';
import { changeArticle } from './change-article.ts';

/** What differs from `sealed`: a value that is set back to what was sealed is no correction. */
const correctionsTo = (
  sealed: Bibliography,
  corrections: ArticleAnnotation['corrections'],
): ArticleAnnotation['corrections'] =>
  Object.fromEntries(
    Object.entries(corrections).filter(
      ([field, value]) => !equalJson(sealed[field as keyof Bibliography], value),
    ),
  );

/** The publication of that name, made where no source is known by it; null where none is named. */
const publicationNamed = async (
  { machine }: HandlerDeps,
  reader: ArchiveReader,
  name: string | null,
  also: Change[],
): Promise<Result<SourceId | null, AppError>> => {
  if (name === null) return ok(null);
  const file = await reader.sources();
  if (!file.ok) return file;
  const asked = { name, kind: 'publication', parentId: null } as const;
  const { source, changes } = ensureSource(file.value.sources, asked, machine);
  also.push(...changes);
  return ok(source.id);
};

export const createCorrecting = (
  deps: HandlerDeps,
): Pick<HandlersOn<'article'>, 'article:correct' | 'article:set-publication'> => ({
  /**
   * Adds corrections to the sealed bibliography. What is absent stands as it was. A publication that is named becomes
   * that of the article; it is made where no source is known by its name.
   */
  'article:correct': ({ articleId, corrections }) =>
    changeArticle(deps, articleId, 'correct-article', async (before, reader, also) => {
      const sealed = await reader.article(articleId);
      if (!sealed.ok) return sealed;
      const all = { ...before.corrections, ...corrections };
      const said = { corrections: correctionsTo(sealed.value.article.bibliography, all) };
      if (corrections.publisher === undefined) return ok(said);
      const publicationId = await publicationNamed(deps, reader, corrections.publisher, also);
      return publicationId.ok ? ok({ ...said, publicationId: publicationId.value }) : publicationId;
    }),

  /**
   * The publication that carries the article, by whose name it is cited; its letter is the source's, not the article's.
   */
  'article:set-publication': ({ articleId, publicationId }) =>
    changeArticle(deps, articleId, 'article-publication', async (before, reader) => {
      const sealed = await reader.article(articleId);
      if (!sealed.ok) return sealed;
      const live = await liveSource(reader, publicationId);
      if (!live.ok) return live;
      const corrections = correctionsTo(sealed.value.article.bibliography, {
        ...before.corrections,
        publisher: live.value?.name ?? null,
      });
      return ok({ publicationId: live.value?.id ?? null, corrections });
    }),
});
