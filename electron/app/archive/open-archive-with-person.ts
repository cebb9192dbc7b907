import { nameSome } from '#domain/contract/error-words/encryption-words.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { printCount } from '#domain/print-count.ts';
import type { Timestamp } from '#domain/time.ts';
import type { ChosenPlaces } from '#electron/platform/chosen-places.ts';
import type { Dialogs, Question } from '#electron/platform/dialogs.ts';
import { log } from '#electron/platform/log.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Side } from '#electron/storage/encryption/convert/conversion-record.ts';
import type { ConversionDecision, ConversionQuestion } from '#electron/storage/encryption/open-encryption.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { archiveTrouble } from './archive-trouble.ts';
import type { KnownEncrypted } from './known-encrypted.ts';
import { type MergeSurroundings, offerMerge } from './offer-merge.ts';

/** A folder to open, and how. */
export type ArchiveChoice = {
  readonly folder: string;
  /** Whether a folder that is missing or empty becomes an archive. */
  readonly mayCreate: boolean;
  /** Encrypts an archive that is created; absent or null: it is created unencrypted. */
  readonly newPassphrase?: string | null;
};

/** An open archive, whether it was created just now, and whether Git was configured for it on opening. */
export type OpenedArchive = {
  readonly archive: Archive;
  readonly isNew: boolean;
  readonly hasNewAttributes: boolean;
};

type Attempt = ArchiveChoice & {
  readonly overrulesOtherHost: boolean;
  /** The passphrase as typed, or as known from before. */
  readonly passphrase: string | null;
  /** For a folder on another machine: whether the person has agreed to open it. */
  readonly isChosen: boolean;
  /** Whether the person opens it unencrypted, although it was encrypted before. */
  readonly takesClear: boolean;
};

export type OpenSurroundings = MergeSurroundings & {
  /** The folders that may be opened without a question. */
  readonly places: ChosenPlaces;
  readonly encrypted: KnownEncrypted;
  /** See OpenArchiveOptions. */
  readonly writer: () => string | null;
  /** Called with the progress of a conversion that had been begun earlier. */
  readonly onConversion: (folder: string, to: Side, done: number, total: number) => void;
};

const CHOOSE = 'Choose another folder…';
const OVERRULE = 'Open anyway';
const QUIT = 'Quit';

/**
 * Opens the archive. If that fails, a native dialog says what happened, what was kept and what to do, until an archive
 * is open. Returns null if the person gave up.
 */
export async function openArchiveWithPerson(
  choice: ArchiveChoice,
  surroundings: OpenSurroundings,
  known: string | null = null,
): Promise<OpenedArchive | null> {
  const { isShared, writer, onConversion } = surroundings;
  const begin = {
    ...choice,
    overrulesOtherHost: false,
    passphrase: known,
    isChosen: false,
    takesClear: false,
  };
  let attempt: Attempt | null = await askFirst(begin, surroundings);
  while (attempt !== null) {
    const {
      folder,
      mayCreate,
      newPassphrase = null,
      overrulesOtherHost,
      passphrase: given,
    }: Attempt = attempt;
    const isNew = !hasArchiveFile(folder);
    const merged = await offerMerge(folder, surroundings, given);
    if (!merged.opens) return null;
    const { passphrase } = merged;
    let hasNewAttributes = false;
    const opened = await openArchive({
      folder,
      machine: thisMachine,
      create: mayCreate,
      newPassphrase,
      overrulesOtherHost,
      isShared,
      passphrase: async () => passphrase,
      onConversion: (...course) => onConversion(folder, ...course),
      decideConversion: (question) => askAboutConversion(question, surroundings.dialogs),
      writer,
      onAttributesAdded: () => {
        hasNewAttributes = true;
      },
      onSystemError: (cause) => log.error('the archive could not be opened', cause),
    });
    if (opened.ok) {
      await surroundings.encrypted.keep(folder, opened.value.identity !== null);
      return { archive: opened.value, isNew, hasNewAttributes };
    }
    log.warn(`the archive could not be opened: ${opened.error.code}`);
    const next = await nextAttempt({ ...attempt, passphrase }, opened.error, surroundings);
    attempt = next === null ? null : await askFirst(next, surroundings);
  }
  return null;
}

const OPEN = 'Open it';

type Asking = Pick<OpenSurroundings, 'dialogs' | 'places' | 'encrypted'>;

/** The questions that the person answers before anything of an archive is read. */
const askFirst = async (attempt: Attempt, asking: Asking): Promise<Attempt | null> => {
  const placed = await askAboutPlace(attempt, asking);
  if (placed === null || placed.takesClear || !(await asking.encrypted.isClearNow(placed.folder)))
    return placed;
  return askOrChoose(placed, asking, {
    message: 'This archive is no longer encrypted.',
    detail: `${placed.folder}\n\nIt was encrypted when you last opened it here. Now anyone can read its files. If you removed the encryption yourself, on another computer or with “precis decrypt”, open it. If not, someone may have replaced your archive; your encrypted one may be in a backup.`,
    accepted: { ...placed, takesClear: true },
  });
};

/** Enter and Esc are bound to a button that opens nothing. */
const askOrChoose = async (
  attempt: Attempt,
  asking: Asking,
  { message, detail, accepted }: Pick<Question, 'message' | 'detail'> & { readonly accepted: Attempt },
): Promise<Attempt | null> => {
  const buttons = [OPEN, CHOOSE, QUIT];
  const defaultButton = buttons.length - 1;
  const answer =
    buttons[await asking.dialogs.ask({ kind: 'warning', message, detail, buttons, defaultButton })];
  if (answer === OPEN) return askFirst(accepted, asking);
  if (answer !== CHOOSE) return null;
  const other = await asking.dialogs.openFolder({ title: otherArchive });
  return askFirst(other === null ? attempt : attemptAt(other), asking);
};

/**
 * Even looking at a folder on another machine connects to that machine, so the person has to agree unless they chose
 * the folder themselves.
 */
const askAboutPlace = async (attempt: Attempt, asking: Asking): Promise<Attempt | null> => {
  const { folder, isChosen } = attempt;
  const fault = asking.places.fault(folder);
  if (isChosen) await asking.places.keep(folder);
  if (isChosen || (fault !== 'network' && fault !== 'device')) return attempt;
  return askOrChoose(attempt, asking, {
    message: 'This archive is on another computer.',
    detail: `${folder}\n\nTo open it, this computer connects there and sends your user name. A link or a file that you did not make may lead there. Open it only if you know the place.`,
    accepted: { ...attempt, isChosen: true },
  });
};

/** Enter and Esc are bound to a button that changes nothing. */
const askAboutConversion = async (
  question: ConversionQuestion,
  dialogs: Pick<Dialogs, 'ask'>,
): Promise<ConversionDecision | null> => {
  const { message, detail, answers } =
    question.kind === 'interrupted' ? interruptedWords(question.begunAt) : unprovenWords(question.inClear);
  const buttons = [...answers.map(({ name }) => name), QUIT];
  const defaultButton = buttons.length - 1;
  const answer = await dialogs.ask({ kind: 'warning', message, detail, buttons, defaultButton });
  return answers[answer]?.decision ?? null;
};

type ConversionWords = Pick<Question, 'message' | 'detail'> & {
  readonly answers: readonly { readonly name: string; readonly decision: ConversionDecision }[];
};

const interruptedWords = (begunAt: Timestamp): ConversionWords => ({
  message: 'Decrypting the archive was interrupted.',
  detail: `It began on ${begunAt.slice(0, 10)} at ${begunAt.slice(11, 16)} UTC. Some files are decrypted, the others are still encrypted. Choose how to continue.`,
  answers: [
    { name: 'Encrypt everything again', decision: 'encrypt' },
    { name: 'Continue decrypting', decision: 'decrypt' },
  ],
});

const unprovenWords = (files: readonly string[]): ConversionWords => ({
  message: `${printCount(files.length, 'file')} of this encrypted archive ${files.length === 1 ? 'is' : 'are'} not encrypted.`,
  detail: `${nameSome(files)}\n\nThere is no sign of a conversion with your passphrase. If an earlier version of Precis was interrupted while it encrypted or decrypted this archive, these files are yours: include them. If you know of no conversion, someone else may have put them there: leave them out. They stay where they are, and Review lists those that would have been read.`,
  answers: [
    { name: 'Leave them out', decision: 'leave' },
    { name: 'Include them, and encrypt everything', decision: 'encrypt' },
    { name: 'Decrypt all files', decision: 'decrypt' },
  ],
});

const otherArchive = 'Choose an archive, or an empty folder for a new one';

const nextAttempt = async (
  attempt: Attempt,
  error: AppError,
  { dialogs, askPassphrase }: OpenSurroundings,
): Promise<Attempt | null> => {
  if (error.code !== 'archive-encrypted' && error.code !== 'wrong-passphrase')
    return askForNext(attempt, error, dialogs);
  const typed = await askPassphrase(attempt.folder, error.code === 'wrong-passphrase' ? error : null);
  if (typed === null) return null;
  if (typed !== 'other-archive') return { ...attempt, passphrase: typed };
  const folder = await dialogs.openFolder({ title: otherArchive });
  return folder === null ? { ...attempt, passphrase: null } : attemptAt(folder);
};

const attemptAt = (folder: string): Attempt => ({
  folder,
  mayCreate: true,
  overrulesOtherHost: false,
  passphrase: null,
  isChosen: true,
  takesClear: false,
});

async function askForNext(attempt: Attempt, error: AppError, dialogs: Dialogs): Promise<Attempt | null> {
  const isElsewhere = error.code === 'archive-locked' && !error.isSameHost;
  const buttons = [CHOOSE, ...(isElsewhere ? [OVERRULE] : []), QUIT];
  const { message, detail } = archiveTrouble(error, attempt.folder);
  const answer = buttons[await dialogs.ask({ kind: 'error', message, detail, buttons, defaultButton: 0 })];
  if (answer === OVERRULE) return { ...attempt, overrulesOtherHost: true };
  if (answer !== CHOOSE) return null;
  const folder = await dialogs.openFolder({ title: otherArchive });
  // Cancelling the folder dialog returns to the question.
  return folder === null ? attempt : attemptAt(folder);
}
