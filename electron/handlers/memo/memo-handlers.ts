import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ExportedFile, MemoPreview } from '#domain/contract/memo.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { appendEvidence } from '#domain/memo/append-evidence.ts';
import { lostTypedQuotes } from '#domain/memo/checks/quotes/lost-typed-quotes.ts';
import { noLineage } from '#domain/memo/citations/memo-material.ts';
import { takeNewer } from '#domain/memo/citations/take-newer.ts';
import { duplicateMemo as duplicate } from '#domain/memo/duplicate-memo.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { type FindingKey, stateReason } from '#domain/memo/stated-reason.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { localToday } from '#electron/time/local-today.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import { readForm } from '../form/read-form.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { moveToTrash, recordChanges } from '../shared/record-changes.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { changeMemo } from './change-memo.ts';
import { checkShortening } from './citing/check-shortening.ts';
import { listCitable, makeCitation } from './citing/citable-passages.ts';
import { copyPassages, writeCitedPassages } from './citing/copy-passages.ts';
import { findEvidence } from './citing/find-evidence.ts';
import { createMemo } from './create-memo.ts';
import { type MadeMemo, makeMemo, makePages, writeMemo } from './export-memo.ts';
import { createExportedFileHandlers } from './exported-file-handlers.ts';
import { withFigures } from './figure/cut-regions.ts';
import { createFigureHandlers } from './figure/figure-handlers.ts';
import { pictureFilesOf } from './figure/read-pictures.ts';
import { findDraft } from './find-draft.ts';
import { makeMemoOnce } from './make-memo-once.ts';
import { dressMemo, prepareMemo } from './prepare-memo.ts';
import { printDraft, proofMemo } from './proof-memo.ts';
import { createRoundHandlers } from './round/round-handlers.ts';
import { freezeMemo } from './sent/freeze-memo.ts';
import { prepareDraft } from './sent/prepare-draft.ts';
import { createDailySnapshots, createSentMemoHandlers } from './sent/sent-memo-handlers.ts';
import { freeReference } from './taken-references.ts';

type PagesOf = ReadonlyMap<MemoId, number>;

/** Records why a finding is left as it is; null removes the reason. Returns the memo after the change. */
const stateMemoReason = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  memoId: MemoId,
  finding: FindingKey,
  reason: string | null,
): Promise<Result<Memo, AppError>> =>
  archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const statedAt = toTimestamp(machine.nowMs());
    const next = reason === null ? null : { reason, statedAt };
    const statedReasons = stateReason(before.statedReasons, finding, next);
    const after = { ...before, statedReasons, updatedAt: statedAt };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    return ok({ value: changes.length === 0 ? before : after, name: 'state-reason', changes });
  });

/**
 * Updates citations to the newest versions: one undo step. When all citations whose passage is unchanged are updated,
 * one stays if words are quoted beside it that the newest version does not have. Fails with `memo-is-sent`.
 */
const takeNewerVersions = async (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  { memoId, passages }: Input<'memo:take-newer'>,
): Promise<Result<Output<'memo:take-newer'>, AppError>> => {
  await catalogue.ready;
  return archive.perform(async (reader) => {
    const prepared = await prepareDraft({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const { memo: before, material, citations } = prepared.value;
    const lost = await runYielding(lostTypedQuotes(before.content, material), createYielder());
    const left = new Set(lost.map(({ passageId }) => passageId));
    const { content, taken } = takeNewer(before.content, citations, passages, left);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = taken === 0 ? [] : recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    return ok({ value: { taken }, name: 'take-newer-versions', changes });
  });
};

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine' | 'figures'>;

/** Cites passages in a draft, as quotations and figures among its evidence. */
const citePassages = async (
  deps: Deps,
  { memoId, passageIds }: Input<'memo:cite-passages'>,
): Promise<Result<Output<'memo:cite-passages'>, AppError>> => {
  const { archive, catalogue, machine } = deps;
  // Cutting pictures takes long, so other acts may run meanwhile.
  const memo = await archive.memo(memoId);
  if (!memo.ok) return memo;
  const places = { reader: archive, catalogue, memoLanguage: memo.value.memo.head.language };
  const evidence = await findEvidence(places, { kind: 'passages', passageIds });
  if (!evidence.ok) return evidence;
  const { passages, files } = await withFigures(deps, evidence.value.passages);
  return archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const { content, added } = appendEvidence(before.content, passages, before.head.language);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    const value = {
      ...{ memoId, referenceNumber: before.head.referenceNumber, added: added.length },
      translated: added.filter(({ translation }) => translation !== undefined).length,
    };
    const newPictures = files.map((file) => ({ holder: { kind: 'memo', id: memoId } as const, ...file }));
    return ok({ value, name: 'cite-passages', changes, newPictures });
  });
};

/**
 * Makes a draft from the text of a memo in any state. A repeated request changes nothing. Fails with `invalid-input`
 * for an id that is taken.
 */
const duplicateMemo = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { memoId, newMemoId }: Input<'memo:duplicate'>,
): Promise<Result<Output<'memo:duplicate'>, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.memo(memoId);
    if (!file.ok) return file;
    const before = file.value.memo;
    const nowMs = machine.nowMs();
    const today = localToday(nowMs);
    const form = await readForm(reader, before.template);
    const memo = duplicate(before, {
      id: newMemoId,
      referenceNumber: await freeReference(reader, today, form?.numbering),
      asOf: today,
      at: toTimestamp(nowMs),
    });
    const pictures = await pictureFilesOf(reader, before.id, memo.content);
    const made = await makeMemoOnce(reader, 'memo:duplicate', memo, pictures);
    if (!made.ok) return made;
    return ok({ value: { memoId: newMemoId }, name: 'add-memo', changes: [], newMemos: made.value });
  });

/** The handlers that create, edit and delete memos. */
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
  | 'memo:citable'
  | 'memo:check-shortening'
  | 'memo:take-newer'
  | 'memo:cite-passages'
  | 'memo:copy-passages'
  | 'memo:cited-passages'
  | 'memo:delete'
> => ({
  /** Rows from the catalogue, the last changed first; a draft has the page count of its last preview. */
  'memo:list': async () =>
    ok(
      (await deps.catalogue.memos()).map((row) => ({
        ...row,
        pages: row.pages ?? pagesOf.get(row.id) ?? null,
      })),
    ),

  /**
   * Creates a draft in the chosen form with the next free reference number. Its marking is at least that of the cited
   * evidence. Fails with `not-found` if a passage of it no longer exists.
   */
  'memo:create': (input) => createMemo(deps, input),

  /** Creates a draft of the same text with its own number; the memo is unchanged. */
  'memo:duplicate': (input) => duplicateMemo(deps, input),

  /** Returns the memo from its own file, with its citations resolved against the files of the cited articles. */
  'memo:open': async ({ memoId }) => {
    deps.pdfMaker.warmUp();
    const prepared = await prepareMemo(deps, memoId);
    if (!prepared.ok) return prepared;
    const { memo, material, citations } = prepared.value;
    const { terms, lineage = noLineage } = material;
    return ok({
      ...{ memo, tasks: material.tasks, citations, lineage },
      ...(terms === undefined ? {} : { terms }),
    });
  },

  /**
   * Saves of one visit have the same edit id and are one undo step. Before the first one of a day a snapshot of the
   * memo is taken. Fails with `name-taken` for another memo's number, `memo-is-sent` if it can no longer be edited.
   */
  'memo:save': async ({ memoId, editId, ...change }) => {
    await keepDaily(memoId);
    return changeMemo(deps, memoId, change, 'edit-memo', { editId });
  },

  /** Fails with `memo-is-sent` for a sent memo: sending can only be undone, or the memo superseded. */
  'memo:set-state': ({ memoId, state }) => changeMemo(deps, memoId, { state }, 'set-memo-state'),

  /** Records with the memo why a finding of its checks is left as it is, or removes the reason; one step. */
  'memo:state-reason': ({ memoId, finding, reason }) => stateMemoReason(deps, memoId, finding, reason),

  /**
   * Returns the data of a new citation of a passage: the article copy that contains its words (an older one, if the
   * passage has no place in this one), the SHA-256 of its quote, and its translation. Fails with `text-altered`, and
   * with `not-found` for a translation that it does not have.
   */
  'memo:cite': (input) => makeCitation(deps, input),
  'memo:citable': (input) => listCitable(deps, input),

  /**
   * Checks the kept part of a passage by the rules of quoting. Fails with `not-found` and `text-altered` as citing
   * does.
   */
  'memo:check-shortening': (input) => checkShortening(deps, input),

  /** One undo step. Fails with `memo-is-sent` if it can no longer be edited. */
  'memo:take-newer': (input) => takeNewerVersions(deps, input),

  /**
   * Quotes passages at the end of a memo's evidence, in one step. Fails with `memo-is-sent` if it can no longer be
   * edited, `not-found` if a passage no longer exists.
   */
  'memo:cite-passages': (input) => citePassages(deps, input),

  /** Copies passages for other programs. Fails with `not-found` if one no longer exists. */
  'memo:copy-passages': (input) => copyPassages(deps, input),

  /** The same, for a drag. */
  'memo:cited-passages': (input) => writeCitedPassages(deps, input),

  /** Moves the memo to the trash. */
  'memo:delete': ({ memoId }) =>
    deps.archive.perform(async (reader) => {
      const memo = await reader.memo(memoId);
      return memo.ok ? ok(moveToTrash({ kind: 'memo', id: memoId }, 'delete-memo')) : memo;
    }),
});

/**
 * Stores a snapshot of what was exported, with the hash of its bytes; the same file is not stored twice. The file is
 * written by then: a failure here does not make the export fail, and the status line says that the snapshot was not
 * saved.
 */
const keepExport = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  { file, snapshot, isKept, format }: MadeMemo,
  { fileName, pages, bytes }: ExportedFile,
): Promise<void> => {
  if (isKept) return;
  const exported = { format, fileName, pages, bytes, sha256: sha256Of(file.bytes) };
  await archive.perform(async () =>
    ok({ value: null, name: 'edit-memo', changes: [], newSnapshots: [{ ...snapshot, exported }] }),
  );
};

/**
 * A preview of a memo in a format, even if checks fail. Formats whose layout depends on the reader's program are shown
 * as the pages of the PDF.
 */
const previewMemo = async (
  deps: HandlerDeps,
  { memoId, format, options, parts }: Input<'memo:preview'>,
): Promise<Result<MemoPreview, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const snapshot = freezeMemo(deps, prepared.value, 'export');
  // It refers to no snapshot, so that the same preview is the same file.
  const dressed = await dressMemo(deps, prepared.value, snapshot, parts);
  if (!dressed.ok) return dressed;
  const document = { ...dressed.value, manifest: null };
  if (format === 'email') return ok({ kind: 'text', text: deps.writeMemoEmail(document).text });
  if (format === 'md' || format === 'txt') {
    const made = await deps.memoWriters[format].write(document, options);
    return made.ok ? ok({ kind: 'text', text: new TextDecoder().decode(made.value.bytes) }) : made;
  }
  return ok({ kind: 'pages', printed: await deps.pdfMaker.make(document, options, `preview:${memoId}`) });
};

/** The use cases of memos. */
export const createMemoHandlers = (deps: HandlerDeps): HandlersOn<'memo'> => {
  /** The file to which each memo was last exported in this session. */
  const exportedTo = new Map<MemoId, string>();
  /** What cancels the export of each memo that is being made. */
  const exporting = new Map<MemoId, AbortController>();
  /** The page count of each memo at its last preview in this session. */
  const pagesOf = new Map<MemoId, number>();

  return {
    ...createKeeping(deps, pagesOf),
    ...createSentMemoHandlers(deps, exportedTo),
    ...createFigureHandlers(deps),
    ...createRoundHandlers(deps, exportedTo),

    /** A newer proof replaces a waiting one. */
    'memo:proof': async ({ memoId, options }) => {
      const proof = await proofMemo(deps, memoId, options);
      if (proof.ok && proof.value.printed.ok) pagesOf.set(memoId, proof.value.printed.value.pages);
      return proof;
    },

    /** A newer request replaces a waiting one. Fails as making a PDF does. */
    'memo:print-draft': (input) => printDraft(deps, input),

    /**
     * Checks the memo, makes the file, and writes it whole or not at all. Fails with `evidence-changed`, `misquoted`,
     * `marking-below-evidence`, `missing-glyphs` or `file-exists`, and writes nothing.
     */
    'memo:export': async (input) => {
      const { memoId } = input;
      const cancelling = new AbortController();
      exporting.set(memoId, cancelling);
      const made = await makeMemo(deps, input, cancelling.signal);
      if (!made.ok) return made;
      if (cancelling.signal.aborted) return err({ code: 'cancelled' });
      const written = await writeMemo(deps, input, made.value);
      if (!written.ok) return written;
      const { path, exported } = written.value;
      exportedTo.set(memoId, path);
      await keepExport(deps, made.value, exported);
      return ok(exported);
    },

    /** Returns the PDF as it would be printed, or the text. A newer preview replaces a waiting one. */
    'memo:preview': (input) => previewMemo(deps, input),

    /** Fails as the export does if the memo may not be exported. A newer request replaces a waiting one. */
    'memo:make-pages': (input) => makePages(deps, input),

    'memo:export-place': async () => ok({ folder: deps.desktop.exportFolder() }),

    /** Fails with `cancelled` if none is chosen. */
    'memo:choose-export-folder': async () => {
      const folder = await deps.desktop.chooseExportFolder();
      return folder === null ? err({ code: 'cancelled' }) : ok({ folder });
    },

    /** Cancels the running export, which answers `cancelled` and writes nothing. */
    'memo:cancel-export': async ({ memoId }) => {
      exporting.get(memoId)?.abort();
      return ok(null);
    },

    ...createExportedFileHandlers(deps, exportedTo),
  };
};
