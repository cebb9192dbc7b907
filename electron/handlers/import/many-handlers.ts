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
  /** After each file: how many are done with. One that may be a new version is done with when all are read. */
  readonly onProgress: (done: number, fileName: string) => void;
  /** Ends the import after the file that is being read; what was read is sealed. */
  readonly signal: AbortSignal;
  readonly onKnown: OnKnown;
  /** Whether what is attached to mails becomes articles with them. */
  readonly hasAttachments: boolean;
  /** Whether the marks of PDFs become passages. */
  readonly takesMarks: boolean;
  /** Whether each file is an article, one that a reviewer of a memo has returned too. */
  readonly areArticles: boolean;
};

/** So many of the articles that carry one text with an imported one are told of. */
const DUPLICATES_TOLD = 3;

/** Asked when all are there, so that the first of two copies says so too; in one question for all. */
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

/** What became of the files, in their order, and the places of those that were left. */
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
  /** Takes what was read of a file; answers whether it is done with, and null where no more can be taken. */
  readonly take: (file: PlacedFile, read: FileRead | 'returned') => Promise<Result<boolean, AppError> | null>;
  readonly onDone: (file: PlacedFile) => void;
};

/** Reads one file after the other and takes it, until all are read or it is ended. */
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

/** Keeps with their memos what reviewers have returned: once all articles are sealed, which are one step of undo. */
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
 * Imports files as they are found, without a look at each: one that fails leaves the others alone. All of them are
 * one step of undo, though they are sealed a part at a time. Answers what became of every file that was read;
 * fails only where the archive could not be written, and then what was sealed before stays.
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
  // What was read is sealed, though the reading was ended; a second end leaves the rest.
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
    return await importFiles({ ...deps, returned: createReturnedFiles(deps) }, files, {
      ...how,
      signal,
      onProgress: (done, fileName) => tell(done, files.length, fileName),
    });
  } finally {
    // One that was ended, or that failed, is over too.
    if (signal.aborted) tell(1, 1, '');
  }
};

/**
 * Files of the inbox as they are imported together: pages that were kept from the browser one by one in the order in
 * which they came, each a step of its own, since one may be a new version of the page before it.
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

/** A page that was kept again is a new version of itself; any other file is skipped where its text is here. */
const howOfPart = ([first]: readonly ChosenFile[]): How =>
  first !== undefined && isKeepNote(first.path) ? { ...howOfInbox, onKnown: 'new-version' } : howOfInbox;

/** Answers what became of the files that were imported; fails where none was, and the archive could not be written. */
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
  /** Keeps files until it is said how they are imported; see `areArticles`. */
  choose(files: readonly ChosenFile[], areArticles: boolean): ChosenPreview;
  readonly handlers: Pick<HandlersOn<'import'>, 'import:take-files' | 'import:discard-files'>;
};

/** The imports of many files: those that were chosen wait in memory; those of the inbox come as many do. */
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
       * Fails `not-found` for files that were taken or discarded. Ended midway, it answers what was imported by then.
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
