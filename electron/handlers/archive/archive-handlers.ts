import { join, relative } from 'node:path';
import { ARCHIVE_LINK_ENDING, printArchiveLink } from '#domain/archive/archive-link.ts';
import { normalisePassphrase } from '#domain/archive/passphrase.ts';
import { refuseShort } from '#domain/contract/encryption.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { safeFileName, safeName } from '#domain/memo/export-file-name.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

const cancelled: Result<never, AppError> = err({ code: 'cancelled' });

/** A name that every system takes for a folder. */
const folderNamed = (name: string): string => safeName(name) || 'Archive';

/** The use cases of the archive as a whole, where others write to its folder, too. */
export const createArchiveHandlers = ({
  archive,
  archivePlaces,
  desktop,
  writeExportedFile,
}: HandlerDeps): HandlersOn<'archive'> => ({
  /** Fails `passphrase-too-short`, `place-in-archive`, or `cancelled` where no place was chosen. */
  'archive:new': async ({ name, passphrase }) => {
    const short = passphrase === null ? null : refuseShort(passphrase);
    if (short !== null) return err(short);
    const folder = await archivePlaces.chooseNewFolder(folderNamed(name));
    if (!folder.ok) return folder;
    if (folder.value === null) return cancelled;
    const makes = { passphrase: passphrase === null ? null : normalisePassphrase(passphrase) };
    desktop.openArchive({ folder: folder.value, makes });
    return ok(null);
  },

  /** Fails `archive-not-found`, or `cancelled` where none was chosen. */
  'archive:open-other': async () => {
    const folder = await archivePlaces.chooseArchive();
    if (!folder.ok) return folder;
    if (folder.value === null) return cancelled;
    desktop.openArchive({ folder: folder.value, makes: null });
    return ok(null);
  },

  /** Fails `file-exists`, `place-in-archive`, `write-failed`, or `cancelled` where no folder was chosen. */
  'archive:make-link': async () => {
    const folder = await archivePlaces.chooseLinkFolder();
    if (folder === null) return cancelled;
    const fileName =
      safeFileName(archive.info.title, ARCHIVE_LINK_ENDING) || `Archive.${ARCHIVE_LINK_ENDING}`;
    const link = printArchiveLink(relative(folder, archive.folder) || '.');
    const bytes = new TextEncoder().encode(link);
    const written = await writeExportedFile(join(folder, fileName), bytes, { replaces: false });
    return written.ok ? ok({ fileName }) : written;
  },

  /** Fails `archive-locked` where another has it, `archive-gone` where the archive is not there any more. */
  'archive:take-lock': () => archive.takeLock(),

  /** Fails as an act would. */
  'archive:look-again': async () => {
    const refusal = archive.refusal();
    return refusal === null ? ok(null) : err(refusal);
  },

  /** Once every window has said so, an act that writes over what another program has changed is meant so. */
  'archive:see-outside': async () => {
    if (desktop.hasEveryWindowSeen()) archive.seeOutsideChanges();
    return ok(null);
  },
});
