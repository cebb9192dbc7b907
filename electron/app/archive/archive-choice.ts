import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
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
export function chooseArchive(named: string | null, recent: RecentArchive): ArchiveChoice {
  if (named !== null) return { folder: named, mayCreate: true };
  if (recent.folder !== null) return { folder: recent.folder, mayCreate: false };
  return { folder: join(documentsFolder(), 'Precis'), mayCreate: true };
}

/** A bare Linux user has no Documents folder, and Electron throws. */
function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return homedir();
  }
}
