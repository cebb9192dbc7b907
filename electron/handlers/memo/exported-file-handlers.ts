import type { MemoId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { makeDocument } from './export-memo.ts';

/** The file to which each memo was last exported in this session. */
export type ExportedTo = ReadonlyMap<MemoId, string>;

/** The handlers for a memo as an e-mail, and for its exported file. */
export const createExportedFileHandlers = (
  deps: HandlerDeps,
  exportedTo: ExportedTo,
): Pick<HandlersOn<'memo'>, 'memo:copy-email' | 'memo:reveal' | 'memo:drag'> => ({
  /** Copies the bottom line as an e-mail. Fails as the export does if the memo may not be exported. */
  'memo:copy-email': async (asked) => {
    const made = await makeDocument(deps, asked);
    if (!made.ok) return made;
    await deps.desktop.copyFormatted(deps.writeMemoEmail(made.value.document));
    return ok(null);
  },

  /** Shows the file that was last exported in this session. Fails with `not-found` if there is none. */
  'memo:reveal': async ({ memoId }) => {
    const path = exportedTo.get(memoId);
    if (path === undefined) return notFound('memo', memoId);
    deps.desktop.revealFile(path);
    return ok(null);
  },

  /** Passes that file to the drag that has begun in the window. Fails with `not-found` if there is none. */
  'memo:drag': async ({ memoId }) => {
    const path = exportedTo.get(memoId);
    if (path === undefined) return notFound('memo', memoId);
    await deps.desktop.dragFile(path);
    return ok(null);
  },
});
