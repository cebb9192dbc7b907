import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import type { MemoStore } from '../state/memo-store.ts';
import { addFigures, readPicture } from './add-figure.ts';

const isPicture = ({ type }: File): boolean => type.startsWith('image/');

const wordsIn = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() ?? '';

/** Pasted pictures, if there is nothing else: an office program adds a picture of the words themselves. */
const pastedPictures = (data: DataTransfer | null | undefined): readonly File[] => {
  if (data === null || data === undefined || data.getData('text/plain').trim() !== '') return [];
  return wordsIn(data.getData('text/html')) === '' ? [...data.files].filter(isPicture) : [];
};

/** Dropped files, if all of them are pictures; otherwise some may be articles. */
const droppedPictures = (data: DataTransfer | null): readonly File[] => {
  const files = [...(data?.files ?? [])];
  return files.every(isPicture) ? files : [];
};

/** Turns pasted or dropped pictures into figures. */
export const TakeFigures = Extension.create<{ store: MemoStore }>({
  name: 'takeFigures',
  // Before the extensions that paste text.
  priority: 1100,
  addProseMirrorPlugins() {
    const { editor } = this;
    const { store } = this.options;
    const take = (files: readonly File[]): boolean => {
      if (files.length === 0 || store.getState().isReadOnly) return false;
      void Promise.all(files.map(readPicture)).then((pictures) => addFigures(editor, store, pictures));
      return true;
    };
    return [
      new Plugin({
        key: new PluginKey('takeFigures'),
        props: {
          handlePaste: (_, event) => take(pastedPictures(event.clipboardData)),
          handleDrop: (view, event) => {
            const files = droppedPictures(event.dataTransfer);
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (files.length === 0 || place === null || store.getState().isReadOnly) return false;
            view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.pos))));
            return take(files);
          },
        },
      }),
    ];
  },
});
