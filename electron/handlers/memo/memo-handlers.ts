import type { MemoId } from '#domain/ids.ts';
import { noLineage } from '#domain/memo/citations/memo-material.ts';
import { passageEvidence } from '#domain/passage/passage.ts';
import { err, ok } from '#domain/result.ts';
import { usableBody } from '../article/usable-text.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { moveToTrash } from '../shared/move-to-trash.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { changeMemo } from './change-memo.ts';
import { checkShortening } from './check-shortening.ts';
import { citePassages } from './cite-passages.ts';
import { copyPassages, writeCitedPassages } from './copy-passages.ts';
import { createMemo } from './create-memo.ts';
import { duplicateMemo } from './duplicate-memo.ts';
import { makeMemo, makePages, writeMemo } from './export-memo.ts';
import { createExportedFileHandlers } from './exported-file-handlers.ts';
import { createFigureHandlers } from './figure/figure-handlers.ts';
import { prepareMemo } from './prepare-memo.ts';
import { previewMemo } from './preview-memo.ts';
import { printDraft, reviewMemo } from './review-memo.ts';
import { keepExport } from './sent/keep-export.ts';
import { createDailySnapshots } from './sent/keep-snapshot.ts';
import { createSentMemoHandlers } from './sent/sent-memo-handlers.ts';
import { stateMemoReason } from './state-memo-reason.ts';
import { takeNewerVersions } from './take-newer-versions.ts';

type PagesOf = ReadonlyMap<MemoId, number>;

/** The making of memos: from an empty form to one that is kept as it was sent. */
const createKeeping = (
  deps: HandlerDeps,
  pagesOf: PagesOf,
  keepDaily = createDailySnapshots(deps),
): Pick<
  HandlersOn<'memo'>,
  | 'memo:list'
  | 'memo:create'
  | 'memo:duplicate'
  | 'memo:open'
  | 'memo:save'
  | 'memo:set-state'
  | 'memo:state-reason'
  | 'memo:cite'
  | 'memo:check-shortening'
  | 'memo:take-newer'
  | 'memo:cite-passages'
  | 'memo:copy-passages'
  | 'memo:cited-passages'
  | 'memo:delete'
> => ({
  /** Rows from the catalogue, the one that was changed last first; a draft has the pages of its last preview. */
  'memo:list': async () =>
    ok(
      (await deps.catalogue.memos()).map((row) => ({
        ...row,
        pages: row.pages ?? pagesOf.get(row.id) ?? null,
      })),
    ),

  /**
   * A draft in the chosen form with the next free reference number. It is marked at least as high as the evidence
   * that it cites. Fails `not-found` where a passage of it is not there any more.
   */
  'memo:create': (input) => createMemo(deps, input),

  /** A draft of the same text with a number of its own; the memo stays as it is. */
  'memo:duplicate': (input) => duplicateMemo(deps, input),

  /** The memo from its own file, its citations resolved against the cited articles' files. */
  'memo:open': async ({ memoId }) => {
    deps.pdfMaker.warmUp();
    const prepared = await prepareMemo(deps, memoId);
    if (!prepared.ok) return prepared;
    const { memo, material, citations } = prepared.value;
    return ok({ memo, tasks: material.tasks, citations, lineage: material.lineage ?? noLineage });
  },

  /**
   * Saves of one visit share an edit id and are one step of undo. Before the first one of a day the memo is kept as the
   * last day left it. Fails `name-taken` for another's number, `memo-is-sent` where it is no longer written.
   */
  'memo:save': async ({ memoId, editId, ...change }) => {
    await keepDaily(memoId);
    return changeMemo(deps, memoId, change, 'edit-memo', { editId });
  },

  /** Fails `memo-is-sent` for a memo that was sent: that is undone, or superseded. */
  'memo:set-state': ({ memoId, state }) => changeMemo(deps, memoId, { state }, 'set-memo-state'),

  /** Keeps with the memo why a finding of its checks is left as it is, or takes that back; one step. */
  'memo:state-reason': ({ memoId, finding, reason }) => stateMemoReason(deps, memoId, finding, reason),

  /** The hash that a new citation of a passage carries: SHA-256 of its quote as it stands. Fails `text-altered`. */
  'memo:cite': async ({ articleId, passageId }) => {
    const annotations = await deps.archive.annotations(articleId);
    if (!annotations.ok) return annotations;
    const passage = annotations.value.passages.find(({ id }) => id === passageId);
    if (passage === undefined || passage.deletedAt !== null) return notFound('passage', passageId);
    const usable = await usableBody(deps.archive, articleId);
    return usable.ok ? ok({ exactSha256: sha256Of(passageEvidence(passage)) }) : usable;
  },

  /** What is kept of a passage by the rules of quoting. Fails `not-found`, `text-altered` as citing does. */
  'memo:check-shortening': (input) => checkShortening(deps, input),

  /** One step of undo. Fails `memo-is-sent` where it is no longer written. */
  'memo:take-newer': (input) => takeNewerVersions(deps, input),

  /**
   * Quotes passages at the end of a memo's evidence, one step. Fails `memo-is-sent` where it is no longer written,
   * `not-found` where a passage is not there any more.
   */
  'memo:cite-passages': (input) => citePassages(deps, input),

  /** Copies passages for other programs. Fails `not-found` where one is not there any more. */
  'memo:copy-passages': (input) => copyPassages(deps, input),

  /** The same, for a drag. */
  'memo:cited-passages': (input) => writeCitedPassages(deps, input),

  /** Moves the memo to the trash. */
  'memo:delete': ({ memoId }) =>
    deps.archive.perform(async (reader) => {
      const memo = await reader.memo(memoId);
      return memo.ok ? ok(moveToTrash({ holds: 'memo', id: memoId }, 'delete-memo')) : memo;
    }),
});

/** The use cases of memos. */
export const createMemoHandlers = (deps: HandlerDeps): HandlersOn<'memo'> => {
  /** Where each memo was last exported to, in this session. */
  const exportedTo = new Map<MemoId, string>();
  const cancelled = new Set<MemoId>();
  /** How many pages each memo had when it was last shown as paper, in this session. */
  const pagesOf = new Map<MemoId, number>();

  return {
    ...createKeeping(deps, pagesOf),
    ...createSentMemoHandlers(deps, exportedTo),
    ...createFigureHandlers(deps),

    /** A newer review overtakes one that waits. */
    'memo:review': async ({ memoId, options }) => {
      const review = await reviewMemo(deps, memoId, options);
      if (review.ok && review.value.printed.ok) pagesOf.set(memoId, review.value.printed.value.pages);
      return review;
    },

    /** A newer one overtakes one that waits. Fails as the making of a PDF does. */
    'memo:print-draft': (input) => printDraft(deps, input),

    /**
     * Checks, makes the file, and writes it whole or not at all. Fails `evidence-changed`, `misquoted`,
     * `marking-below-evidence`, `missing-glyphs` or `file-exists`, and writes nothing.
     */
    'memo:export': async (input) => {
      const { memoId } = input;
      cancelled.delete(memoId);
      const made = await makeMemo(deps, input);
      if (!made.ok) return made;
      if (cancelled.delete(memoId)) return err({ code: 'cancelled' });
      const written = await writeMemo(deps, input, made.value);
      if (!written.ok) return written;
      const { path, exported } = written.value;
      exportedTo.set(memoId, path);
      await keepExport(deps, made.value, exported);
      return ok(exported);
    },

    /** Its PDF as it would be printed, or its text. A newer preview overtakes one that waits. */
    'memo:preview': (input) => previewMemo(deps, input),

    /** Fails as the export does, where the memo may not be exported. A newer one overtakes one that waits. */
    'memo:make-pages': (input) => makePages(deps, input),

    'memo:export-place': async () => ok({ folder: deps.desktop.exportFolder() }),

    /** Fails `cancelled` where none is chosen. */
    'memo:choose-export-folder': async () => {
      const folder = await deps.desktop.chooseExportFolder();
      return folder === null ? err({ code: 'cancelled' }) : ok({ folder });
    },

    /** The export that is under way then answers `cancelled` and writes nothing. */
    'memo:cancel-export': async ({ memoId }) => {
      cancelled.add(memoId);
      return ok(null);
    },

    ...createExportedFileHandlers(deps, exportedTo),
  };
};
