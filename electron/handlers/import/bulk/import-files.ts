import { missingForCitation } from '#domain/article/bibliography/bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { ImportOutcome } from '#domain/contract/import.ts';
import type { DraftId, LockedId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadText } from '../../../ports/text-reader.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import type { ImportDrafts } from '../draft/import-drafts.ts';
import type { LockedFiles } from '../draft/locked-files.ts';
import type { PreparedText } from '../new-article.ts';
import { prepareUnseen } from '../prepare-unseen.ts';
import { type SealedAs, type SealingDeps, sealTexts } from '../seal-texts.ts';
import type { ChosenFile } from './chosen-files.ts';

export type BulkDeps = SealingDeps &
  Pick<HandlerDeps, 'texts'> & {
    /** Where a text waits whose encoding is not certain. */
    readonly drafts: ImportDrafts;
    /** Where a file waits that asks for a password. */
    readonly locked: LockedFiles;
  };

export type BulkOptions = {
  /** After each file that was read. */
  readonly onProgress: (done: number, fileName: string) => void;
  /** Ends the import after the file that is being read; what was read is sealed. */
  readonly signal: AbortSignal;
};

/** So much is sealed in one act: what is on the disk is out of danger, and out of memory. */
const SEALED_AT_ONCE = { files: 50, bytes: 32 * 1024 * 1024 };

/** So many files are read ahead while the importer's page is at work. */
const READ_AHEAD = 4;

/** A file that was read, one that waits (`pages` are those of a scan, null where its encoding is not certain), or why it was not. */
type Attempt =
  | { readonly fileName: string; readonly text: PreparedText }
  | { readonly fileName: string; readonly draftId: DraftId; readonly pages: number | null }
  | { readonly fileName: string; readonly reason: ImportFailure; readonly lockedId: LockedId | null };

type ReadAttempt = Result<ReadText, ImportFailure>;

/** The files one after the other, read ahead of whoever asks for the next. */
async function* readAhead(
  files: readonly ChosenFile[],
  { texts }: BulkDeps,
): AsyncGenerator<readonly [file: ChosenFile, read: ReadAttempt]> {
  const reading: Promise<ReadAttempt>[] = [];
  for (const [index, file] of files.entries()) {
    const ahead = files.slice(reading.length, index + READ_AHEAD);
    reading.push(...ahead.map(({ path }) => texts.readFile(path)));
    const read = await reading[index];
    // Only the texts that are still to be asked for are kept.
    delete reading[index];
    if (read !== undefined) yield [file, read];
  }
}

/** Lets a file wait for its password, which opens it as a draft; null where it asks for none. */
const waitIfLocked = (
  path: string,
  reason: ImportFailure,
  { texts, drafts, locked }: BulkDeps,
): LockedId | null =>
  reason === 'password-needed'
    ? locked.add(async (password) => {
        const read = await texts.readFile(path, { password });
        return read.ok ? ok(await drafts.add(read.value, { password })) : err({ code: read.error });
      })
    : null;

const attempt = async (
  { path, name: fileName }: ChosenFile,
  read: ReadAttempt,
  deps: BulkDeps,
): Promise<Attempt> => {
  const { machine, drafts } = deps;
  if (!read.ok) return { fileName, reason: read.error, lockedId: waitIfLocked(path, read.error, deps) };
  const unseen = await prepareUnseen(read.value, machine, { marking: null });
  if (unseen.is === 'prepared') return { fileName, text: unseen.text };
  const pages = unseen.is === 'wordless' ? unseen.scannedPages : null;
  if (pages === 0) return { fileName, reason: 'no-text-found', lockedId: null };
  return { fileName, draftId: (await drafts.add(read.value)).draftId, pages };
};

const sizeOf = ({ original, pictures = [] }: ReadText): number =>
  pictures.reduce((sum, { base64 }) => sum + base64.length, original.length);

const isFull = (attempts: readonly Attempt[]): boolean => {
  const texts = attempts.flatMap((each) => ('text' in each ? [each.text] : []));
  const bytes = texts.reduce((sum, { read }) => sum + sizeOf(read), 0);
  return texts.length >= SEALED_AT_ONCE.files || bytes >= SEALED_AT_ONCE.bytes;
};

type ReadFile = Extract<Attempt, { readonly text: PreparedText }>;

/** What became of a file that was not sealed. */
const outcomeOfWaiting = (attempt: Exclude<Attempt, ReadFile>): ImportOutcome => {
  const { fileName } = attempt;
  if ('reason' in attempt)
    return { status: 'failed', fileName, reason: attempt.reason, lockedId: attempt.lockedId };
  const { draftId, pages } = attempt;
  return pages === null
    ? { status: 'uncertain', fileName, draftId }
    : { status: 'scanned', fileName, draftId, pages };
};

const outcomeOfSealed = (
  { fileName, text: { read, sealed } }: ReadFile,
  { articleId, isNew, nearPublications }: SealedAs,
): ImportOutcome =>
  isNew
    ? {
        status: 'imported',
        fileName,
        articleId,
        isCitationIncomplete: missingForCitation(sealed.bibliography).length > 0,
        unreadable: read.encoding?.unreadable ?? 0,
        remarks: read.remarks ?? [],
        duplicates: [],
        nearPublications,
      }
    : { status: 'duplicate', fileName, articleId };

/** Seals what was read, and says of every file what became of it, in the order of the files. */
const sealAttempts = async (
  deps: BulkDeps,
  attempts: readonly Attempt[],
  editId: string,
): Promise<Result<readonly ImportOutcome[], AppError>> => {
  const texts = attempts.flatMap((each) => ('text' in each ? [each.text] : []));
  const sealed = await sealTexts(deps, texts, { name: 'import-articles', editId });
  if (!sealed.ok) return sealed;
  const answers = [...sealed.value];
  return ok(
    attempts.map((each): ImportOutcome => {
      if (!('text' in each)) return outcomeOfWaiting(each);
      const answer = answers.shift();
      if (answer === undefined) throw new Error('a text was sealed without an answer');
      return outcomeOfSealed(each, answer);
    }),
  );
};

/** So many of the articles that carry one text with an imported one are told of. */
const DUPLICATES_TOLD = 3;

/** Asked when all are there, so that the first of two copies says so too. */
const withDuplicates = (
  { catalogue }: BulkDeps,
  outcomes: readonly ImportOutcome[],
): Promise<readonly ImportOutcome[]> => {
  return Promise.all(
    outcomes.map(async (outcome) => {
      if (outcome.status !== 'imported') return outcome;
      const duplicates = await catalogue.duplicatesOf(outcome.articleId);
      return { ...outcome, duplicates: duplicates.slice(0, DUPLICATES_TOLD) };
    }),
  );
};

/**
 * Imports files as they are found, without a look at each: one that fails leaves the others alone. All of them are
 * one step of undo, though they are sealed a part at a time. Answers what became of every file that was read;
 * fails only where the archive could not be written, and then what was sealed before stays.
 */
export const importFiles = async (
  deps: BulkDeps,
  files: readonly ChosenFile[],
  { onProgress, signal }: BulkOptions,
): Promise<Result<readonly ImportOutcome[], AppError>> => {
  const editId = deps.machine.newId();
  const outcomes: ImportOutcome[] = [];
  let waiting: Attempt[] = [];
  let sealing: Promise<Result<null, AppError>> = Promise.resolve(ok(null));
  /** Seals what waits, beside the reading of the next files; fails as what was sealed before. */
  const sealNext = async (): Promise<Result<null, AppError>> => {
    const before = await sealing;
    if (!before.ok) return before;
    const attempts = waiting;
    waiting = [];
    sealing = sealAttempts(deps, attempts, editId).then((sealed) => {
      if (!sealed.ok) return sealed;
      outcomes.push(...sealed.value);
      return ok(null);
    });
    // It is waited for when the next are sealed; until then nobody hears how it failed.
    sealing.catch(() => undefined);
    return ok(null);
  };
  let done = 0;
  for await (const [file, read] of readAhead(files, deps)) {
    waiting.push(await attempt(file, read, deps));
    done += 1;
    onProgress(done, file.name);
    if (signal.aborted) break;
    if (!isFull(waiting)) continue;
    const before = await sealNext();
    if (!before.ok) return before;
  }
  const before = await sealNext();
  const sealed = before.ok ? await sealing : before;
  return sealed.ok ? ok(await withDuplicates(deps, outcomes)) : sealed;
};
