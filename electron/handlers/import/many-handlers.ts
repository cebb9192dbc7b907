import { countKinds } from '#domain/article/formats/counted-kinds.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ChosenPreview, ImportOutcome, OnKnown, TakenFiles } from '#domain/contract/import-many.ts';
import { type DraftId, draftIdSchema } from '#domain/ids.ts';
import { isKeepNote } from '#domain/inbox/keep-note.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ChosenFile } from '#electron/ports/chosen-files.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { labelsOf } from '../label/label-handlers.ts';
import { createReturnedFiles } from '../memo/round/add-review.ts';
import { notFound } from '../shared/failures.ts';
import {
  type Attempt,
  attemptFile,
  type BulkDeps,
  type FileRead,
  type PlacedFile,
  readAhead,
} from './attempt-file.ts';
import { takeAsFound, takeAsVersions, toDraftOfVersion, toPlainDraft } from './bulk/take-files.ts';
import { createSealer, type Sealer } from './create-sealer.ts';
import type { RunningImports } from './running-imports.ts';

type Deps = HandlerDeps & Pick<BulkDeps, 'drafts' | 'locked'>;

type BulkOptions = {
  /**
   * Called after each file with the number of files done. A file that may be a new version is done when all are read.
   */
  readonly onProgress: (done: number, fileName: string) => void;
  /** Cancels the import after the current file; what was read is sealed. */
  readonly signal: AbortSignal;
  readonly onKnown: OnKnown;
  /** Whether attachments of e-mails become articles too. */
  readonly hasAttachments: boolean;
  /** Whether the marks of PDFs become passages. */
  readonly takesMarks: boolean;
  /** Whether each file is imported as an article, even one that a reviewer of a memo has returned. */
  readonly areArticles: boolean;
};

/** At most this many articles with the same text are reported for an imported one. */
const DUPLICATES_TOLD = 3;

/** Looked up once all are imported, so that the first of two copies is reported too; with one query for all. */
const withDuplicates = async (
  { catalogue }: BulkDeps,
  outcomes: readonly ImportOutcome[],
): Promise<readonly ImportOutcome[]> => {
  const imported = outcomes.filter(({ status }) => status === 'imported');
  if (imported.length === 0) return outcomes;
  const duplicates = await catalogue.duplicatesOfEach(
    imported.flatMap((outcome) => ('articleId' in outcome ? [outcome.articleId] : [])),
  );
  return outcomes.map((outcome) =>
    outcome.status === 'imported'
      ? { ...outcome, duplicates: (duplicates.get(outcome.articleId) ?? []).slice(0, DUPLICATES_TOLD) }
      : outcome,
  );
};

/** The outcomes of the files, in their order, and the indexes of those that were not imported. */
const takenFiles = async (
  deps: BulkDeps,
  files: readonly PlacedFile[],
  { outcomes }: Sealer,
): Promise<TakenFiles> => ({
  outcomes: await withDuplicates(
    deps,
    files.flatMap(({ place }) => outcomes.get(place) ?? []),
  ),
  left: files.map(({ place }) => place).filter((place) => !outcomes.has(place)),
});

type Reading = Pick<BulkOptions, 'signal' | 'areArticles'> & {
  /** Processes a file that was read; returns whether it is done, and null if no more can be processed. */
  readonly take: (file: PlacedFile, read: FileRead | 'returned') => Promise<Result<boolean, AppError> | null>;
  readonly onDone: (file: PlacedFile) => void;
};

/** Reads and processes one file after the other, until all are done or it is cancelled. */
const readAll = async (
  deps: BulkDeps,
  files: readonly PlacedFile[],
  { take, onDone, signal, areArticles }: Reading,
): Promise<Result<null, AppError>> => {
  for await (const [file, read] of readAhead(files, deps, areArticles)) {
    const taken = await take(file, read);
    if (taken === null) break;
    if (!taken.ok) return taken;
    if (taken.value) onDone(file);
    if (signal.aborted) break;
  }
  return ok(null);
};

/** Stores files returned by reviewers with their memos: after all articles are sealed, which are one undo step. */
const addReturned = async (
  { returned }: BulkDeps,
  files: readonly PlacedFile[],
  sealer: Sealer,
): Promise<Result<null, AppError>> => {
  if (files.length === 0) return ok(null);
  const added = await returned.add(files.map(({ path }) => path));
  if (!added.ok) return added;
  for (const [index, { name: fileName, place }] of files.entries()) {
    const one = added.value[index];
    if (one === undefined) throw new Error('A returned file was added without an answer.');
    const outcome: ImportOutcome =
      one.outcome === 'unreadable'
        ? { status: 'failed', fileName, reason: one.failure, lockedId: null }
        : { status: 'returned', fileName, added: one };
    sealer.settle(place, outcome);
  }
  return ok(null);
};

/**
 * Imports files as they are found, without a review of each: one that fails does not affect the others. All of them are
 * one undo step, though they are sealed in parts. Returns the outcome of every file that was read; fails only if the
 * archive could not be written, and what was sealed before stays.
 */
const importFiles = async (
  deps: BulkDeps,
  chosen: readonly ChosenFile[],
  { onProgress, signal, onKnown, hasAttachments, takesMarks, areArticles }: BulkOptions,
): Promise<Result<TakenFiles, AppError>> => {
  const files = chosen.map((file, place): PlacedFile => ({ ...file, place }));
  const sealer = createSealer(deps);
  const marksAs = takesMarks ? await labelsOf(deps.archive) : null;
  const toDraft = onKnown === 'skip' ? toPlainDraft(deps) : toDraftOfVersion(deps);
  let doneWith = 0;
  const onDone = ({ name }: PlacedFile): void => onProgress(++doneWith, name);
  const attempt = (file: PlacedFile, read: FileRead): Promise<Result<Attempt, AppError>> => {
    const onRead = (_done: number, _total: number, name: string): void =>
      onProgress(doneWith, `${file.name}: ${name}`);
    return attemptFile(deps, file, read, {
      attaching: hasAttachments ? { onRead, signal } : null,
      marksAs,
      signal,
      onDrawn: (done, total) => onProgress(doneWith, `${file.name}: mark ${done} of ${total}`),
      toDraft,
    });
  };
  const readAgain = async (file: PlacedFile) => attempt(file, await deps.texts.readFile(file.path));
  const taker =
    onKnown === 'skip' ? takeAsFound(deps, sealer) : await takeAsVersions(deps, sealer, readAgain);
  const returned: PlacedFile[] = [];
  const take: Reading['take'] = async (file, read) => {
    if (read === 'returned') {
      returned.push(file);
      return ok(true);
    }
    const attempted = await attempt(file, read);
    return attempted.ok ? taker.take(attempted.value) : null;
  };
  const read = await readAll(deps, files, { take, onDone, signal, areArticles });
  if (!read.ok) return read;
  // What was read is sealed even after a cancellation; a second cancellation leaves the rest.
  const wasEnded = signal.aborted;
  const settled = await taker.settle({ onDone, isEnded: () => !wasEnded && signal.aborted });
  const sealed = settled.ok ? await sealer.finish() : settled;
  if (!sealed.ok) return sealed;
  await taker.finish();
  const added = await addReturned(deps, returned, sealer);
  return added.ok ? ok(await takenFiles(deps, files, sealer)) : added;
};

type How = Pick<BulkOptions, 'onKnown' | 'hasAttachments' | 'takesMarks' | 'areArticles'>;

const importTold = async (
  deps: Deps,
  files: readonly ChosenFile[],
  how: How,
  signal: AbortSignal,
): Promise<Result<TakenFiles, AppError>> => {
  const tell = (done: number, total: number, fileName: string): void =>
    deps.emit('import-progress', { done, total, fileName });
  try {
    // Told before the first file is read, which may take minutes.
    tell(0, files.length, files[0]?.name ?? '');
    return await importFiles({ ...deps, returned: createReturnedFiles(deps) }, files, {
      ...how,
      signal,
      onProgress: (done, fileName) => tell(done, files.length, fileName),
    });
  } finally {
    // The end is sent for a cancelled or failed import too.
    if (signal.aborted) tell(1, 1, '');
  }
};

/**
 * Groups files of the inbox for importing: each page from the browser is imported separately in the order of arrival,
 * as its own step, since it may be a new version of the page before it.
 */
const partsOfInbox = (files: readonly ChosenFile[]): readonly (readonly ChosenFile[])[] => {
  const parts: ChosenFile[][] = [];
  for (const file of files) {
    const last = parts.at(-1);
    const isOfLast = last?.[0] !== undefined && !isKeepNote(last[0].path) && !isKeepNote(file.path);
    if (isOfLast) last?.push(file);
    else parts.push([file]);
  }
  return parts;
};

const howOfInbox: How = { onKnown: 'skip', hasAttachments: false, takesMarks: true, areArticles: false };

/** A page saved again is a new version of itself; any other file is skipped if its text is already in the archive. */
const howOfPart = ([first]: readonly ChosenFile[]): How =>
  first !== undefined && isKeepNote(first.path) ? { ...howOfInbox, onKnown: 'new-version' } : howOfInbox;

/** Returns the outcomes of the imported files; fails if none was imported because the archive could not be written. */
const importOfInbox = async (
  files: readonly ChosenFile[],
  run: (part: readonly ChosenFile[], how: How) => Promise<Result<TakenFiles, AppError>>,
): Promise<Result<readonly ImportOutcome[], AppError>> => {
  const outcomes: ImportOutcome[] = [];
  for (const part of partsOfInbox(files)) {
    const taken = await run(part, howOfPart(part));
    if (!taken.ok) return outcomes.length === 0 ? taken : ok(outcomes);
    outcomes.push(...taken.value.outcomes);
    if (taken.value.left.length > 0) break;
  }
  return ok(outcomes);
};

export type ManyFiles = {
  /** Keeps files until the way to import them is chosen; see `areArticles`. */
  choose(files: readonly ChosenFile[], areArticles: boolean): ChosenPreview;
  readonly handlers: Pick<HandlersOn<'import'>, 'import:take-files' | 'import:discard-files'>;
};

/** The imports of many files: chosen files wait in memory; those of the inbox are imported in the same way. */
export const createManyFiles = (deps: Deps, running: RunningImports): ManyFiles => {
  const chosen = new Map<DraftId, { readonly files: readonly ChosenFile[]; readonly areArticles: boolean }>();
  const run = (files: readonly ChosenFile[], how: How, ending?: AbortSignal) =>
    running.run((signal) =>
      importTold(deps, files, how, ending === undefined ? signal : AbortSignal.any([signal, ending])),
    );
  deps.inbox.importBy((files, ending) => importOfInbox(files, (part, how) => run(part, how, ending)));
  return {
    choose(files, areArticles) {
      const draftId = draftIdSchema.parse(deps.machine.newId());
      chosen.set(draftId, { files, areArticles });
      return { draftId, files: files.length, kinds: countKinds(files.map(({ name }) => name)) };
    },
    handlers: {
      /**
       * Fails with `not-found` for files that were imported or discarded. If cancelled midway, returns what was
       * imported by then.
       */
      'import:take-files': async ({ draftId, ...how }) => {
        const taken = chosen.get(draftId);
        if (taken === undefined) return notFound('draft', draftId);
        chosen.delete(draftId);
        return run(taken.files, { ...how, areArticles: taken.areArticles });
      },

      'import:discard-files': async ({ draftId }) => {
        chosen.delete(draftId);
        return ok(null);
      },
    },
  };
};
