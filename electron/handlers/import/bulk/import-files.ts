import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportOutcome, OnKnown, TakenFiles } from '#domain/contract/import-many.ts';
import { ok, type Result } from '#domain/result.ts';
import {
  type Attempt,
  attemptFile,
  type BulkDeps,
  type FileRead,
  type PlacedFile,
  readAhead,
} from './attempt-file.ts';
import type { ChosenFile } from './chosen-files.ts';
import { createSealer, type Sealer } from './create-sealer.ts';
import { type Taker, takeAsFound, takeAsVersions, toDraftOfVersion, toPlainDraft } from './take-attempts.ts';

export type BulkOptions = {
  /** After each file: how many are done with. One that may be a new version is done with when all are read. */
  readonly onProgress: (done: number, fileName: string) => void;
  /** Ends the import after the file that is being read; what was read is sealed. */
  readonly signal: AbortSignal;
  readonly onKnown: OnKnown;
  /** Whether what is attached to mails becomes articles with them. */
  readonly hasAttachments: boolean;
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

type Reading = Pick<BulkOptions, 'signal'> & {
  readonly attempt: (file: PlacedFile, read: FileRead) => Promise<Result<Attempt, AppError>>;
  readonly take: Taker['take'];
  readonly onDone: (file: PlacedFile) => void;
};

/** Reads one file after the other and takes what is made of it, until all are read or it is ended. */
const readAll = async (
  deps: BulkDeps,
  files: readonly PlacedFile[],
  { attempt, take, onDone, signal }: Reading,
): Promise<Result<null, AppError>> => {
  for await (const [file, read] of readAhead(files, deps)) {
    const attempted = await attempt(file, read);
    if (!attempted.ok) break;
    const taken = await take(attempted.value);
    if (!taken.ok) return taken;
    if (taken.value) onDone(file);
    if (signal.aborted) break;
  }
  return ok(null);
};

/**
 * Imports files as they are found, without a look at each: one that fails leaves the others alone. All of them are
 * one step of undo, though they are sealed a part at a time. Answers what became of every file that was read;
 * fails only where the archive could not be written, and then what was sealed before stays.
 */
export const importFiles = async (
  deps: BulkDeps,
  chosen: readonly ChosenFile[],
  { onProgress, signal, onKnown, hasAttachments }: BulkOptions,
): Promise<Result<TakenFiles, AppError>> => {
  const files = chosen.map((file, place): PlacedFile => ({ ...file, place }));
  const sealer = createSealer(deps);
  const toDraft = onKnown === 'skip' ? toPlainDraft(deps) : toDraftOfVersion(deps);
  let doneWith = 0;
  const onDone = ({ name }: PlacedFile): void => onProgress(++doneWith, name);
  const attempt = (file: PlacedFile, read: FileRead): Promise<Result<Attempt, AppError>> => {
    const onRead = (_done: number, _total: number, name: string): void =>
      onProgress(doneWith, `${file.name}: ${name}`);
    return attemptFile(deps, file, read, { attaching: hasAttachments ? { onRead, signal } : null, toDraft });
  };
  const readAgain = async (file: PlacedFile) => attempt(file, await deps.texts.readFile(file.path));
  const taker =
    onKnown === 'skip' ? takeAsFound(deps, sealer) : await takeAsVersions(deps, sealer, readAgain);
  const read = await readAll(deps, files, { attempt, take: taker.take, onDone, signal });
  if (!read.ok) return read;
  // What was read is sealed, though the reading was ended; a second end leaves the rest.
  const wasEnded = signal.aborted;
  const settled = await taker.settle({ onDone, isEnded: () => !wasEnded && signal.aborted });
  const sealed = settled.ok ? await sealer.finish() : settled;
  if (!sealed.ok) return sealed;
  await taker.finish();
  return ok(await takenFiles(deps, files, sealer));
};
