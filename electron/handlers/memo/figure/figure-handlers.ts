import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import type { StoredPicture } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadFigure } from '#electron/ports/picture-file.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { findDraft } from '../find-draft.ts';
import { readPicture } from './read-pictures.ts';

/**
 * Keeps a picture in the folder of a draft, under the hash of its bytes. It is no step of undo: the text names it once it
 * is saved, and until then it is a file that nothing needs.
 */
const keepPicture = async (
  { archive }: HandlerDeps,
  memoId: MemoId,
  read: ReadFigure,
): Promise<Result<StoredPicture, AppError>> => {
  if (!read.ok) return read;
  const { bytes, ...drawn } = read.value;
  const picture: StoredPicture = { sha256: sha256Of(bytes), ...drawn };
  return archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    return ok({
      value: picture,
      name: 'edit-memo',
      changes: [],
      newPictures: [{ holder: { holds: 'memo', id: memoId }, picture, bytes }],
    });
  });
};

/** The use cases of the pictures in memos. */
export const createFigureHandlers = (
  deps: HandlerDeps,
): Pick<HandlersOn<'memo'>, 'memo:figure' | 'memo:choose-figure' | 'memo:add-figure'> => ({
  'memo:figure': async ({ memoId, picture }) => {
    const bytes = await readPicture(deps.archive, memoId, picture);
    return ok({ base64: bytes === null ? null : Buffer.from(bytes).toString('base64') });
  },

  /** Fails `cancelled` where none is chosen, `figure-unusable` where the file is too large. */
  'memo:choose-figure': async () => {
    const path = await deps.desktop.chooseFigure();
    return path === null ? err({ code: 'cancelled' }) : deps.figures.read(path);
  },

  /** Fails `figure-unusable` where it is no picture, `memo-is-sent`. */
  'memo:add-figure': async ({ memoId, fileName, bytes }) =>
    keepPicture(deps, memoId, await deps.figures.draw(fileName, bytes)),
});
