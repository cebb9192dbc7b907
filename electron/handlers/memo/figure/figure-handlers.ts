import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import { passageEvidence } from '#domain/passage/passage.ts';
import { isWithin } from '#domain/passage/region/rectangle.ts';
import type { StoredPicture } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PictureFile } from '#electron/ports/archive.ts';
import type { ReadFigure } from '#electron/ports/importer.ts';
import { usableBody } from '../../article/usable-text.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { invalidInput, notFound } from '../../shared/failures.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { findDraft } from '../find-draft.ts';
import { cutRegion } from './cut-regions.ts';
import { readPicture } from './read-pictures.ts';

/**
 * Stores a picture in the folder of a draft, under the hash of its bytes. It is not an undo step: the text refers to
 * the picture once it is saved, and until then it is an unreferenced file.
 */
const keepFile = <T>(
  { archive }: HandlerDeps,
  memoId: MemoId,
  { picture, bytes }: PictureFile,
  value: T,
): Promise<Result<T, AppError>> =>
  archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const newPictures = [{ holder: { kind: 'memo', id: memoId } as const, picture, bytes }];
    return ok({ value, name: 'edit-memo', changes: [], newPictures });
  });

const keepPicture = async (
  deps: HandlerDeps,
  memoId: MemoId,
  read: ReadFigure,
): Promise<Result<StoredPicture, AppError>> => {
  if (!read.ok) return read;
  const { bytes, ...drawn } = read.value;
  const picture: StoredPicture = { sha256: sha256Of(bytes), ...drawn };
  return keepFile(deps, memoId, { picture, bytes }, picture);
};

const keepRegion = async (
  deps: HandlerDeps,
  { memoId, articleId, passageId }: Input<'memo:add-region-figure'>,
): Promise<Result<FigureAttrs, AppError>> => {
  const said = await deps.archive.annotations(articleId);
  if (!said.ok) return said;
  const passage = said.value.passages.find(({ id, deletedAt }) => id === passageId && deletedAt === null);
  if (passage === undefined) return notFound('passage', passageId);
  const usable = await usableBody(deps.archive, articleId);
  if (!usable.ok) return usable;
  const exactSha256 = sha256Of(passageEvidence(passage));
  const cut = await cutRegion(deps, passage, { articleId, passageId, exactSha256 });
  if (!cut.ok) return cut;
  if (cut.value === null) return invalidInput('memo:add-region-figure', 'the passage quotes words');
  return keepFile(deps, memoId, cut.value.file, cut.value.figure);
};

/** The name, in an error, of the whole picture of a cropped figure that can't be drawn. */
const WHOLE_NAME = 'The picture of the figure';

const cropFigure = async (
  deps: HandlerDeps,
  { memoId, picture, part }: Input<'memo:crop-figure'>,
): Promise<Result<StoredPicture, AppError>> => {
  if (!isWithin(part, picture)) return invalidInput('memo:crop-figure', 'the part lies off the picture');
  const bytes = await readPicture(deps.archive, memoId, picture);
  if (bytes === null) return err({ code: 'figure-unusable', file: WHOLE_NAME, why: 'no-picture' });
  return keepPicture(deps, memoId, await deps.figures.draw(WHOLE_NAME, bytes, part));
};

/** The use cases of the pictures in memos. */
export const createFigureHandlers = (
  deps: HandlerDeps,
): Pick<
  HandlersOn<'memo'>,
  'memo:figure' | 'memo:choose-figure' | 'memo:add-figure' | 'memo:crop-figure' | 'memo:add-region-figure'
> => ({
  'memo:figure': async ({ memoId, picture }) => {
    const bytes = await readPicture(deps.archive, memoId, picture);
    return ok({ base64: bytes === null ? null : Buffer.from(bytes).toString('base64') });
  },

  /** Fails with `cancelled` if none is chosen, `figure-unusable` if the file is too large. */
  'memo:choose-figure': async () => {
    const path = await deps.desktop.chooseFigure();
    return path === null ? err({ code: 'cancelled' }) : deps.figures.read(path);
  },

  /** Fails with `figure-unusable` if it is not a picture, `memo-is-sent`. */
  'memo:add-figure': async ({ memoId, fileName, bytes }) =>
    keepPicture(deps, memoId, await deps.figures.draw(fileName, bytes)),

  /**
   * Fails with `figure-unusable` if the picture is missing, `invalid-input` for a part beyond its edges,
   * `memo-is-sent`.
   */
  'memo:crop-figure': (input) => cropFigure(deps, input),

  /**
   * Fails with `not-found`, `text-altered`, `memo-is-sent`, `figure-unusable` if the picture is missing, and
   * `invalid-input` for a passage that quotes words.
   */
  'memo:add-region-figure': (input) => keepRegion(deps, input),
});
