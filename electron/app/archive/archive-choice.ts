import { join } from 'node:path';
import { z } from 'zod';
import type { ChosenPlaces } from '#electron/platform/chosen-places.ts';
import { openStateFile, type StateFile } from '#electron/platform/state-file.ts';
import type { ArchiveChoice } from './open-archive-with-person.ts';

const recentArchiveSchema = z.strictObject({ folder: z.string().min(1).nullable() });
type RecentArchive = z.infer<typeof recentArchiveSchema>;

/** The archive that was open last, in userData. */
export const openRecentArchive = (userDataFolder: string): StateFile<RecentArchive> =>
  openStateFile<RecentArchive>(join(userDataFolder, 'recent-archive.json'), recentArchiveSchema, {
    folder: null,
  });

/**
 * Which archive to open: the one that was named, else the one that was open last, else Documents/Precis. The one
 * that was open last is never made anew: where it is gone, it may be on a disk that is not connected.
 */
export function chooseArchive(
  named: string | null,
  { folder }: RecentArchive,
  { places, documents }: { readonly places: Pick<ChosenPlaces, 'fault'>; readonly documents: () => string },
): ArchiveChoice {
  if (named !== null) return { folder: named, mayCreate: true };
  // The person is asked about one on another machine: see openArchiveWithPerson.
  const fault = folder === null ? null : places.fault(folder);
  if (folder !== null && (fault === null || fault === 'network')) return { folder, mayCreate: false };
  return { folder: join(documents(), 'Precis'), mayCreate: true };
}
