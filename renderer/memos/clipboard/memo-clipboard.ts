import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { CitationBook } from '../citations/citation-book.ts';
import type { MemoStore } from '../editor/memo-store.ts';
import { createClipboardScope } from './clipboard-scope.ts';
import { COPIED_LISTS, createClipboardSerializer, isSection } from './write-clipboard-html.ts';
import { writeClipboardText } from './write-clipboard-text.ts';

/** What lies within one section is copied without its heading. */
const withoutSection = (slice: Slice): Slice => {
  const { content, openStart, openEnd } = slice;
  const section = content.childCount === 1 ? content.firstChild : null;
  return isSection(section) && openStart > 0 && openEnd > 0
    ? new Slice(section.content, openStart - 1, openEnd - 1)
    : slice;
};

const cleanPasted = (html: string): string => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const list of page.querySelectorAll(COPIED_LISTS)) list.remove();
  return page.body.innerHTML;
};

/** Sections stand behind the one in which the caret stands: none is torn in two by what is pasted into it. */
const pasteSections = (view: EditorView, { content }: Slice): boolean => {
  if (!content.content.some(isSection)) return false;
  const { schema, tr, selection } = view.state;
  const sections = content.content
    .filter(isSection)
    .map((section) =>
      section.type.createChecked(
        section.attrs,
        section.childCount === 0 ? schema.nodes.paragraph?.create() : section.content,
      ),
    );
  const at = selection.$to.after(1);
  tr.insert(at, Fragment.from(sections));
  const end = at + sections.reduce((size, section) => size + section.nodeSize, 0);
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(end - 1), -1)).scrollIntoView());
  return true;
};

/** What is copied from a memo is complete, and what comes back is what it was. */
export const MemoClipboard = Extension.create<{ book: CitationBook; store: MemoStore }>({
  name: 'memoClipboard',
  priority: 1000,
  addProseMirrorPlugins() {
    const { book, store } = this.options;
    const begin = () => createClipboardScope(book, store.getState().lexicon);
    return [
      new Plugin({
        props: {
          transformCopied: withoutSection,
          clipboardSerializer: createClipboardSerializer(this.editor.schema, begin),
          clipboardTextSerializer: (slice) => writeClipboardText(slice, begin()),
          transformPastedHTML: cleanPasted,
          handlePaste: (view, _, slice) => pasteSections(view, slice),
        },
      }),
    ];
  },
});
