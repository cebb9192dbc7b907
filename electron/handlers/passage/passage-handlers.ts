import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { boundBySearch } from '../shared/bound-by-search.ts';
import { createAddingPageRegions } from './add-page-region.ts';
import { createAdding } from './add-passage.ts';
import { createAddingRegions } from './add-region.ts';
import { createDuplicating } from './duplicate-passage.ts';
import { createEditing } from './edit-passage.ts';
import { createExporting } from './export-passages.ts';
import { createRelating } from './relate-passages.ts';
import { createSplitting } from './split-passage.ts';

const whileTyping = { isTyping: true, isWhole: false };

/** The use cases of passages: every act is on one record of the article's annotations. */
export const createPassageHandlers = (deps: HandlerDeps): HandlersOn<'passage'> => ({
  /** Rows from the catalogue; those that are read in so far, until it is ready. */
  'passage:list': async ({ filter: asked, ...rest }) => {
    const isInArticles = rest.articleIds !== undefined || asked.articleId !== undefined;
    const bound = await boundBySearch(deps.searchIndex, asked, { ...whileTyping, isInArticles });
    if (!bound.ok) return bound;
    const { filter, passageIds } = bound.value;
    const bounds = { ...rest, passageIds };
    return ok({
      rows: await deps.catalogue.passages(filter, bounds),
      count: await deps.catalogue.countPassages(filter, bounds),
    });
  },

  /** From the catalogue; of what is read in so far, until it is ready. */
  'passage:table': async (query) => {
    const bound = await boundBySearch(deps.searchIndex, query.filter, whileTyping);
    if (!bound.ok) return bound;
    const { filter, passageIds } = bound.value;
    return ok(await deps.catalogue.passageTable({ ...query, filter }, { passageIds }));
  },

  'passage:rows': async ({ passageIds }) => ok(await deps.catalogue.passageRows(passageIds)),

  'passage:selection': async ({ passageIds }) => ok(await deps.catalogue.passageSelection(passageIds)),

  /** From the catalogue; of what is read in so far, until it is ready. */
  'passage:related': async ({ passageId }) => ok(await deps.catalogue.related(passageId)),

  /** The counts alone: a reader asks again after every act, of thousands of passages. */
  'passage:relation-counts': async ({ articleId }) => ok(await deps.catalogue.relationCounts(articleId)),

  ...createAdding(deps),
  ...createAddingRegions(deps),
  ...createAddingPageRegions(deps),
  ...createEditing(deps),
  ...createRelating(deps),
  ...createSplitting(deps),
  ...createDuplicating(deps),
  ...createExporting(deps),
});
