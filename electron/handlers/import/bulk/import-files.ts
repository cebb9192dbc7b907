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
import { createSealer, outcomeOfUnread, readAs, type Sealer } from './create-sealer.ts';
import { createHeldClaims, type HeldClaims } from './versions/hold-claims.ts';
import { createJudge } from './versions/judge-file.ts';

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

/** Takes what was made of a file; answers whether it is done with, and not held. */
type TakeAttempt = (attempt: Attempt) => Promise<Result<boolean, AppError>>;

const done = (sealed: Result<null, AppError>): Result<boolean, AppError> => (sealed.ok ? ok(true) : sealed);

/** A text that is here already is skipped when it is sealed; everything else is sealed as it comes. */
const takeAsFound =
  (sealer: Sealer): TakeAttempt =>
  async (attempt) => {
    if ('text' in attempt) return done(await sealer.add({ ...attempt, follows: null }));
    sealer.settle(attempt.file.place, outcomeOfUnread(attempt));
    return ok(true);
  };

/** Files that match an article are held until it is known whether others do. */
const takeAsVersions = async (deps: BulkDeps, sealer: Sealer, claims: HeldClaims): Promise<TakeAttempt> => {
  const judge = await createJudge(deps);
  const takeOther = takeAsFound(sealer);
  return async (attempt) => {
    if (!('text' in attempt)) return takeOther(attempt);
    const { file, text } = attempt;
    const judged = await judge(text);
    if (judged.is === 'own') return done(await sealer.add({ ...attempt, follows: judged.follows }));
    if (judged.is === 'unchanged') {
      const { articleId } = judged;
      sealer.settle(file.place, {
        status: 'duplicate',
        fileName: file.name,
        articleId,
        readAs: readAs(text),
      });
      return ok(true);
    }
    claims.hold(attempt, judged.of, judged.by);
    return ok(false);
  };
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
  readonly take: TakeAttempt;
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
  let doneWith = 0;
  const onDone = ({ name }: PlacedFile): void => onProgress(++doneWith, name);
  const attempt = (file: PlacedFile, read: FileRead): Promise<Result<Attempt, AppError>> => {
    const onRead = (_done: number, _total: number, name: string): void =>
      onProgress(doneWith, `${file.name}: ${name}`);
    return attemptFile(deps, file, read, hasAttachments ? { onRead, signal } : null);
  };
  const readAgain = async (file: PlacedFile) => attempt(file, await deps.texts.readFile(file.path));
  const claims = createHeldClaims({ deps, sealer, readAgain });
  const take = onKnown === 'skip' ? takeAsFound(sealer) : await takeAsVersions(deps, sealer, claims);
  const read = await readAll(deps, files, { attempt, take, onDone, signal });
  if (!read.ok) return read;
  // What was read is sealed, though the reading was ended; a second end leaves the rest.
  const wasEnded = signal.aborted;
  const settled = await claims.settle({ onDone, isEnded: () => !wasEnded && signal.aborted });
  const sealed = settled.ok ? await sealer.finish() : settled;
  if (!sealed.ok) return sealed;
  claims.settleCopies();
  return ok(await takenFiles(deps, files, sealer));
};
