import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { type LockedId, lockedIdSchema, type NewId } from '#domain/ids.ts';
import { err, type Result } from '#domain/result.ts';

/** Reads a file as a draft, with a password where one is given. */
export type OpenFile = (password?: string) => Promise<Result<ImportDraft, AppError>>;

/** More files than these do not wait: the first of them has to be chosen once more. */
const MOST_WAITING = 1000;

/**
 * Files that wait for their passwords. What waits is the way to read the file; neither it nor a password is kept longer
 * than the app runs.
 */
export type LockedFiles = {
  add(open: OpenFile): LockedId;
  get(id: LockedId): OpenFile | undefined;
  remove(id: LockedId): void;
  /** Opens a file; where it asks for a password it waits, and the failure `file-locked` says under which id. */
  openOrWait(fileName: string, open: OpenFile): Promise<Result<ImportDraft, AppError>>;
};

/** Locked files without any at first; `onRemoved` hears of each that was opened, or can't be. */
export const createLockedFiles = (
  newId: NewId,
  onRemoved: (id: LockedId) => void = () => undefined,
): LockedFiles => {
  const waiting = new Map<LockedId, OpenFile>();
  const add = (open: OpenFile): LockedId => {
    const id = lockedIdSchema.parse(newId());
    waiting.set(id, open);
    const [first] = waiting.keys();
    if (waiting.size > MOST_WAITING && first !== undefined) waiting.delete(first);
    return id;
  };
  return {
    add,
    get: (id) => waiting.get(id),
    remove(id) {
      waiting.delete(id);
      onRemoved(id);
    },
    async openOrWait(fileName, open) {
      const opened = await open();
      if (opened.ok || opened.error.code !== 'password-needed') return opened;
      return err({ code: 'file-locked', lockedId: add(open), fileName });
    },
  };
};
