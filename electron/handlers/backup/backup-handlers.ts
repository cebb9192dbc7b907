import type { BackedUpRow } from '#domain/contract/backup.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { safeName } from '#domain/memo/export-file-name.ts';
import { PAD_TITLE } from '#domain/pad/pad.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { foldText } from '#domain/text/fold-text.ts';
import { toTimestamp } from '#domain/time.ts';
import type { FoundRecord } from '#electron/ports/backup-jobs.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { restoreRecord } from './restore-record.ts';

type Filled = 'backup:restore' | 'backup:reveal' | 'zip:pack' | 'zip:unpack';

/** `2026-11-27 0914`, in a form allowed in file names. */
const printMoment = (nowMs: number): string =>
  toTimestamp(nowMs).slice(0, 16).replace('T', ' ').replace(':', '');

/** A name that every system accepts, without its ending. */
const nameOf = (title: string, rest: string): string => safeName(`${title} ${rest}`) || rest;

const nameOfZip = (path: string): string => /([^/\\]+?)(?:\.zip)?$/iu.exec(path)?.[1] ?? 'Archive';

/**
 * Handlers that fill a new folder or a new zip in a folder that the analyst chooses. Each fails with `cancelled` if
 * none was chosen.
 */
const createFilledHandlers = ({
  archive,
  backups,
  desktop,
  machine,
}: HandlerDeps): Pick<HandlersOn<'backup' | 'zip'>, Filled> => {
  const { places } = backups;
  /** The last path filled in this session. */
  let lastPath: string | null = null;
  const nameNow = (rest = ''): string => nameOf(archive.info.title, `${rest}${printMoment(machine.nowMs())}`);

  return {
    'backup:restore': async ({ backupId, what }) => {
      const place = backups.place(backupId);
      if (!place.ok) return place;
      const parent = await places.chooseRestoreFolder();
      if (parent === null) return cancelled;
      const folder = places.freePath(parent, nameNow('restored '));
      const restored = await backups.do({ kind: 'restore', place: place.value, what, to: folder });
      if (!restored.ok) return restored;
      lastPath = folder;
      return ok({ ...restored.value, folder });
    },

    /** Fails with `cancelled` if nothing was restored or packed in this session. */
    'backup:reveal': async () => {
      if (lastPath === null) return cancelled;
      desktop.revealFile(lastPath);
      return ok(null);
    },

    'zip:pack': async () => {
      const parent = await places.chooseZipFolder();
      if (parent === null) return cancelled;
      const to = places.freePath(parent, nameNow(), '.zip');
      const packed = await backups.do({ kind: 'pack', root: archive.folder, to });
      if (packed.ok) lastPath = to;
      return packed;
    },

    /** Fails with `zip-refused` and what is wrong; nothing is written then. */
    'zip:unpack': async () => {
      const file = await places.chooseZip();
      const parent = file === null ? null : await places.chooseRestoreFolder();
      if (file === null || parent === null) return cancelled;
      const folder = places.freePath(parent, nameOfZip(file));
      const unpacked = await backups.do({ kind: 'unpack', file, to: folder });
      if (!unpacked.ok) return unpacked;
      lastPath = folder;
      return ok({ ...unpacked.value, folder });
    },
  };
};

const cancelled: Result<never, AppError> = err({ code: 'cancelled' });

const isAway = (error: AppError): boolean =>
  error.code === 'backup-stopped' && error.why === 'folder-missing';

type Deps = Pick<HandlerDeps, 'archive' | 'backups' | 'catalogue'>;

/** Records that the archive lacks come first: people look into a backup for them. */
const order: Readonly<Record<BackedUpRow['state'], number>> = { gone: 0, 'in-trash': 1, here: 2 };

const compareRows = (a: BackedUpRow, b: BackedUpRow): number =>
  order[a.state] - order[b.state] || (a.title ?? '').localeCompare(b.title ?? '');

const holdsWords = ({ title }: BackedUpRow, words: readonly string[]): boolean =>
  words.every((word) => foldText(title ?? '').includes(word));

/**
 * Answers `backup:records`; the records read from the backup are kept until the archive changes, so that typing a
 * search reads nothing again.
 */
const createRecordSearch = ({
  archive,
  backups,
  catalogue,
}: Deps): HandlersOn<'backup'>['backup:records'] => {
  let kept: { readonly backupId: string; readonly records: readonly FoundRecord[] } | null = null;
  archive.onChanged(() => {
    kept = null;
  });

  const titlesHere = async (): Promise<ReadonlyMap<string, string | null>> => {
    const articles = await catalogue.articles({}, 'newest');
    const memos = await catalogue.memos();
    const pads = await archive.pad();
    return new Map<string, string | null>([
      ...articles.map(({ id, title, firstWords }) => [id, title ?? firstWords] as const),
      ...memos.map(({ id, title }) => [id, title] as const),
      ...(pads.ok ? pads.value.pads : []).map(({ id }) => [id, PAD_TITLE] as const),
    ]);
  };

  return async ({ backupId, text, limit }) => {
    const here = await titlesHere();
    if (kept?.backupId !== backupId) {
      const place = backups.place(backupId);
      if (!place.ok) return place;
      const read = await backups.ask({ kind: 'records', place: place.value, known: [...here.keys()] });
      if (!read.ok) return read;
      kept = { backupId, records: read.value };
    }
    const trashed = new Set<string>([
      ...(await archive.trashedArticles()).map(({ id }) => id),
      ...(await archive.trashedMemos()).map(({ id }) => id),
    ]);
    const stateOf = (id: string): BackedUpRow['state'] => {
      if (here.has(id)) return 'here';
      return trashed.has(id) ? 'in-trash' : 'gone';
    };
    const words = foldText(text)
      .split(/\s+/u)
      .filter((word) => word !== '');
    const rows = kept.records.map(
      (record): BackedUpRow => ({
        ...record,
        title: here.get(record.id) ?? record.title,
        state: stateOf(record.id),
      }),
    );
    return ok(
      rows
        .filter((row) => holdsWords(row, words))
        .toSorted(compareRows)
        .slice(0, limit),
    );
  };
};

/** The use cases of backups, of what is restored from them, and of archives in a zip. */
export const createBackupHandlers = (deps: HandlerDeps): HandlersOn<'backup' | 'zip'> => {
  const { archive, backups } = deps;
  const { places } = backups;
  return {
    ...createFilledHandlers(deps),

    'backup:state': async () => ok(await backups.state()),

    /** Fails with `place-in-archive` for a folder inside an archive, `cancelled` if none was chosen. */
    'backup:choose-folder': async ({ takesProposed }) => {
      const folder = takesProposed ? await places.propose(archive.folder) : await places.chooseBackupFolder();
      if (folder === null) return cancelled;
      const prepared = await places.prepare(folder);
      if (!prepared.ok) return prepared;
      await backups.chooseFolder(folder);
      return ok({ folder });
    },

    'backup:decline': async ({ isDeclined }) => {
      await backups.changePlan({ isDeclined });
      return ok(null);
    },

    /** Fails with `no-backup-folder` if none is chosen, `backup-stopped` with the reason. */
    'backup:run': () => backups.run({ isShown: true }),

    /**
     * Fails with `not-encrypted`, `backups-needed`, as `backup:run` does, and if the backup that was just made is
     * incomplete.
     */
    'backup:encrypt': async () => {
      const { identity, folder: root } = archive;
      if (identity === null) return err({ code: 'not-encrypted' });
      const checked = await backups.do({ kind: 'check', root, identity });
      if (!checked.ok) return checked;
      if (checked.value.lost.length > 0) return err({ code: 'backups-needed', files: checked.value.lost });
      const inClear = await backups.countInClear();
      const taken = await backups.run({ isShown: true });
      if (!taken.ok) return taken;
      const removed = await backups.removeClear();
      // The backup just made has already replaced the others of this hour, so both counts are considered.
      return removed.ok
        ? ok({ ...removed.value, removed: Math.max(inClear, removed.value.removed) })
        : removed;
    },

    'backup:cancel': async () => {
      backups.cancel();
      return ok(null);
    },

    /** Empty if no folder is chosen, or its disk is not connected. */
    'backup:list': async () => {
      const place = backups.place(null);
      if (!place.ok) return ok([]);
      const listed = await backups.ask({ kind: 'list', place: place.value });
      return !listed.ok && isAway(listed.error) ? ok([]) : listed;
    },

    'backup:records': createRecordSearch(deps),

    'backup:restore-record': ({ backupId, what }) => restoreRecord(deps, backupId, what),

    /**
     * Everything restored for the test is removed again. Files with missing or wrong content are reported in the
     * answer, not as a failure.
     */
    'backup:test': async ({ backupId }) => {
      const place = backups.place(backupId);
      if (!place.ok) return place;
      return backups.do({ kind: 'test', place: place.value, temporary: places.temporary() });
    },
  };
};
