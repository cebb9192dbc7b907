import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { createFilledHandlers } from './filled-handlers.ts';
import { createRecordSearch } from './find-records.ts';
import { restoreRecord } from './restore-record.ts';

const cancelled: Result<never, AppError> = err({ code: 'cancelled' });

const isAway = (error: AppError): boolean =>
  error.code === 'backup-stopped' && error.why === 'folder-missing';

/** The use cases of backups, of what is restored from them, and of archives in a zip. */
export const createBackupHandlers = (deps: HandlerDeps): HandlersOn<'backup' | 'zip'> => {
  const { archive, backups } = deps;
  const { places } = backups;
  return {
    ...createFilledHandlers(deps),

    'backup:state': async () => ok(await backups.state()),

    /** Fails `place-in-archive` for a folder inside one, `cancelled` where none was chosen. */
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

    /** Fails `no-backup-folder` where none is chosen, `backup-stopped` with the reason. */
    'backup:run': () => backups.run({ isShown: true }),

    /** Fails `not-encrypted`, as `backup:run` does, and where the backup that was just made is not whole. */
    'backup:encrypt': async () => {
      if (archive.identity === null) return err({ code: 'not-encrypted' });
      const inClear = await backups.countInClear();
      const taken = await backups.run({ isShown: true });
      if (!taken.ok) return taken;
      const removed = await backups.removeClear();
      // Those of this hour have made room for the new one already.
      return removed.ok
        ? ok({ ...removed.value, removed: Math.max(inClear, removed.value.removed) })
        : removed;
    },

    'backup:cancel': async () => {
      backups.cancel();
      return ok(null);
    },

    /** None where no folder is chosen, or its disk is away. */
    'backup:list': async () => {
      const place = backups.place(null);
      if (!place.ok) return ok([]);
      const listed = await backups.ask({ does: 'list', place: place.value });
      return !listed.ok && isAway(listed.error) ? ok([]) : listed;
    },

    'backup:records': createRecordSearch(deps),

    'backup:restore-record': ({ backupId, what }) => restoreRecord(deps, backupId, what),

    /** Nothing of it stays. Files whose content is gone or another are in the answer, not a failure. */
    'backup:test': async ({ backupId }) => {
      const place = backups.place(backupId);
      if (!place.ok) return place;
      return backups.do({ does: 'test', place: place.value, temporary: places.temporary() });
    },
  };
};
