import { existsSync, lstatSync } from 'node:fs';
import { posix } from 'node:path';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { folderLinkedOut } from '../../folder/linked-out.ts';
import { pathOf, type StorageContext } from '../../storage-context.ts';
import { toWriteFailed } from '../system-error.ts';
import { backupOf, putCopyInPlace } from '../write/write-atomically.ts';
import { readContent } from './read-content.ts';
import { listSetAside, setAside } from './set-aside.ts';

/**
 * The content of the file `name`, null if there is no such file and never was. A damaged file is replaced by its
 * earlier version, if that is sound, and the damaged bytes are kept; without such a version the file is left as it is
 * and reported. A file of a newer Precis is refused and not touched, as is one that can't be read.
 */
export const readWithRepair = async <K extends FileKind>(
  context: StorageContext,
  kind: K,
  name: string,
): Promise<Result<FileContents[K] | null, AppError>> => {
  const linked = folderLinkedOut(context.root, name);
  if (linked !== null) return err({ code: 'archive-unreadable', file: linked, reason: 'leads-out' });
  const path = pathOf(context, name);
  const found = await readContent(kind, path, context.codec);
  switch (found.kind) {
    case 'content':
      return ok(found.content);
    case 'newer-version':
      return err({ code: 'archive-newer', file: name, version: found.version });
    case 'unreadable':
      return err({ code: 'archive-unreadable', file: name, reason: found.reason });
    case 'damage':
      return repair(context, kind, name, {
        keepBytes: (hasBackup) => setAside(path, context.machine.nowMs(), hasBackup),
        ...(found.isInClear === true ? { isInClear: true } : {}),
      });
    case 'nothing':
      return wasThere(path) ? recoverFromBackup(context, kind, name) : ok(null);
  }
};

/** Whether a file is missing and nothing beside it shows that it ever existed. */
export const isWithoutTrace = (context: StorageContext, name: string): boolean => {
  const path = pathOf(context, name);
  return lstatSync(path, { throwIfNoEntry: false }) === undefined && !wasThere(path);
};

/** A missing file existed once if an earlier version of it is beside it. */
const wasThere = (path: string): boolean => existsSync(backupOf(path)) || listSetAside(path).length > 0;

/** For a missing file. One that an act has restored with its folder meanwhile is read again, never replaced. */
const recoverFromBackup = <K extends FileKind>(context: StorageContext, kind: K, name: string) => {
  const path = pathOf(context, name);
  return repair(context, kind, name, {
    keepBytes: () => listSetAside(path).at(-1) ?? null,
    isMended: () => existsSync(path),
  });
};

type Damage = {
  /** Keeps the damaged bytes, if there are any, and returns their file name. */
  readonly keepBytes: (hasBackup: boolean) => string | null;
  readonly isMended?: () => boolean;
  readonly isInClear?: true;
};

const repair = async <K extends FileKind>(
  context: StorageContext,
  kind: K,
  name: string,
  { keepBytes, isMended = () => false, ...damage }: Damage,
): Promise<Result<FileContents[K] | null, AppError>> => {
  const path = pathOf(context, name);
  if (!context.mayMend()) return err({ code: 'archive-damaged', file: name, quarantinedAs: null });
  const backup = await readContent(kind, backupOf(path), context.codec);
  if (isMended()) return readWithRepair(context, kind, name);
  // It may be sound: nothing is reported as lost before it was read.
  if (backup.kind === 'unreadable' && (backup.reason === 'other' || backup.reason === 'no-permission'))
    return err({ code: 'archive-unreadable', file: backupOf(name), reason: backup.reason });
  const hasBackup = backup.kind === 'content';
  try {
    const kept = keepBytes(hasBackup);
    const quarantinedAs = kept === null ? null : posix.join(posix.dirname(name), kept);
    if (hasBackup) await putCopyInPlace(path, context.temporaryPath(path));
    context.reportRepair({ file: name, quarantinedAs, hasBackup, ...damage });
    return hasBackup ? ok(backup.content) : err({ code: 'archive-damaged', file: name, quarantinedAs });
  } catch (cause) {
    return err(toWriteFailed(name, cause));
  }
};
