/** Takes pictures into a memo: main keeps the pixels, then the text gets its figure. One at a time, and it can be ended. */
import type { Editor } from '@tiptap/core';
import { newFigure } from '#domain/memo/figure/new-figure.ts';
import type { StoredPicture } from '#domain/picture/stored-picture.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import type { MemoStore } from '../editor/memo-store.ts';
import { drawSvg } from './draw-svg.ts';
import { insertFigure } from './insert-figure.ts';

/** A picture as it was chosen, pasted or dropped. */
export type PictureFile = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** What is pasted has no name of its own. */
export const readPicture = async (file: File): Promise<PictureFile> => ({
  fileName: file.name === '' ? 'The picture' : file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** The picture as the folder of the memo holds it; null where it can't be used, which was said, or it was ended. */
export const keepPicture = async (
  store: MemoStore,
  { fileName, bytes }: PictureFile,
): Promise<StoredPicture | null> => {
  const job = { fileName };
  store.setState({ figureJob: job });
  const { memoId } = store.getState();
  const drawn = await drawSvg(fileName, bytes);
  if (!drawn.ok) sayError(drawn.error);
  const answer = drawn.ok ? await act('memo:add-figure', { memoId, fileName, bytes: drawn.value }) : null;
  const isWanted = store.getState().figureJob === job;
  if (isWanted) store.setState({ figureJob: null });
  return isWanted && answer?.ok === true ? answer.value : null;
};

/** Ends what is under way: no figure comes of it. */
export const cancelFigure = (store: MemoStore): void => store.setState({ figureJob: null });

/** Puts the pictures in, one behind the other, at the selection. */
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

/** A picture that is asked for in a dialog; null where none was chosen. */
export const choosePicture = async (): Promise<PictureFile | null> => {
  const chosen = await act('memo:choose-figure', {});
  return chosen.ok ? { ...chosen.value, bytes: new Uint8Array(chosen.value.bytes) } : null;
};

/** Asks for a picture, and puts it in at the selection. */
export const chooseFigure = async (editor: Editor, store: MemoStore): Promise<void> => {
  const file = await choosePicture();
  if (file !== null) await addFigures(editor, store, [file]);
};
