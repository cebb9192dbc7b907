import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { createAddingPageRegions } from './add-page-region.ts';
import { createAdding } from './add-passage.ts';
import { createAddingRegions } from './add-region.ts';
import { createDuplicating } from './duplicate-passage.ts';
import { createEditing } from './edit-passage.ts';
import { createExporting } from './export-passages.ts';
import { createRelating } from './relate-passages.ts';
import { createSplitting } from './split-passage.ts';

/** The use cases of passages: every act is on one record of the article's annotations. */
export const createPassageHandlers = (deps: HandlerDeps): HandlersOn<'passage'> => ({
  'passage:rows': async ({ passageIds }) => ok(await deps.catalogue.passageRows(passageIds)),

  ...createAdding(deps),
  ...createAddingRegions(deps),
  ...createAddingPageRegions(deps),
  ...createEditing(deps),
  ...createRelating(deps),
  ...createSplitting(deps),
  ...createDuplicating(deps),
  ...createExporting(deps),
});
