/** Adds pictures to a memo: main stores the pixels, then the text gets a figure. One at a time; it can be cancelled. */

import type { Editor } from '@tiptap/core';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoAddFigure, memoChooseFigure } from '#domain/contract/memo-figure.ts';
import { newFigure } from '#domain/memo/figure/new-figure.ts';
import { isSvg } from '#domain/picture/picture-head.ts';
import { MAX_PICTURE_SIDE, type StoredPicture } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import type { MemoStore } from '../state/memo-store.ts';
import { insertFigure } from './insert-figure.ts';

/** A chosen, pasted or dropped picture. */
export type PictureFile = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Pasted pictures have no file name. */
export const readPicture = async (file: File): Promise<PictureFile> => ({
  fileName: file.name === '' ? 'The picture' : file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/**
 * An SVG is rasterised first: it can hold scripts and addresses, and loaded as an image it runs none of them. Any other
 * file is passed on unchanged to the page that decodes pictures.
 */

/** The root element has to be within the first bytes. */
const SOUGHT_BYTES = 64 << 10;

/** The decoder drops a byte order mark. */
const startOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, SOUGHT_BYTES));

const load = async (bytes: Uint8Array<ArrayBuffer>): Promise<HTMLImageElement> => {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** At the largest stored size, since it has no pixels of its own. */
const draw = async (image: HTMLImageElement): Promise<Uint8Array<ArrayBuffer>> => {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = MAX_PICTURE_SIDE / Math.max(width, height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
};

/** The bytes to continue with; fails `figure-unusable` for an SVG that can't be drawn. */
const drawSvg = async (
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> => {
  if (!isSvg(startOf(bytes))) return ok(bytes);
  try {
    return ok(await draw(await load(bytes)));
  } catch {
    return err({ code: 'figure-unusable', file, why: 'no-picture' });
  }
};

/** The picture as stored in the memo's folder; null if it can't be used, which was reported, or was cancelled. */
export const keepPicture = async (
  store: MemoStore,
  { fileName, bytes }: PictureFile,
): Promise<StoredPicture | null> => {
  const job = { fileName };
  store.setState({ figureJob: job });
  const { memoId } = store.getState();
  const drawn = await drawSvg(fileName, bytes);
  if (!drawn.ok) sayError(drawn.error);
  const answer = drawn.ok ? await act(memoAddFigure, { memoId, fileName, bytes: drawn.value }) : null;
  const isWanted = store.getState().figureJob === job;
  if (isWanted) store.setState({ figureJob: null });
  return isWanted && answer?.ok === true ? answer.value : null;
};

/** Cancels the current picture: no figure is inserted. */
export const cancelFigure = (store: MemoStore): void => store.setState({ figureJob: null });

/** Inserts the pictures one after another at the selection. */
export const addFigures = async (
  editor: Editor,
  store: MemoStore,
  files: readonly PictureFile[],
): Promise<void> => {
  for (const file of files) {
    const picture = await keepPicture(store, file);
    if (picture !== null && !editor.isDestroyed) insertFigure(editor, newFigure(picture));
  }
};

/** Asks for a picture in a dialog; null if none was chosen. */
export const choosePicture = async (): Promise<PictureFile | null> => {
  const chosen = await act(memoChooseFigure, {});
  return chosen.ok ? { ...chosen.value, bytes: new Uint8Array(chosen.value.bytes) } : null;
};

/** Asks for a picture, and inserts it at the selection. */
export const chooseFigure = async (editor: Editor, store: MemoStore): Promise<void> => {
  const file = await choosePicture();
  if (file !== null) await addFigures(editor, store, [file]);
};
