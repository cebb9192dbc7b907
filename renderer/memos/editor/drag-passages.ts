import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import { useDragAndDrop } from 'react-aria-components';
import type { PassageRow } from '#domain/contract/passage.ts';
import { citePassage } from '../inline-menu/find-passages.ts';
import type { CitationBook } from '../state/citation-book.ts';
import type { MemoStore } from '../state/memo-store.ts';

/** The passage being dragged out of the panel: the drop event has only a marker. */
let dragged: PassageRow | null = null;

/** A drag of a passage begins, or ends (null). */
export const dragPassage = (row: PassageRow | null): void => {
  dragged = row;
};

const DRAG_TYPE = 'precis-passage';

/** Makes the panel's rows draggable: dropped in the memo they are cited, elsewhere they are their words. */
export const useDraggedPassages = (rows: readonly PassageRow[]) =>
  useDragAndDrop({
    getItems: (keys) => {
      const [row] = rows.filter(({ id }) => keys.has(id));
      dragPassage(row ?? null);
      return row === undefined ? [] : [{ [DRAG_TYPE]: row.id, 'text/plain': row.printed }];
    },
    onDragEnd: () => dragPassage(null),
  }).dragAndDropHooks;

/** Cites a passage where it is dropped, as other ways of citing do; with Shift as a block. */
export const DropPassages = Extension.create<{ book: CitationBook; store: MemoStore }>({
  name: 'dropPassages',
  addProseMirrorPlugins() {
    const { editor } = this;
    const { book, store } = this.options;
    return [
      new Plugin({
        key: new PluginKey('dropPassages'),
        props: {
          handleDrop: (view, event) => {
            const row = dragged;
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (row === null || place === null) return false;
            if (store.getState().isReadOnly) return true;
            const { doc, tr } = view.state;
            view.dispatch(tr.setSelection(Selection.near(doc.resolve(place.pos))));
            const shape = event.shiftKey ? 'block' : 'inline';
            void citePassage(editor, { book, store }, row, { shape });
            return true;
          },
        },
      }),
    ];
  },
});
