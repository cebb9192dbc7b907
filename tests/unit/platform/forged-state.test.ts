import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOfPlace } from '#domain/backup/archive-path.ts';
import { defaultSettings, settingsSchema } from '#domain/contract/settings.ts';
import { type ArchiveId, archiveIdSchema } from '#domain/ids.ts';
import { chooseArchive, openRecentArchive } from '#electron/app/archive/archive-choice.ts';
import { openLocalState } from '#electron/platform/open-local-state.ts';
import { openStateFile } from '#electron/platform/state-file.ts';
import { parseLockHolder } from '#electron/storage/lock/lock-holder.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { archiveId as forgedFor, forgeState, hostileFolders } from '../../support/unit/forge-state.ts';
import { createTestSeal, testPlaces } from '../../support/unit/test-places.ts';

const archiveId: ArchiveId = archiveIdSchema.parse(forgedFor);
const FORGERIES = 320;
const FIRST_SEED = 24_001;

let folder = '';
beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => removeFolder(folder));

/** The folders that the app would go to by itself. */
const foldersIn = (userData: string, isWindows: boolean): readonly (string | null)[] => {
  const places = testPlaces(userData, { isWindows });
  const local = openLocalState(userData, places);
  const folders = [
    local.exportFolder(),
    local.backupPlan(archiveId)?.folder ?? null,
    local.inboxPlan(archiveId)?.folder ?? null,
  ];
  settingsSchema.parse(local.settings());
  local.readingPlaces();
  local.trashDays(archiveId);
  local.manifestSeenAt(archiveId);
  local.tasksToldOn(archiveId);
  local.windowPlace(archiveId);
  return folders;
};

describe('files of this machine that another hand has written', () => {
  it.each([true, false])(
    'crash nothing and send the app nowhere, by the rules of Windows: %s',
    async (isWindows) => {
      const seeds = Array.from({ length: FORGERIES }, (_, at) => FIRST_SEED + at);
      for (const seed of seeds) {
        const { name, text } = forgeState(seed);
        const userData = await mkdtemp(join(folder, 'user-'));
        await writeFile(join(userData, name), text);
        for (const found of foldersIn(userData, isWindows))
          expect(found === null ? null : faultOfPlace(found, isWindows), `seed ${seed}: ${name}`).toBeNull();
      }
    },
    60_000,
  );

  it.each([true, false])(
    'open no archive of theirs but on a word of the person, by the rules of Windows: %s',
    async (isWindows) => {
      for (const hostile of hostileFolders) {
        const userData = await mkdtemp(join(folder, 'user-'));
        await writeFile(join(userData, 'recent-archive.json'), JSON.stringify({ folder: hostile }));
        const places = testPlaces(userData, { isWindows });
        const recent = openRecentArchive(userData).get();
        const chosen = chooseArchive(null, recent, { places, documents: () => '/documents' });
        if (chosen.folder === hostile) expect([null, 'network']).toContain(places.fault(hostile));
        else expect(chosen).toEqual({ folder: join('/documents', 'Precis'), mayCreate: true });
      }
    },
  );

  it('are set aside where they are a folder or far too large, and hold up nothing', async () => {
    await mkdir(join(folder, 'settings.json'));
    const local = openLocalState(folder, testPlaces(folder));
    expect(local.settings()).toEqual(defaultSettings);
    expect(local.damage?.keptAs).toMatch(/^settings\.json\.damaged-/u);
  });
});

describe('a folder on another machine', () => {
  const share = '\\\\files.example\\desk';

  it('is gone to where the person has chosen it on this machine, and no other', async () => {
    const seal = createTestSeal();
    const places = () => testPlaces(folder, { seal, isWindows: true });
    expect(places().fault(share)).toBe('network');
    await openLocalState(folder, places()).keepExportFolder(share);
    expect(openLocalState(folder, places()).exportFolder()).toBe(share);
    expect(places().fault(`${share}\\other`)).toBe('network');
    // The files of another machine, or of another user.
    expect(openLocalState(folder, testPlaces(folder, { isWindows: true })).exportFolder()).toBeNull();
  });

  it('stays chosen while others are chosen after it', async () => {
    const seal = createTestSeal();
    const places = testPlaces(folder, { seal, isWindows: true });
    await places.keep(share);
    await places.keep('//other.example/x');
    await places.keep(share);
    expect(testPlaces(folder, { seal, isWindows: true }).fault(share)).toBeNull();
  });

  it('is never gone to where the system knows none by such a path', async () => {
    const places = testPlaces(folder, { isWindows: false });
    await places.keep(share);
    expect(places.fault(share)).toBe('network');
  });
});

describe('a folder of this machine', () => {
  it.each([
    ['C:\\Users\\Ana Müller\\Precis', true],
    ['d:/work/desk', true],
    ['Z:\\', true],
    ['/home/ana/Precis', false],
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Precis', false],
    ['/media/ana/disk/Precis backups', false],
    ['/mnt/nas/.snapshots/desk', false],
    ['/home/devin/console/nul', false],
    ['/dev/shm/desk', false],
  ])('is %s', (path, isWindows) => {
    expect(faultOfPlace(path, isWindows)).toBeNull();
  });
});

describe('a forged lock', () => {
  const lock = { host: 'desk', pid: 7, processStart: '1', nonce: 'n' };
  it.each([
    { ...lock, host: 'x'.repeat(10_000) },
    { ...lock, host: 7 },
    { ...lock, pid: -1 },
    { ...lock, pid: 0 },
    { ...lock, pid: 0.5 },
    { ...lock, pid: 1e300 },
    { ...lock, nonce: '../../evil' },
    { ...lock, nonce: '..\\evil' },
    { ...lock, nonce: '' },
    { ...lock, nonce: 'x'.repeat(101) },
    { ...lock, processStart: 'x'.repeat(1000) },
    [lock],
    null,
  ])('says nothing: %j', (forged) => {
    expect(parseLockHolder(JSON.stringify(forged))).toBeNull();
  });

  it('says what a sound one does', () => {
    expect(parseLockHolder(JSON.stringify(lock))).toEqual(lock);
  });
});

describe('a file of this machine', () => {
  it('is written anew after what was set aside', async () => {
    await writeFile(join(folder, 'x.json'), '{');
    const file = openStateFile(join(folder, 'x.json'), settingsSchema, defaultSettings);
    expect(file.damage).not.toBeNull();
    await file.set({ ...defaultSettings, theme: 'dark' });
    expect(openStateFile(join(folder, 'x.json'), settingsSchema, defaultSettings).get().theme).toBe('dark');
    await rm(join(folder, 'x.json'));
  });
});
