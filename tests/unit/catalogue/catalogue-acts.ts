/** The acts of which the stories of the catalogue's contract are made, by the real use cases. */
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { Bibliography } from '#domain/article/bibliography.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, SourceId, TagId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { createPassageHandlers } from '#electron/handlers/passage-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag-handlers.ts';
import { layArticle, rangeOf, succeed, type Workbench } from '../../support/open-workbench.ts';

export type Acts = ReturnType<typeof createActs>;

export const createActs = (bench: Workbench) => ({
  lay: (text: string, bibliography: Partial<Bibliography> = {}, about: Partial<ArticleAnnotation> = {}) =>
    layArticle(bench, text, bibliography, about),

  /** Highlights the first `quote` in the article's `text`. */
  async add(
    articleId: ArticleId,
    text: string,
    quote: string,
    said: Partial<Input<'passage:add'>> = {},
  ): Promise<Passage> {
    const added = await createPassageHandlers(bench.deps)['passage:add']({
      articleId,
      ranges: [rangeOf(text, quote)],
      label: 'claim',
      tagIds: [],
      sourceId: null,
      grade: ungraded,
      manner: null,
      basis: null,
      note: null,
      tasks: [],
      ...said,
    });
    return succeed(added);
  },

  async ensureTag(...path: string[]): Promise<TagId> {
    return succeed(await createTagHandlers(bench.deps)['tag:ensure']({ path })).id;
  },

  async ensureSource(name: string, kind: SourceKind, parentId: SourceId | null = null): Promise<SourceId> {
    return succeed(await createSourceHandlers(bench.deps)['source:ensure']({ name, kind, parentId })).id;
  },
});
