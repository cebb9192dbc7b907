/** Crops the picture of a figure: the part is stored beside the whole picture, which can be cropped again. */

import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection } from '@tiptap/pm/state';
import { memoCropFigure, memoFigure } from '#domain/contract/memo-figure.ts';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import { type Rectangle, wholeRectangle } from '#domain/passage/region/rectangle.ts';
import { mediaTypeOf, type StoredPicture } from '#domain/picture/stored-picture.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { sayHint } from '#renderer/window/notices.ts';
import { focusText } from '../state/focus-text.ts';
import type { MemoStore } from '../state/memo-store.ts';
import { CropDialog } from './CropDialog.tsx';

/** The whole picture of a figure. */
const wholeOf = ({ croppedFrom, sha256, format, width, height }: FigureAttrs): StoredPicture =>
  croppedFrom === undefined
    ? { sha256, format, width, height }
    : {
        sha256: croppedFrom.sha256,
        format: croppedFrom.format,
        width: croppedFrom.width,
        height: croppedFrom.height,
      };

const isWhole = ({ w, h }: Rectangle, { width, height }: StoredPicture): boolean =>
  w === width && h === height;

/** The current position of the picture's figure: typing may have moved it. */
const positionOf = (editor: Editor, position: number, { sha256 }: FigureAttrs): number | null => {
  const isIt = (at: number): boolean => editor.state.doc.nodeAt(at)?.attrs.sha256 === sha256;
  if (isIt(position)) return position;
  let found: number | null = null;
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'figure' && node.attrs.sha256 === sha256) found ??= at;
    return !node.isTextblock;
  });
  return found;
};

const show = (
  editor: Editor,
  position: number,
  attrs: FigureAttrs,
  shown: Pick<FigureAttrs, 'sha256' | 'format' | 'width' | 'height' | 'croppedFrom'>,
): void => {
  const at = positionOf(editor, position, attrs);
  if (at === null || editor.isDestroyed) return;
  const tr = closeHistory(editor.state.tr).setNodeMarkup(at, null, {
    ...editor.state.doc.nodeAt(at)?.attrs,
    ...shown,
  });
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)));
  focusText(editor);
};

const keepPart = async (
  editor: Editor,
  store: MemoStore,
  figure: { readonly position: number; readonly attrs: FigureAttrs },
  part: Rectangle,
): Promise<void> => {
  const { position, attrs } = figure;
  const whole = wholeOf(attrs);
  if (isWhole(part, whole)) {
    show(editor, position, attrs, { ...whole, croppedFrom: undefined });
    return;
  }
  const { memoId } = store.getState();
  const answer = await act(memoCropFigure, { memoId, picture: whole, part });
  if (answer.ok) show(editor, position, attrs, { ...answer.value, croppedFrom: { ...whole, part } });
};

/** Asks for the part of the figure at that position to show. */
export const cropFigure = async (
  editor: Editor,
  store: MemoStore,
  position: number,
  attrs: FigureAttrs,
): Promise<void> => {
  const whole = wholeOf(attrs);
  const { memoId } = store.getState();
  const { sha256, format } = whole;
  const answer = await request(memoFigure, { memoId, picture: { sha256, format } });
  if (!answer.ok || answer.value.base64 === null) {
    sayError(
      answer.ok
        ? { code: 'figure-unusable', file: 'The picture of the figure', why: 'no-picture' }
        : answer.error,
    );
    return;
  }
  const address = `data:${mediaTypeOf[format]};base64,${answer.value.base64}`;
  openDialog('crop-figure', ({ close, closeThen }) => (
    <CropDialog
      size={whole}
      address={address}
      part={attrs.croppedFrom?.part ?? wholeRectangle(whole)}
      onCrop={(part) => closeThen(() => void keepPart(editor, store, { position, attrs }, part))}
      onClose={close}
    />
  ));
};

/** Crops the selected figure; returns whether there is one. */
export const cropSelected = (editor: Editor, store: MemoStore): boolean => {
  const { selection } = editor.state;
  const isFigure = selection instanceof NodeSelection && selection.node.type.name === 'figure';
  if (isFigure) void cropFigure(editor, store, selection.from, selection.node.attrs as FigureAttrs);
  else sayHint('Select a figure first');
  return isFigure;
};
