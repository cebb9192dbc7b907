import { join } from 'node:path';
import { z } from 'zod';
import type { ChosenPlaces } from '#electron/platform/chosen-places.ts';
import { openStateFile, type StateFile } from '#electron/platform/state-file.ts';
import type { ArchiveChoice } from './open-archive-with-person.ts';

const recentArchiveSchema = z.strictObject({ folder: z.string().min(1).nullable() });
type RecentArchive = z.infer<typeof recentArchiveSchema>;

/** The archive that was opened last, stored in userData. */
export const openRecentArchive = (userDataFolder: string): StateFile<RecentArchive> =>
  openStateFile<RecentArchive>(join(userDataFolder, 'recent-archive.json'), recentArchiveSchema, {
    folder: null,
  });

/**
 * Returns the archive to open: the one named on the command line, else the one opened last, else Documents/Precis. The
 * one opened last is never created again: if its folder is missing, it may be on a disk that is not connected.
 */
export function chooseArchive(
  named: string | null,
  { folder }: RecentArchive,
  { places, documents }: { readonly places: Pick<ChosenPlaces, 'fault'>; readonly documents: () => string },
): ArchiveChoice {
  if (named !== null) return { folder: named, mayCreate: true };
  // A folder on another machine is asked about later: see openArchiveWithPerson.
  const fault = folder === null ? null : places.fault(folder);
  if (folder !== null && (fault === null || fault === 'network')) return { folder, mayCreate: false };
  return { folder: join(documents(), 'Precis'), mayCreate: true };
}
