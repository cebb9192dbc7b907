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
    /** The drafts of texts whose encoding is not certain. */
    readonly drafts: ImportDrafts;
    /** The files that need a password. */
    readonly locked: LockedFiles;
    readonly returned: ReturnedFiles;
  };

/** A file of an import, and its index among them, from 0. */
export type PlacedFile = ChosenFile & { readonly place: number };

/** A file that was read: its text, and if requested the files that it contains. */
export type ReadFile = {
  readonly file: PlacedFile;
  readonly text: PreparedText;
  readonly attached: readonly ReadAttachment[];
};

/**
 * Why a person has to review a file first: it is a scan of so many pages, its encoding is not certain, or it has little
 * text.
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

/** A file that failed, and the reason. */
export type FailedFile = {
  readonly file: PlacedFile;
  readonly reason: ImportFailure;
  readonly lockedId: LockedId | null;
};

export type Attempt = ReadFile | WaitingFile | FailedFile;

/** Makes a draft from a file that was opened with its password. */
export type ToDraft = (
  read: ReadText,
  password: string | undefined,
) => Promise<Result<ImportDraft, AppError>>;

export type AttemptHow = {
  /** Null if attachments are not imported. */
  readonly attaching: ReadingAttached | null;
  /** The labels with which the marks of PDFs become passages; null if the marks are not imported. */
  readonly marksAs: LabelSet | null;
  readonly signal: AbortSignal;
  /** Reports how many of how many marks without words are drawn. */
  readonly onDrawn: (done: number, total: number) => void;
  readonly toDraft: ToDraft;
};

/** The number of files read ahead while the importer's page is at work. */
const READ_AHEAD = 4;

/** The text of a file, or why it could not be read. */
export type FileRead = Result<ReadText, ImportFailure>;

/**
 * Reads the files one by one, ahead of the consumer. A file returned by a reviewer is not read, since it is not an
 * article, unless all files are declared to be articles.
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
    // Only texts not consumed yet are kept in memory.
    delete reading[index];
    if (read !== undefined) yield [file, read];
  }
}

/** Keeps a locked file until its password opens it as a draft; null if it needs none. */
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

/** The remarks that require a review of the text; none for a text that is already in the archive, to the character. */
const thinRemarks = async (
  { catalogue }: BulkDeps,
  { read, comparedSha256 }: PreparedText,
): Promise<readonly ImportRemark[]> => {
  const remarks = (read.remarks ?? []).filter(saysLittle);
  if (remarks.length === 0) return [];
  const here = await catalogue.articlesWithTexts([comparedSha256]);
  return (here.get(comparedSha256) ?? []).length > 0 ? [] : remarks;
};

/** Why a person has to review a text before it is sealed; null if nobody has to, and if there is no text. */
const waitsFor = async (deps: BulkDeps, unseen: Unseen): Promise<WaitsFor | null> => {
  if (unseen.kind === 'uncertain') return { kind: 'uncertain' };
  if (unseen.kind === 'wordless')
    return unseen.scannedPages === 0 ? null : { kind: 'scanned', pages: unseen.scannedPages };
  const remarks = await thinRemarks(deps, unseen.text);
  return remarks.length === 0 ? null : { kind: 'thin', remarks };
};

/**
 * Makes a file ready to seal, or a draft, or a failure, with its attachments if `attaching` is given. Fails with
 * `cancelled` if reading the attachments or drawing the marks was cancelled; nothing of the file is kept then.
 */
export const attemptFile = async (
  deps: BulkDeps,
  file: PlacedFile,
  read: FileRead,
  { attaching, marksAs, signal, onDrawn, toDraft }: AttemptHow,
): Promise<Result<Attempt, AppError>> => {
  if (!read.ok) {
    const lockedId = waitIfLocked(file.path, read.error, deps, toDraft);
    return ok({ file, reason: read.error, lockedId });
  }
  // Files that were read before an import was cancelled are imported completely.
  const ending = signal.aborted ? {} : { signal };
  const unseen = await prepareUnseen(read.value, deps, { marking: null, marksAs, onDrawn, ...ending });
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
  // The text can be read without its attachments, and its remarks name them.
  return attached.error.code === 'cancelled' ? attached : ok({ file, text, attached: [] });
};

const bytesOf = ({ original, pictures = [] }: ReadText): number =>
  pictures.reduce((sum, { base64 }) => sum + base64.length, original.length);

/** The number of bytes that a file occupies in memory until it is sealed. */
export const heldBytes = ({ text, attached }: ReadFile): number =>
  attached.reduce(
    (sum, each) => sum + (each.text.ok ? bytesOf(each.text.value.read) : 0),
    bytesOf(text.read),
  );

/** The draft of a file; `sameAs` names the earlier file with the same bytes, whose draft it shares. */
export type AddedDraft = { readonly draftId: DraftId; readonly sameAs: string | null };

/**
 * Adds the files of one import as drafts, each content once: before a text is reviewed, only its bytes show that it is
 * the same, and two drafts would become two articles.
 */
export const createOnceAdder = (
  drafts: ImportDrafts,
): ((attempt: Pick<WaitingFile, 'file' | 'waiting'>) => Promise<AddedDraft>) => {
  const added = new Map<string, { readonly name: string; readonly draftId: DraftId }>();
  return async ({ file, waiting }) => {
    const key = sha256Of(waiting.original);
    const first = added.get(key);
    // A draft that was discarded meanwhile can't be shared.
    if (first !== undefined && drafts.get(first.draftId) !== undefined)
      return { draftId: first.draftId, sameAs: first.name };
    const { draftId } = await drafts.add(waiting);
    added.set(key, { name: file.name, draftId });
    return { draftId, sameAs: null };
  };
};
