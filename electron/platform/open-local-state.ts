import { join } from 'node:path';
import { z } from 'zod';
import { trashDaysSchema } from '#domain/archive/trash-days.ts';
import { backupPlanSchema } from '#domain/backup/backup-plan.ts';
import { defaultSettings, type Settings, settingsSchema } from '#domain/contract/settings.ts';
import { exactPartial } from '#domain/exact-partial.ts';
import { type ArticleId, articleIdSchema } from '#domain/ids.ts';
import { inboxPlanSchema } from '#domain/inbox/inbox-plan.ts';
import { calendarDateSchema, timestampSchema } from '#domain/time.ts';
import type { LocalState, ReadingPlace } from '../ports/local-state.ts';
import { openStateFile } from './state-file.ts';

/**
 * What another version of the app has kept: settings that it lacked hold their default, and those we lack go. Keys
 * are easily written by hand: what is wrong with them costs no other setting.
 */
const keptSettingsSchema = exactPartial(settingsSchema.extend({ keys: settingsSchema.shape.keys.catch({}) }))
  .strip()
  .transform((kept): Settings => ({ ...defaultSettings, ...kept }));
/** Earlier versions of the app kept the offset alone. */
const readingPlaceSchema = z.union([
  z
    .int()
    .min(0)
    .transform((offset): ReadingPlace => ({ offset, share: 0, at: null })),
  z.object({ offset: z.int().min(0), share: z.number().min(0).max(1), at: timestampSchema.nullable() }),
]);
const readingPlacesSchema = z.record(articleIdSchema, readingPlaceSchema);

/** By the id of the archive. */
const allTrashDaysSchema = z.record(z.string(), trashDaysSchema);
const allInboxPlansSchema = z.record(z.string(), inboxPlanSchema);
const allTaskDaysSchema = z.record(z.string(), calendarDateSchema);
const allSeenManifestsSchema = z.record(z.string(), z.number());
const allBackupPlansSchema = z.record(z.string(), backupPlanSchema);

const firstPlace: ReadingPlace = { offset: 0, share: 0, at: null };

/** More places than this are not kept: the ones that were not read for longest go. */
const MAX_READING_PLACES = 5000;

/** Settings, reading positions, the days of the trash and of told tasks, what is known of backups and inboxes, the folder of exports, each in a file below `userDataFolder`. */
export function openLocalState(userDataFolder: string): LocalState {
  const settingsFile = openStateFile<Settings>(
    join(userDataFolder, 'settings.json'),
    keptSettingsSchema,
    defaultSettings,
  );
  const places = openStateFile(join(userDataFolder, 'reading-places.json'), readingPlacesSchema, {});
  const trashDays = openStateFile(join(userDataFolder, 'trash-days.json'), allTrashDaysSchema, {});
  const backupPlans = openStateFile(join(userDataFolder, 'backups.json'), allBackupPlansSchema, {});
  const inboxPlans = openStateFile(join(userDataFolder, 'inboxes.json'), allInboxPlansSchema, {});
  const taskDays = openStateFile(join(userDataFolder, 'task-days.json'), allTaskDaysSchema, {});
  const manifests = openStateFile(join(userDataFolder, 'manifests.json'), allSeenManifestsSchema, {});
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
    readingPlace: (articleId) => places.get()[articleId] ?? firstPlace,
    readingPlaces: () => new Map(Object.entries(places.get()) as [ArticleId, ReadingPlace][]),
    recentlyRead: (limit) => (Object.keys(places.get()) as ArticleId[]).slice(-limit).reverse(),
    trashDays: (archiveId) => trashDays.get()[archiveId] ?? null,
    keepTrashDays: (archiveId, days) => trashDays.set({ ...trashDays.get(), [archiveId]: days }),
    backupPlan: (archiveId) => backupPlans.get()[archiveId] ?? null,
    keepBackupPlan: (archiveId, plan) => backupPlans.set({ ...backupPlans.get(), [archiveId]: plan }),
    inboxPlan: (archiveId) => inboxPlans.get()[archiveId] ?? null,
    keepInboxPlan: (archiveId, plan) => inboxPlans.set({ ...inboxPlans.get(), [archiveId]: plan }),
    manifestSeenAt: (archiveId) => manifests.get()[archiveId] ?? null,
    keepManifestSeenAt: (archiveId, atMs) => manifests.set({ ...manifests.get(), [archiveId]: atMs }),
    tasksToldOn: (archiveId) => taskDays.get()[archiveId] ?? null,
    keepTasksToldOn: (archiveId, day) => taskDays.set({ ...taskDays.get(), [archiveId]: day }),
    exportFolder: exportFolder.get,
    keepExportFolder: exportFolder.set,
    keepReadingPlace: (articleId, place) => places.set(withLatest(places.get(), articleId, place)),
  };
}

/** The key goes to the end, so that the order is that of reading. */
function withLatest(places: Record<string, ReadingPlace>, articleId: string, place: ReadingPlace) {
  const { [articleId]: _previous, ...others } = places;
  const kept = Object.entries(others).slice(-(MAX_READING_PLACES - 1));
  return Object.fromEntries([...kept, [articleId, place]]);
}
