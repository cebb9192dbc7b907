import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { type LockedId, lockedIdSchema, type NewId } from '#domain/ids.ts';
import { err, type Result } from '#domain/result.ts';

/** Reads a file as a draft, with the password if one is given. */
export type OpenFile = (password?: string) => Promise<Result<ImportDraft, AppError>>;

/** The most files kept: beyond this number the oldest has to be chosen again. */
const MOST_WAITING = 1000;

/**
 * Files that need their passwords. The function that reads a file is kept; neither it nor a password is kept longer
 * than the app runs.
 */
export type LockedFiles = {
  add(open: OpenFile): LockedId;
  get(id: LockedId): OpenFile | undefined;
  remove(id: LockedId): void;
  /** Opens a file; if it needs a password it is kept, and the failure `file-locked` has its id. */
  openOrWait(fileName: string, open: OpenFile): Promise<Result<ImportDraft, AppError>>;
};

/** Creates an empty store of locked files; `onRemoved` is called for each that was opened, or can't be. */
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
