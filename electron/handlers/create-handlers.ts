import type { Handlers } from '#domain/contract/requests.ts';
import { createAppHandlers } from './app/app-handlers.ts';
import { createArchiveHandlers } from './archive/archive-handlers.ts';
import { createCheckHandlers } from './archive/check-handlers.ts';
import { createUndoHandlers } from './archive/undo-handlers.ts';
import { createArticleHandlers } from './article/article-handlers.ts';
import { createBackupHandlers } from './backup/backup-handlers.ts';
import { createBoardHandlers } from './board/board-handlers.ts';
import { createBulkHandlers } from './bulk/bulk-handlers.ts';
import { createLongActs } from './bulk/long-acts.ts';
import { createEncryptionHandlers } from './encryption/encryption-handlers.ts';
import { createEventHandlers } from './event/event-handlers.ts';
import { createExchangeHandlers } from './exchange/exchange-handlers.ts';
import { createFormHandlers } from './form/form-handlers.ts';
import type { HandlerDeps } from './handler-deps.ts';
import { createImportHandlers } from './import/import-handlers.ts';
import { createInboxHandlers } from './import/inbox/inbox-handlers.ts';
import { createInsightHandlers } from './insights/insight-handlers.ts';
import { createLabelHandlers } from './label/label-handlers.ts';
import { createMemoHandlers } from './memo/memo-handlers.ts';
import { createOcrHandlers } from './ocr/ocr-handlers.ts';
import { createPadHandlers } from './pad/pad-handlers.ts';
import { createPassageHandlers } from './passage/passage-handlers.ts';
import { notingFalls } from './review/falls.ts';
import { createReviewHandlers } from './review/review-handlers.ts';
import { createSampleHandlers } from './sample/sample-handlers.ts';
import { createSearchHandlers } from './search/search-handlers.ts';
import { createIndexHandlers } from './shared/index-handlers.ts';
import { createSourceHandlers } from './source/source-handlers.ts';
import { createSpellingHandlers } from './spelling/spelling-handlers.ts';
import { createTagHandlers } from './tag/tag-handlers.ts';
import { createTaskHandlers } from './task/task-handlers.ts';
import { createTranslationHandlers } from './translation/translation-handlers.ts';
import { createTrashHandlers } from './trash/trash-handlers.ts';

/** Creates the handlers of all requests, by noun. A request without a handler does not compile. */
export const createHandlers = (given: HandlerDeps): Handlers => {
  const deps = { ...given, archive: notingFalls(given) };
  const longActs = createLongActs(deps);
  return {
    ...createIndexHandlers(deps),
    ...createAppHandlers(deps),
    ...createArchiveHandlers(deps),
    ...createCheckHandlers(deps),
    ...createUndoHandlers(deps, longActs),
    ...createImportHandlers(deps),
    ...createInboxHandlers(deps),
    ...createExchangeHandlers(deps),
    ...createArticleHandlers(deps),
    ...createPassageHandlers(deps),
    ...createBulkHandlers(deps, longActs),
    ...createReviewHandlers(deps),
    ...createLabelHandlers(deps),
    ...createEventHandlers(deps),
    ...createTranslationHandlers(deps),
    ...createTagHandlers(deps),
    ...createSourceHandlers(deps),
    ...createTaskHandlers(deps),
    ...createSearchHandlers(deps),
    ...createInsightHandlers(deps),
    ...createMemoHandlers(deps),
    ...createFormHandlers(deps),
    ...createBoardHandlers(deps),
    ...createPadHandlers(deps),
    ...createTrashHandlers(deps),
    ...createBackupHandlers(deps),
    ...createEncryptionHandlers(deps),
    ...createSampleHandlers(deps),
    ...createSpellingHandlers(deps),
    ...createOcrHandlers(deps),
  };
};
