import { isHolderFormat } from '#domain/article/attachment.ts';
import { type ImportRemark, saysLittle } from '#domain/article/draft/import-remarks.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { DraftId, LockedId } from '#domain/ids.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ChosenFile } from '#electron/ports/chosen-files.ts';
import type { ReadText } from '../../ports/text-reader.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import type { ReturnedFiles } from '../memo/round/add-review.ts';
import { sha256Of } from '../shared/sha-256.ts';
import type { ImportDrafts } from './draft/import-drafts.ts';
import type { LockedFiles } from './draft/locked-files.ts';
import type { PreparedText } from './new-article.ts';
import { prepareUnseen, type Unseen } from './prepare-unseen.ts';
import { type ReadAttachment, type ReadingAttached, readAttached } from './read-attached.ts';
import type { SealingDeps } from './seal-texts.ts';

export type BulkDeps = SealingDeps &
  Pick<HandlerDeps, 'texts'> & {
    /** Where a text waits whose encoding is not certain. */
    readonly drafts: ImportDrafts;
    /** Where a file waits that asks for a password. */
    readonly locked: LockedFiles;
    readonly returned: ReturnedFiles;
  };

/** A file of an import, and its place among them, from 0. */
export type PlacedFile = ChosenFile & { readonly place: number };

/** A file that was read: its text, and of one that holds others these, where that was asked for. */
export type ReadFile = {
  readonly file: PlacedFile;
  readonly text: PreparedText;
  readonly attached: readonly ReadAttachment[];
};

/**
 * Why somebody has to look at a file first: it is a scan of so many pages, its encoding is not certain, or it says
 * little.
 */
export type WaitsFor =
  | { readonly kind: 'scanned'; readonly pages: number }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'thin'; readonly remarks: readonly ImportRemark[] };

export type WaitingFile = {
  readonly file: PlacedFile;
  readonly waiting: ReadText;
  readonly why: WaitsFor;
};

/** A file that failed and why. */
export type FailedFile = {
  readonly file: PlacedFile;
  readonly reason: ImportFailure;
  readonly lockedId: LockedId | null;
};

export type Attempt = ReadFile | WaitingFile | FailedFile;

/** How a file that was opened with its password becomes a draft. */
export type ToDraft = (
  read: ReadText,
  password: string | undefined,
) => Promise<Result<ImportDraft, AppError>>;

export type AttemptHow = {
  /** Null where what is attached is not asked for. */
  readonly attaching: ReadingAttached | null;
  /** By which labels the marks of PDFs become passages; null where they do not. */
  readonly marksAs: LabelSet | null;
  readonly signal: AbortSignal;
  readonly toDraft: ToDraft;
};

/** So many files are read ahead while the importer's page is at work. */
const READ_AHEAD = 4;

/** A file as it was read, or why it was not. */
export type FileRead = Result<ReadText, ImportFailure>;

/**
 * The files one after the other, read ahead of whoever asks for the next. One that a reviewer has returned is not read:
 * it is no article, unless each of the files is said to be one.
 */
export async function* readAhead(
  files: readonly PlacedFile[],
  { texts, returned }: BulkDeps,
  areArticles: boolean,
): AsyncGenerator<readonly [file: PlacedFile, read: FileRead | 'returned']> {
  const readOne = async ({ path }: PlacedFile): Promise<FileRead | 'returned'> =>
    !areArticles && (await returned.isReturned(path)) ? 'returned' : texts.readFile(path);
  const reading: Promise<FileRead | 'returned'>[] = [];
  for (const [index, file] of files.entries()) {
    const ahead = files.slice(reading.length, index + READ_AHEAD);
    reading.push(...ahead.map(readOne));
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
  { texts, locked }: BulkDeps,
  toDraft: ToDraft,
): LockedId | null =>
  reason === 'password-needed'
    ? locked.add(async (password) => {
        const read = await texts.readFile(path, { password });
        return read.ok ? toDraft(read.value, password) : err({ code: read.error });
      })
    : null;

/** The remarks for which a text waits: none of one that is here already, to the character. */
const thinRemarks = async (
  { catalogue }: BulkDeps,
  { read, comparedSha256 }: PreparedText,
): Promise<readonly ImportRemark[]> => {
  const remarks = (read.remarks ?? []).filter(saysLittle);
  if (remarks.length === 0) return [];
  const here = await catalogue.articlesWithTexts([comparedSha256]);
  return (here.get(comparedSha256) ?? []).length > 0 ? [] : remarks;
};

/** Why somebody has to look at a text before it is sealed; null where nobody has, and where there is none. */
const waitsFor = async (deps: BulkDeps, unseen: Unseen): Promise<WaitsFor | null> => {
  if (unseen.kind === 'uncertain') return { kind: 'uncertain' };
  if (unseen.kind === 'wordless')
    return unseen.scannedPages === 0 ? null : { kind: 'scanned', pages: unseen.scannedPages };
  const remarks = await thinRemarks(deps, unseen.text);
  return remarks.length === 0 ? null : { kind: 'thin', remarks };
};

/**
 * What can be made of a file as it was read; with what is attached to it, where `attaching` asks for that. Fails
 * `cancelled` where the reading of what is attached, or the drawing of marks, was ended, and then nothing is kept of
 * the file.
 */
export const attemptFile = async (
  deps: BulkDeps,
  file: PlacedFile,
  read: FileRead,
  { attaching, marksAs, signal, toDraft }: AttemptHow,
): Promise<Result<Attempt, AppError>> => {
  if (!read.ok) {
    const lockedId = waitIfLocked(file.path, read.error, deps, toDraft);
    return ok({ file, reason: read.error, lockedId });
  }
  // What was read before an import was ended is taken whole.
  const ending = signal.aborted ? {} : { signal };
  const unseen = await prepareUnseen(read.value, deps, { marking: null, marksAs, ...ending });
  if (ending.signal?.aborted === true) return err({ code: 'cancelled' });
  const why = await waitsFor(deps, unseen);
  if (why !== null) return ok({ file, waiting: read.value, why });
  if (unseen.kind !== 'prepared') return ok({ file, reason: 'no-text-found', lockedId: null });
  const { text } = unseen;
  if (attaching === null || !isHolderFormat(read.value.format)) return ok({ file, text, attached: [] });
  const attached = await readAttached(
    deps,
    read.value,
    { indexes: 'all', marking: null, marksAs },
    attaching,
  );
  if (attached.ok) return ok({ file, text, attached: attached.value });
  // The text itself can be read without them, and its remarks name them.
  return attached.error.code === 'cancelled' ? attached : ok({ file, text, attached: [] });
};

const bytesOf = ({ original, pictures = [] }: ReadText): number =>
  pictures.reduce((sum, { base64 }) => sum + base64.length, original.length);

/** How many bytes a file holds in memory until it is sealed. */
export const heldBytes = ({ text, attached }: ReadFile): number =>
  attached.reduce(
    (sum, each) => sum + (each.text.ok ? bytesOf(each.text.value.read) : 0),
    bytesOf(text.read),
  );

/** The draft under which a file waits; `sameAs` names the file whose bytes it has, which waits there already. */
export type AddedDraft = { readonly draftId: DraftId; readonly sameAs: string | null };

/**
 * Adds files of one import as drafts, each content once: of what nobody has read yet only the bytes say that it is the
 * same, and two drafts of it would become two articles.
 */
export const createOnceAdder = (
  drafts: ImportDrafts,
): ((attempt: Pick<WaitingFile, 'file' | 'waiting'>) => Promise<AddedDraft>) => {
  const added = new Map<string, { readonly name: string; readonly draftId: DraftId }>();
  return async ({ file, waiting }) => {
    const key = sha256Of(waiting.original);
    const first = added.get(key);
    // One that was discarded meanwhile waits no more.
    if (first !== undefined && drafts.get(first.draftId) !== undefined)
      return { draftId: first.draftId, sameAs: first.name };
    const { draftId } = await drafts.add(waiting);
    added.set(key, { name: file.name, draftId });
    return { draftId, sameAs: null };
  };
};
