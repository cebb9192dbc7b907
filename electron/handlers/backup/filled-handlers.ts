import type { AppError } from '#domain/contract/errors/app-error.ts';
import { safeName } from '#domain/memo/export-file-name.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

type Filled = 'backup:restore' | 'backup:reveal' | 'zip:pack' | 'zip:unpack';

const cancelled: Result<never, AppError> = err({ code: 'cancelled' });

/** `2026-11-27 0914`, as the name of a file can hold it. */
const printMoment = (nowMs: number): string =>
  toTimestamp(nowMs).slice(0, 16).replace('T', ' ').replace(':', '');

/** A name that every system takes, without its ending. */
const nameOf = (title: string, rest: string): string => safeName(`${title} ${rest}`) || rest;

const nameOfZip = (path: string): string => /([^/\\]+?)(?:\.zip)?$/iu.exec(path)?.[1] ?? 'Archive';

/** What fills a new folder or a new zip in one that the analyst chooses. Each fails `cancelled` where none was chosen. */
export const createFilledHandlers = ({
  archive,
  backups,
  desktop,
  machine,
}: HandlerDeps): Pick<HandlersOn<'backup' | 'zip'>, Filled> => {
  const { places } = backups;
  /** In this session. */
  let lastPath: string | null = null;
  const nameNow = (rest = ''): string => nameOf(archive.info.title, `${rest}${printMoment(machine.nowMs())}`);

  return {
    'backup:restore': async ({ backupId, what }) => {
      const place = backups.place(backupId);
      if (!place.ok) return place;
      const parent = await places.chooseRestoreFolder();
      if (parent === null) return cancelled;
      const folder = places.freePath(parent, nameNow('restored '));
      const restored = await backups.do({ does: 'restore', place: place.value, what, to: folder });
      if (!restored.ok) return restored;
      lastPath = folder;
      return ok({ ...restored.value, folder });
    },

    /** Fails `cancelled` where nothing was restored or packed in this session. */
    'backup:reveal': async () => {
      if (lastPath === null) return cancelled;
      desktop.revealFile(lastPath);
      return ok(null);
    },

    'zip:pack': async () => {
      const parent = await places.chooseZipFolder();
      if (parent === null) return cancelled;
      const to = places.freePath(parent, nameNow(), '.zip');
      const packed = await backups.do({ does: 'pack', root: archive.folder, to });
      if (packed.ok) lastPath = to;
      return packed;
    },

    /** Fails `zip-refused` with what is wrong; nothing is written then. */
    'zip:unpack': async () => {
      const file = await places.chooseZip();
      const parent = file === null ? null : await places.chooseRestoreFolder();
      if (file === null || parent === null) return cancelled;
      const folder = places.freePath(parent, nameOfZip(file));
      const unpacked = await backups.do({ does: 'unpack', file, to: folder });
      if (!unpacked.ok) return unpacked;
      lastPath = folder;
      return ok({ ...unpacked.value, folder });
    },
  };
};
