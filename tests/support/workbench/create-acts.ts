/** Acts for test stories, by the real handlers. */
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId, SourceId, TagId } from '#domain/ids.ts';
import type { PassageEdit } from '#domain/passage/edit/passage-edit.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { newPassageId, newSourceId, newTagId } from '../archive/sample-ids.ts';
import { bareAdding } from '../archive/sample-records.ts';
import { rangeOf } from '../texts/range-of.ts';
import { addArticle } from './add-records.ts';
import type { Workbench } from './open-workbench.ts';
import { succeed } from './results.ts';

/** A passage on the first occurrence of each of `quotes` in the article's `text`, without further details. */
export const addingOf = (
  articleId: ArticleId,
  text: string,
  quotes: readonly string[],
): Input<'passage:add'> =>
  bareAdding(
    articleId,
    newPassageId(),
    quotes.map((quote) => rangeOf(text, quote)),
  );

/** Makes one edit to a passage. */
export const editPassage = async (
  { deps }: Pick<Workbench, 'deps'>,
  articleId: ArticleId,
  passageId: PassageId,
  edit: PassageEdit,
): Promise<Passage> =>
  succeed(await createPassageHandlers(deps)['passage:edit']({ articleId, passageId, edit }));

/** The acts on the workbench that is open at the time. */
export const createActs = (benchNow: () => Workbench) => ({
  addArticle: (
    text: string,
    bibliography: Partial<Bibliography> = {},
    about: Partial<ArticleAnnotation> = {},
  ) => addArticle(benchNow(), text, bibliography, about),

  /** Highlights the first `quote` in the article's `text`; several become one passage. */
  async add(
    articleId: ArticleId,
    text: string,
    quote: string | readonly string[],
    said: Partial<Input<'passage:add'>> = {},
  ): Promise<Passage> {
    const adding = addingOf(articleId, text, [quote].flat());
    return succeed(await createPassageHandlers(benchNow().deps)['passage:add']({ ...adding, ...said }));
  },

  async ensureTag(...path: string[]): Promise<TagId> {
    return succeed(await createTagHandlers(benchNow().deps)['tag:ensure']({ tagId: newTagId(), path })).id;
  },

  async ensureSource(name: string, kind: SourceKind, parentId: SourceId | null = null): Promise<SourceId> {
    return succeed(
      await createSourceHandlers(benchNow().deps)['source:ensure']({
        sourceId: newSourceId(),
        name,
        kind,
        parentId,
      }),
    ).id;
  },
});
