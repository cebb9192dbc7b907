import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ArchiveFile } from '#domain/archive/files.ts';
import { type MainKind, mainKinds } from '#domain/archive/root-files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Events } from '#domain/contract/events.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { ArchiveActs } from './act/archive-acts.ts';
import { takeBackUnfinished } from './act/take-back-unfinished.ts';
import { type ArchiveState, createArchiveState } from './archive-state.ts';
import { lastRepair } from './check/repair-note.ts';
import { createArchiveFiles, writeEmptyFile } from './create-archive-files.ts';
import { createReader } from './create-reader.ts';
import { changePassphrase, checkPassphrase } from './encryption/change-passphrase.ts';
import type { Side } from './encryption/convert/conversion-record.ts';
import {
  type OpenedEncryption,
  type OpeningEncryption,
  openEncryption,
} from './encryption/open-encryption.ts';
import { isWithoutTrace, readWithRepair } from './file/read/read-with-repair.ts';
import { requireSystemError, toWriteFailed, UnreadableFolder } from './file/system-error.ts';
import { type FileModes, privateModes, sharedModes } from './file/write/file-modes.ts';
import { syncFolder } from './file/write/write-atomically.ts';
import { clearArchive } from './folder/clear-leftovers.ts';
import { findLoss } from './folder/find-loss.ts';
import { ensureGitAttributes } from './folder/git-repository.ts';
import { hasArchiveFile, inspectFolder } from './folder/inspect-folder.ts';
import { ARCHIVE_FILE, foldersOfArchive, LOCK_FILE } from './folder/layout.ts';
import { firstLinkedOut } from './folder/linked-out.ts';
import { mendSyncIgnores } from './folder/sync-ignores.ts';
import { Listeners } from './listeners.ts';
import { acquireLock, type Lock } from './lock/acquire-lock.ts';
import { whyUnreadable } from './lock/lock-holder.ts';
import { describeLock, Ownership } from './ownership.ts';
import { readCopy } from './read-copy.ts';
import { createStorageContext, type StorageContext } from './storage-context.ts';

export type OpenArchiveOptions = {
  /** An absolute path. */
  readonly folder: string;
  readonly machine: Machine;
  /** Whether a folder that is missing or empty is made an archive, titled with the folder's name. */
  readonly create?: boolean;
  /** The passphrase of an encrypted archive; called only for one. Null: nobody has given one. */
  readonly passphrase?: () => Promise<string | null>;
  /** Encrypts an archive that is created now, and opens it. Null: it is created unencrypted. */
  readonly newPassphrase?: string | null;
  /**
   * Decides how to continue a conversion that only a person can decide on; absent or null: the archive is not opened.
   */
  readonly decideConversion?: OpeningEncryption['decideConversion'] & {};
  /** Called with the progress of an interrupted conversion that is being continued. */
  readonly onConversion?: (to: Side, done: number, total: number) => void;
  /** Takes an archive that another machine has open, because the analyst says that it is not in use there. */
  readonly overrulesOtherHost?: boolean;
  /** Whether others may read what is written, as far as the user's umask allows; called before each write. */
  readonly isShared?: () => boolean;
  /** The name on the records that are written, see written-by.ts; called before each act. */
  readonly writer?: () => string | null;
  /** Called when Git attributes were added to the archive, because a file was changed without an act. */
  readonly onAttributesAdded?: () => void;
  /** Called with the system error if the folder could not be written to, for which the result has only one code. */
  readonly onSystemError?: (cause: unknown) => void;
};

const modesOf = ({ isShared }: OpenArchiveOptions): FileModes =>
  isShared?.() === true ? sharedModes : privateModes;

/** Opens the archive in a folder, for this process alone. A folder that is not an archive is left exactly as it is. */
export const openArchive = async (options: OpenArchiveOptions): Promise<Result<Archive, AppError>> => {
  try {
    const prepared = await prepareFolder(options);
    if (!prepared.ok) return prepared;
    const lock = await acquireLock(join(options.folder, LOCK_FILE), {
      newNonce: options.machine.newId,
      overrulesOtherHost: options.overrulesOtherHost ?? false,
      mode: modesOf(options).file,
    });
    if (!lock.ok) return err(describeLock(lock.error));
    return await openLocked(options, lock.value);
  } catch (cause) {
    if (cause instanceof UnreadableFolder) return err(cause.error);
    options.onSystemError?.(cause);
    return err(toWriteFailed(LOCK_FILE, cause));
  }
};

/** Checks whether the folder can be opened, and creates it if it is missing and an archive is to be created. */
const prepareFolder = async (options: OpenArchiveOptions): Promise<Result<null, AppError>> => {
  const { folder, create } = options;
  const found = inspectFolder(folder);
  if (found === 'something-else') return err({ code: 'folder-not-an-archive' });
  if (found !== 'archive' && create !== true) return err({ code: 'archive-not-found' });
  if (found === 'missing') {
    mkdirSync(folder, { recursive: true, mode: modesOf(options).folder });
    await syncFolder(dirname(folder));
  }
  const reason = await whyUnreadable(join(folder, LOCK_FILE));
  return reason === null ? ok(null) : err({ code: 'archive-unreadable', file: LOCK_FILE, reason });
};

type Repaired = Events['file-repaired'];

/**
 * The repairs of this session. A repair may happen before there is a listener, while the archive is being opened: it is
 * reported to listeners added later. A file that stays damaged is reported once, however often it is read.
 */
class RepairLog {
  readonly #listeners = new Listeners<Repaired>();
  readonly #repairs: Repaired[] = [];
  /** The files whose repair the analyst has acknowledged. */
  readonly #seen = new Set<string>();

  report(repaired: Repaired): void {
    const isKnown = this.#repairs.some(
      ({ file, quarantinedAs }) => file === repaired.file && quarantinedAs === repaired.quarantinedAs,
    );
    if (isKnown) return;
    this.#repairs.push(repaired);
    this.#seen.delete(repaired.file);
    this.#listeners.tell(repaired);
  }

  add(listener: (repaired: Repaired) => void): () => void {
    for (const repaired of this.#repairs) listener(repaired);
    return this.#listeners.add(listener);
  }

  /** The repairs not acknowledged yet, the oldest first. */
  waiting(): readonly Repaired[] {
    return this.#repairs.filter(({ file }) => !this.#seen.has(file));
  }

  see(file: string): void {
    this.#seen.add(file);
  }
}

/** The rest of opening, with the lock held; after any failure the lock is released. */
const openLocked = async (options: OpenArchiveOptions, lock: Lock): Promise<Result<Archive, AppError>> => {
  const repairs = new RepairLog();
  // Until it is known, the lock counts as just taken.
  let ownership: Ownership | null = null;
  const context = createStorageContext(
    options.folder,
    options.machine,
    (repaired) => repairs.report(repaired),
    {
      modes: () => modesOf(options),
      writer: () => options.writer?.() ?? null,
      mayMend: () => ownership === null || ownership.refusal() === null,
    },
  );
  try {
    const isNew = !hasArchiveFile(context.root);
    const info = await readOrCreateInfo(context, options);
    if (!info.ok) return await giveUp(lock, info.error);
    const linked = firstLinkedOut(context.root, foldersOfArchive);
    if (linked !== null)
      return await giveUp(lock, { code: 'archive-unreadable', file: linked, reason: 'leads-out' });
    await clearArchive(context);
    const opened = await openEncryption(context, info.value, isNew ? withNewPassphrase(options) : options);
    if (!opened.ok) return await giveUp(lock, opened.error);
    const unlocked: StorageContext = { ...context, codec: opened.value.codec };
    ownership = new Ownership(unlocked, info.value.id, lock);
    // If nothing can be written now, the next opening rolls the act back.
    await takeBackUnfinished(unlocked).catch(requireSystemError);
    const state = createArchiveState(unlocked, ownership);
    const fault = await openMainFiles(state);
    if (fault !== null) return await giveUp(lock, fault);
    if (await addGitAttributes(unlocked)) options.onAttributesAdded?.();
    await mendSyncIgnores(unlocked).catch(requireSystemError);
    return ok(assembleArchive(state, opened.value, repairs));
  } catch (cause) {
    await lock.release();
    throw cause;
  }
};

/** An archive that can't be written to at present is opened all the same. */
const addGitAttributes = (context: StorageContext): Promise<boolean> =>
  ensureGitAttributes(context).catch((cause: unknown) => {
    requireSystemError(cause);
    return false;
  });

const giveUp = async (lock: Lock, error: AppError): Promise<Result<never, AppError>> => {
  await lock.release();
  return err(error);
};

const withNewPassphrase = ({ newPassphrase = null, ...options }: OpenArchiveOptions): OpeningEncryption => ({
  ...options,
  passphrase: async () => newPassphrase,
});

/** The folder was examined before the lock was taken: another process may have created the archive meanwhile. */
const readOrCreateInfo = async (
  context: StorageContext,
  { create, newPassphrase = null }: OpenArchiveOptions,
): Promise<Result<ArchiveFile, AppError>> => {
  if (!hasArchiveFile(context.root)) {
    if (create !== true) return err({ code: 'archive-not-found' });
    const created = await createArchiveFiles(context, basename(context.root), newPassphrase);
    if (!created.ok) return created;
  }
  const info = await readWithRepair(context, 'archive', ARCHIVE_FILE);
  if (!info.ok) return info;
  return info.value === null ? err({ code: 'archive-not-found' }) : ok(info.value);
};

/**
 * Opens the files to which everything else refers and keeps them open. The archive is unusable if one of them is
 * damaged beyond repair; that is reported now, before anything is built on it.
 */
const openMainFiles = async ({ files, context }: ArchiveState): Promise<AppError | null> => {
  for (const kind of mainKinds) {
    const lost = await refuseLoss(context, kind);
    if (lost !== null) return lost;
    const held = await files.hold({ kind }, 'archive');
    if (!held.ok) return held.error;
  }
  return null;
};

/**
 * A file that is missing although records refer to its own is damaged, not empty. If no record refers to it, the loss
 * is reported, and in an empty archive the file is created: otherwise it would count as lost once the archive has
 * content.
 */
const refuseLoss = async (context: StorageContext, kind: MainKind): Promise<AppError | null> => {
  const file = `${kind}.json`;
  if (!isWithoutTrace(context, file)) return null;
  const loss = await findLoss(context, kind);
  if (loss === 'referred') return { code: 'archive-damaged', file, quarantinedAs: null };
  if (loss === 'in-use') context.reportRepair({ file, quarantinedAs: null, hasBackup: false });
  if (loss !== 'none') return null;
  try {
    await writeEmptyFile(context, kind);
    return null;
  } catch (cause) {
    return toWriteFailed(file, cause);
  }
};

const assembleArchive = (
  state: ArchiveState,
  { info, identity, notice }: OpenedEncryption,
  repairs: RepairLog,
): Archive => {
  const reader = createReader(state, info);
  const acts = new ArchiveActs(state, reader);
  return {
    ...reader,
    identity,
    encryptionNotice: notice,
    checkPassphrase: (passphrase) => checkPassphrase(state.context, identity, passphrase),
    changePassphrase: async (from, to) => {
      const refusal = state.ownership.refusal();
      return refusal === null ? changePassphrase(state.context, async () => from, to) : err(refusal);
    },
    perform: (act, options) => acts.perform(act, options),
    undo: (watch) => acts.replay('undo', watch),
    redo: (watch) => acts.replay('redo', watch),
    undoState: () => acts.undoState(),
    steps: (direction) => acts.steps(direction),
    repair: (plan) => acts.repair(plan),
    takeBackRepair: (folder) => acts.takeBackRepair(folder),
    lastRepair: () => lastRepair(state.context),
    emptyTrash: (ids) => acts.emptyTrash(ids),
    removeCopies: (names) => acts.removeCopies(names),
    onChanged: (listener) => acts.changed.add(listener),
    onSaveState: (listener) => acts.saveState.add(listener),
    onChangedOutside: (listener) => acts.outside.add(listener),
    onTakenBack: (listener) => acts.takenBack.add(listener),
    lookOutside: (names) => acts.lookOutside(names),
    findLosses: (sinceMs) => acts.findLosses(sinceMs),
    readCopy: (name, isAsked = false) => readCopy(state, name, isAsked),
    putAwayCopy: (name) => acts.putAwayCopy(name),
    wasReplacedHere: (record) => acts.wasReplacedHere(record),
    seeOutsideChanges: () => acts.seeOutsideChanges(),
    refusal: () => state.ownership.refusal(),
    onRefusal: (listener) => state.ownership.changed.add(listener),
    takeLock: () => acts.takeLock(),
    onRepaired: (listener) => repairs.add(listener),
    repairs: () => repairs.waiting(),
    seeRepair: (file) => repairs.see(file),
    close: async () => {
      await acts.close();
      await state.ownership.release();
    },
  };
};
