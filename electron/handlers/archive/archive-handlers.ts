import { join, relative } from 'node:path';
import { ARCHIVE_LINK_ENDING, printArchiveLink } from '#domain/archive/archive-link.ts';
import { normalisePassphrase } from '#domain/archive/passphrase.ts';
import { refuseShort } from '#domain/contract/encryption.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { safeFileName, safeName } from '#domain/memo/export-file-name.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

const cancelled: Result<never, AppError> = err({ code: 'cancelled' });

/** A folder name that every system accepts. */
const folderNamed = (name: string): string => safeName(name) || 'Archive';

/** The use cases of the archive as a whole, including those for a folder to which others write. */
export const createArchiveHandlers = ({
  archive,
  archivePlaces,
  desktop,
  writeExportedFile,
}: HandlerDeps): HandlersOn<'archive'> => ({
  /** Fails with `passphrase-too-short`, `place-in-archive`, or `cancelled` if no folder was chosen. */
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

  /** Fails with `archive-not-found`, or `cancelled` if none was chosen. */
  'archive:open-other': async () => {
    const folder = await archivePlaces.chooseArchive();
    if (!folder.ok) return folder;
    if (folder.value === null) return cancelled;
    desktop.openArchive({ folder: folder.value, makes: null });
    return ok(null);
  },

  /** Fails with `file-exists`, `place-in-archive`, `write-failed`, or `cancelled` if no folder was chosen. */
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

  /** Fails with `archive-locked` if another process has the lock, `archive-gone` if the archive is no longer there. */
  'archive:take-lock': () => archive.takeLock(),

  /** Fails as an act on the archive would. */
  'archive:look-again': async () => {
    const refusal = archive.refusal();
    return refusal === null ? ok(null) : err(refusal);
  },

  /** Once every window has called this, an act that overwrites what another program has changed counts as intended. */
  'archive:see-outside': async () => {
    if (desktop.hasEveryWindowSeen()) archive.seeOutsideChanges();
    return ok(null);
  },
});
