import type { Handlers } from '#domain/contract/requests.ts';
import { createAppHandlers } from './app-handlers.ts';
import { createArchiveHandlers } from './archive-handlers.ts';
import { createArticleHandlers } from './article-handlers.ts';
import { createBulkHandlers } from './bulk-handlers.ts';
import type { HandlerDeps } from './handler-deps.ts';
import { createImportHandlers } from './import-handlers.ts';
import { createMemoHandlers } from './memo-handlers.ts';
import { createNeedsHandlers } from './needs-handlers.ts';
import { createPassageHandlers } from './passage-handlers.ts';
import { createSampleHandlers } from './sample-handlers.ts';
import { createSearchHandlers } from './search-handlers.ts';
import { createSourceHandlers } from './source-handlers.ts';
import { createTagHandlers } from './tag-handlers.ts';
import { createTaskHandlers } from './task-handlers.ts';
import { createTrashHandlers } from './trash-handlers.ts';
import { createUndoHandlers } from './undo-handlers.ts';

/** Every use case, noun by noun. A request without a handler does not compile. */
export const createHandlers = (deps: HandlerDeps): Handlers => ({
  ...createAppHandlers(deps),
  ...createArchiveHandlers(deps),
  ...createUndoHandlers(deps),
  ...createImportHandlers(deps),
  ...createArticleHandlers(deps),
  ...createPassageHandlers(deps),
  ...createBulkHandlers(deps),
  ...createNeedsHandlers(deps),
  ...createTagHandlers(deps),
  ...createSourceHandlers(deps),
  ...createTaskHandlers(deps),
  ...createSearchHandlers(deps),
  ...createMemoHandlers(deps),
  ...createTrashHandlers(deps),
  ...createSampleHandlers(deps),
});
