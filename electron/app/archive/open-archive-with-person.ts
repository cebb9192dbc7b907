import { nameSome } from '#domain/contract/error-words/encryption-words.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { printCount } from '#domain/print-count.ts';
import type { Timestamp } from '#domain/time.ts';
import type { Dialogs, Question } from '#electron/platform/dialogs.ts';
import { log } from '#electron/platform/log.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Side } from '#electron/storage/encryption/convert/conversion-record.ts';
import type { ConversionDecision, ConversionQuestion } from '#electron/storage/encryption/open-encryption.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { archiveTrouble } from './archive-trouble.ts';
import { type MergeSurroundings, offerMerge } from './offer-merge.ts';

/** A folder to open, and how. */
export type ArchiveChoice = {
  readonly folder: string;
  /** Whether a folder that is missing or empty becomes an archive. */
  readonly mayCreate: boolean;
  /** Encrypts an archive that is made; absent or null: it is made in the clear. */
  readonly newPassphrase?: string | null;
};

/** An open archive, whether it was made just now, and whether Git was told on opening how to treat it. */
export type OpenedArchive = {
  readonly archive: Archive;
  readonly isNew: boolean;
  readonly hasNewAttributes: boolean;
};

type Attempt = ArchiveChoice & {
  readonly overrulesOtherHost: boolean;
  /** What was typed, or is known from before. */
  readonly passphrase: string | null;
};

export type OpenSurroundings = MergeSurroundings & {
  /** See OpenArchiveOptions. */
  readonly writer: () => string | null;
  /** Hears how far a conversion has come that had been begun. */
  readonly onConversion: (to: Side, done: number, total: number) => void;
};

const CHOOSE = 'Choose another folder…';
const OVERRULE = 'Open anyway';
const QUIT = 'Quit';

/**
 * Opens the archive; where that fails, says in a native dialog what happened, what was kept and what to do, until
 * an archive is open. Null: the person gave up.
 */
export async function openArchiveWithPerson(
  choice: ArchiveChoice,
  surroundings: OpenSurroundings,
  known: string | null = null,
): Promise<OpenedArchive | null> {
  const { isShared, writer, onConversion } = surroundings;
  let attempt: Attempt | null = { ...choice, overrulesOtherHost: false, passphrase: known };
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
      onConversion,
      decideConversion: (question) => askAboutConversion(question, surroundings.dialogs),
      writer,
      onAttributesAdded: () => {
        hasNewAttributes = true;
      },
      onSystemError: (cause) => log.error('the archive could not be opened', cause),
    });
    if (opened.ok) return { archive: opened.value, isNew, hasNewAttributes };
    log.warn(`the archive could not be opened: ${opened.error.code}`);
    attempt = await nextAttempt({ ...attempt, passphrase }, opened.error, surroundings);
  }
  return null;
}

/** Enter and Esc change nothing. */
const askAboutConversion = async (
  question: ConversionQuestion,
  dialogs: Pick<Dialogs, 'ask'>,
): Promise<ConversionDecision | null> => {
  const { message, detail, answers } =
    question.is === 'interrupted' ? interruptedWords(question.begunAt) : unprovenWords(question.inClear);
  const buttons = [...answers.map(({ name }) => name), QUIT];
  const defaultButton = buttons.length - 1;
  const answer = await dialogs.ask({ kind: 'warning', message, detail, buttons, defaultButton });
  return answers[answer]?.decision ?? null;
};

type ConversionWords = Pick<Question, 'message' | 'detail'> & {
  readonly answers: readonly { readonly name: string; readonly decision: ConversionDecision }[];
};

const interruptedWords = (begunAt: Timestamp): ConversionWords => ({
  message: 'Removing the encryption was interrupted.',
  detail: `It was begun on ${begunAt.slice(0, 10)} at ${begunAt.slice(11, 16)} UTC. Some files lie in the clear now, the others are encrypted. Precis goes on with it only if you say so here.`,
  answers: [
    { name: 'Encrypt everything again', decision: 'encrypt' },
    { name: 'Go on removing it', decision: 'decrypt' },
  ],
});

const unprovenWords = (files: readonly string[]): ConversionWords => ({
  message: `${printCount(files.length, 'file')} of this encrypted archive ${files.length === 1 ? 'lies' : 'lie'} in the clear.`,
  detail: `${nameSome(files)}\n\nNothing shows that a conversion was begun with your passphrase. Where an earlier version of Precis was interrupted while it encrypted or decrypted this archive, these files are yours: take them in. Where you know of no conversion, somebody else may have put them there: leave them out. They stay where they are, and Review names those that would have been read.`,
  answers: [
    { name: 'Leave them out', decision: 'leave' },
    { name: 'Take them in, and encrypt everything', decision: 'encrypt' },
    { name: 'Remove the encryption of all files', decision: 'decrypt' },
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
  const typed = await askPassphrase(error.code === 'wrong-passphrase' ? error : null);
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
});

async function askForNext(attempt: Attempt, error: AppError, dialogs: Dialogs): Promise<Attempt | null> {
  const isElsewhere = error.code === 'archive-locked' && !error.isSameHost;
  const buttons = [CHOOSE, ...(isElsewhere ? [OVERRULE] : []), QUIT];
  const { message, detail } = archiveTrouble(error, attempt.folder);
  const answer = buttons[await dialogs.ask({ kind: 'error', message, detail, buttons, defaultButton: 0 })];
  if (answer === OVERRULE) return { ...attempt, overrulesOtherHost: true };
  if (answer !== CHOOSE) return null;
  const folder = await dialogs.openFolder({ title: otherArchive });
  // A dialog that was cancelled leads back to the question.
  return folder === null ? attempt : attemptAt(folder);
}
