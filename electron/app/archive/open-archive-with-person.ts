import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Dialogs } from '#electron/platform/dialogs.ts';
import { log } from '#electron/platform/log.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Side } from '#electron/storage/encryption/convert/convert-archive.ts';
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
