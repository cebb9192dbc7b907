import type { AppError } from '#domain/contract/errors.ts';
import type { Dialogs } from '#electron/platform/dialogs.ts';
import { log } from '#electron/platform/log.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { archiveTrouble } from './archive-trouble.ts';
import { offerMerge } from './offer-merge.ts';

/** A folder to open, and how. */
export type ArchiveChoice = {
  readonly folder: string;
  /** Whether a folder that is missing or empty becomes an archive. */
  readonly mayCreate: boolean;
};

/** An open archive, whether it was made just now, and whether Git was told on opening how to treat it. */
export type OpenedArchive = {
  readonly archive: Archive;
  readonly isNew: boolean;
  readonly hasNewAttributes: boolean;
};

type Attempt = ArchiveChoice & { readonly overrulesOtherHost: boolean };

const CHOOSE = 'Choose another folder…';
const OVERRULE = 'Open anyway';
const QUIT = 'Quit';

/**
 * Opens the archive; where that fails, says in a native dialog what happened, what was kept and what to do, until
 * an archive is open. Null: the person gave up.
 */
export async function openArchiveWithPerson(
  choice: ArchiveChoice,
  dialogs: Dialogs,
  isShared: () => boolean,
): Promise<OpenedArchive | null> {
  let attempt: Attempt | null = { ...choice, overrulesOtherHost: false };
  while (attempt !== null) {
    const { folder, mayCreate, overrulesOtherHost }: Attempt = attempt;
    const isNew = !hasArchiveFile(folder);
    if (!(await offerMerge(folder, dialogs, isShared()))) return null;
    let hasNewAttributes = false;
    const opened = await openArchive({
      folder,
      machine: thisMachine,
      create: mayCreate,
      overrulesOtherHost,
      isShared,
      onAttributesAdded: () => {
        hasNewAttributes = true;
      },
      onSystemError: (cause) => log.error('the archive could not be opened', cause),
    });
    if (opened.ok) return { archive: opened.value, isNew, hasNewAttributes };
    log.warn(`the archive could not be opened: ${opened.error.code}`);
    attempt = await askForNext(attempt, opened.error, dialogs);
  }
  return null;
}

async function askForNext(attempt: Attempt, error: AppError, dialogs: Dialogs): Promise<Attempt | null> {
  const isElsewhere = error.code === 'archive-locked' && !error.isSameHost;
  const buttons = [CHOOSE, ...(isElsewhere ? [OVERRULE] : []), QUIT];
  const { message, detail } = archiveTrouble(error, attempt.folder);
  const answer = buttons[await dialogs.ask({ kind: 'error', message, detail, buttons, defaultButton: 0 })];
  if (answer === OVERRULE) return { ...attempt, overrulesOtherHost: true };
  if (answer !== CHOOSE) return null;
  const folder = await dialogs.openFolder({ title: 'Choose an archive, or an empty folder for a new one' });
  // A dialog that was cancelled leads back to the question.
  return folder === null ? attempt : { folder, mayCreate: true, overrulesOtherHost: false };
}
