import { join } from 'node:path';
import { z } from 'zod';
import { trashDaysSchema } from '#domain/archive/trash-days.ts';
import { backupPlanSchema } from '#domain/backup/backup-plan.ts';
import { defaultSettings, type Settings, settingsSchema } from '#domain/contract/settings.ts';
import { exactPartial } from '#domain/exact-partial.ts';
import { articleIdSchema } from '#domain/ids.ts';
import type { LocalState } from '../ports/local-state.ts';
import { openStateFile } from './state-file.ts';

/**
 * What another version of the app has kept: settings that it lacked hold their default, and those we lack go. Keys
 * are easily written by hand: what is wrong with them costs no other setting.
 */
const keptSettingsSchema = exactPartial(settingsSchema.extend({ keys: settingsSchema.shape.keys.catch({}) }))
  .strip()
  .transform((kept): Settings => ({ ...defaultSettings, ...kept }));
const readingPlacesSchema = z.record(z.string(), z.int().min(0));

/** By the id of the archive. */
const allTrashDaysSchema = z.record(z.string(), trashDaysSchema);
const allBackupPlansSchema = z.record(z.string(), backupPlanSchema);

/** More places than this are not kept: the ones that were not read for longest go. */
const MAX_READING_PLACES = 5000;

/** Settings, reading positions, the days of the trash, what is known of backups, the folder of exports, each in a file below `userDataFolder`. */
export function openLocalState(userDataFolder: string): LocalState {
  const settingsFile = openStateFile<Settings>(
    join(userDataFolder, 'settings.json'),
    keptSettingsSchema,
    defaultSettings,
  );
  const places = openStateFile(join(userDataFolder, 'reading-places.json'), readingPlacesSchema, {});
  const trashDays = openStateFile(join(userDataFolder, 'trash-days.json'), allTrashDaysSchema, {});
  const backupPlans = openStateFile(join(userDataFolder, 'backups.json'), allBackupPlansSchema, {});
  const exportFolder = openStateFile<string | null>(
    join(userDataFolder, 'export-folder.json'),
    z.string().nullable(),
    null,
  );
  const listeners = new Set<(settings: Settings) => void>();
  return {
    damage: settingsFile.damage,
    settings: settingsFile.get,
    async changeSettings(change) {
      const settings = settingsSchema.parse({ ...settingsFile.get(), ...change });
      await settingsFile.set(settings);
      for (const listener of listeners) listener(settings);
      return settings;
    },
    onSettingsChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readingOffset: (articleId) => places.get()[articleId] ?? 0,
    recentlyRead: (limit) =>
      Object.keys(places.get())
        .slice(-limit)
        .reverse()
        .flatMap((id) => articleIdSchema.safeParse(id).data ?? []),
    trashDays: (archiveId) => trashDays.get()[archiveId] ?? null,
    keepTrashDays: (archiveId, days) => trashDays.set({ ...trashDays.get(), [archiveId]: days }),
    backupPlan: (archiveId) => backupPlans.get()[archiveId] ?? null,
    keepBackupPlan: (archiveId, plan) => backupPlans.set({ ...backupPlans.get(), [archiveId]: plan }),
    exportFolder: exportFolder.get,
    keepExportFolder: exportFolder.set,
    keepReadingOffset: (articleId, offset) => places.set(withLatest(places.get(), articleId, offset)),
  };
}

/** The key goes to the end, so that the order is that of reading. */
function withLatest(places: Record<string, number>, articleId: string, offset: number) {
  const { [articleId]: _previous, ...others } = places;
  const kept = Object.entries(others).slice(-(MAX_READING_PLACES - 1));
  return Object.fromEntries([...kept, [articleId, offset]]);
}
