import { join } from 'node:path';
import { z } from 'zod';
import { trashDaysSchema } from '#domain/archive/trash-days.ts';
import { backupPlanSchema } from '#domain/backup/backup-plan.ts';
import { defaultSettings, type Settings, settingsSchema } from '#domain/contract/settings.ts';
import { keptPlaceSchema } from '#domain/contract/window-record.ts';
import { exactPartial } from '#domain/exact-partial.ts';
import { type ArchiveId, type ArticleId, articleIdSchema } from '#domain/ids.ts';
import { inboxPlanSchema } from '#domain/inbox/inbox-plan.ts';
import { calendarDateSchema, timestampSchema } from '#domain/time.ts';
import type { LocalState, ReadingPlace } from '../ports/local-state.ts';
import { type TranslatorProgram, translatorProgramSchema } from '../ports/translator.ts';
import type { ChosenPlaces } from './chosen-places.ts';
import { log } from './log.ts';
import { openStateFile } from './state-file.ts';

/**
 * Settings saved by another version of the app: missing ones get their default, unknown ones are dropped. Keys are
 * easily edited by hand: errors in them must not affect other settings.
 */
const keptSettingsSchema = exactPartial(settingsSchema.extend({ keys: settingsSchema.shape.keys.catch({}) }))
  .strip()
  .transform((kept): Settings => ({ ...defaultSettings, ...kept }));
/** Earlier versions of the app only stored the offset. */
const readingPlaceSchema = z.union([
  z
    .int()
    .min(0)
    .transform((offset): ReadingPlace => ({ offset, share: 0, at: null })),
  z.object({ offset: z.int().min(0), share: z.number().min(0).max(1), at: timestampSchema.nullable() }),
]);
const readingPlacesSchema = z.record(articleIdSchema, readingPlaceSchema);

const firstPlace: ReadingPlace = { offset: 0, share: 0, at: null };

/** At most this many places are stored: the least recently read ones are dropped. */
const MAX_READING_PLACES = 5000;

/** Whether a stored folder may be accessed; the reason for a refusal is logged once. */
const createPlaceGuard = (places: ChosenPlaces): ((folder: string | null) => boolean) => {
  const told = new Set<string>();
  return (folder) => {
    const fault = folder === null ? null : places.fault(folder);
    if (fault !== null && folder !== null && !told.has(folder)) {
      told.add(folder);
      log.warn(`a folder that was kept is not gone to: ${fault}`);
    }
    return fault === null;
  };
};

/** State by archive id. */
const openOfEachArchive = <S extends z.ZodType>(path: string, schema: S) => {
  const file = openStateFile(path, z.record(z.string(), schema), {});
  return {
    of: (archiveId: ArchiveId): z.output<S> | null => file.get()[archiveId] ?? null,
    keep: (archiveId: ArchiveId, value: z.output<S>): Promise<void> =>
      file.set({ ...file.get(), [archiveId]: value }),
  };
};

/**
 * Settings, reading places, window places, the days of trash and of task notifications, backup and inbox plans, the
 * export folder, each in a file in `userDataFolder`. A folder that `places` refuses counts as unset: it is never
 * accessed.
 */
export function openLocalState(userDataFolder: string, places: ChosenPlaces): LocalState {
  const isSound = createPlaceGuard(places);
  const chosen = async (folder: string | null): Promise<void> => {
    if (folder !== null) await places.keep(folder);
  };
  const settingsFile = openStateFile<Settings>(
    join(userDataFolder, 'settings.json'),
    keptSettingsSchema,
    defaultSettings,
  );
  const ofEach = <S extends z.ZodType>(fileName: string, schema: S) =>
    openOfEachArchive(join(userDataFolder, fileName), schema);
  const trashDays = ofEach('trash-days.json', trashDaysSchema);
  const backupPlans = ofEach('backups.json', backupPlanSchema);
  const inboxPlans = ofEach('inboxes.json', inboxPlanSchema);
  const taskDays = ofEach('task-days.json', calendarDateSchema);
  const windowPlaces = ofEach('window-places.json', keptPlaceSchema);
  const manifests = ofEach('manifests.json', z.number());
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
    ...openReadingPlaces(userDataFolder),
    trashDays: trashDays.of,
    keepTrashDays: trashDays.keep,
    backupPlan(archiveId) {
      const plan = backupPlans.of(archiveId);
      return plan === null || isSound(plan.folder) ? plan : { ...plan, folder: null, isFounded: false };
    },
    async keepBackupPlan(archiveId, plan) {
      await chosen(plan.folder);
      await backupPlans.keep(archiveId, plan);
    },
    inboxPlan(archiveId) {
      const plan = inboxPlans.of(archiveId);
      return plan === null || isSound(plan.folder) ? plan : { ...plan, folder: null };
    },
    async keepInboxPlan(archiveId, plan) {
      await chosen(plan.folder);
      await inboxPlans.keep(archiveId, plan);
    },
    windowPlace: windowPlaces.of,
    keepWindowPlace: windowPlaces.keep,
    manifestSeenAt: manifests.of,
    keepManifestSeenAt: manifests.keep,
    tasksToldOn: taskDays.of,
    keepTasksToldOn: taskDays.keep,
    ...openTranslator(userDataFolder),
    exportFolder: () => (isSound(exportFolder.get()) ? exportFolder.get() : null),
    async keepExportFolder(folder) {
      await chosen(folder);
      await exportFolder.set(folder);
    },
  };
}

function openTranslator(userDataFolder: string): Pick<LocalState, 'translator' | 'keepTranslator'> {
  const file = openStateFile<TranslatorProgram | null>(
    join(userDataFolder, 'translator.json'),
    translatorProgramSchema.nullable(),
    null,
  );
  return { translator: file.get, keepTranslator: file.set };
}

type ReadingPlaces = Pick<LocalState, 'readingPlace' | 'readingPlaces' | 'recentlyRead' | 'keepReadingPlace'>;

function openReadingPlaces(userDataFolder: string): ReadingPlaces {
  const file = openStateFile(join(userDataFolder, 'reading-places.json'), readingPlacesSchema, {});
  return {
    readingPlace: (articleId) => file.get()[articleId] ?? firstPlace,
    readingPlaces: () => new Map(Object.entries(file.get()) as [ArticleId, ReadingPlace][]),
    recentlyRead: (limit) => (Object.keys(file.get()) as ArticleId[]).slice(-limit).reverse(),
    keepReadingPlace: (articleId, place) => file.set(withLatest(file.get(), articleId, place)),
  };
}

/** The key moves to the end, so that the order is that of reading. */
function withLatest(places: Record<string, ReadingPlace>, articleId: string, place: ReadingPlace) {
  const { [articleId]: _previous, ...others } = places;
  const kept = Object.entries(others).slice(-(MAX_READING_PLACES - 1));
  return Object.fromEntries([...kept, [articleId, place]]);
}
