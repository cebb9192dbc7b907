import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { CitationBook } from '../citations/citation-book.ts';
import type { MemoStore } from '../editor/memo-store.ts';
import { placeFigure } from '../figure/insert-figure.ts';
import { createClipboardScope } from './clipboard-scope.ts';
import { countParagraphs, numbersIn } from './paragraph-numbers.ts';
import { cleanPastedHtml } from './paste/clean-pasted-html.ts';
import { createClipboardSerializer, isSection } from './write-clipboard-html.ts';
import { writeClipboardText } from './write-clipboard-text.ts';

/** What lies within one section is copied without its heading. */
const withoutSection = (slice: Slice): Slice => {
  const { content, openStart, openEnd } = slice;
  const section = content.childCount === 1 ? content.firstChild : null;
  return isSection(section) && openStart > 0 && openEnd > 0
    ? new Slice(section.content, openStart - 1, openEnd - 1)
    : slice;
};

/** What stood before the first heading of what is pasted: words for where the caret stands. */
const isLead = (section: Node): boolean =>
  section.attrs.heading === section.type.spec.attrs?.heading?.default;

/** Blocks that a section may hold: it is never empty. */
const filled = (section: Node): Node =>
  section.childCount > 0
    ? section
    : section.copy(Fragment.from(section.type.schema.nodes.paragraph?.create() ?? null));

/** Sections stand behind the one in which the caret stands: none is torn in two by what is pasted into it. */
const pasteSections = (view: EditorView, { content }: Slice): boolean => {
  const all = content.content.filter(isSection).map(filled);
  if (all.length === 0) return false;
  const { tr } = view.state;
  const [lead] = all.filter(isLead);
  if (lead !== undefined) tr.replaceSelection(Slice.maxOpen(lead.content));
  const sections = all.filter((section) => section !== lead);
  const at = tr.selection.$to.after(1);
  tr.insert(at, sections);
  const end = at + sections.reduce((size, section) => size + section.nodeSize, 0);
  tr.setSelection(Selection.near(tr.doc.resolve(end - 1), -1));
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
};

/** A figure stands directly in its section, wherever in it the caret is. */
const pasteFigure = (view: EditorView, { content }: Slice): boolean => {
  const figure = content.childCount === 1 ? content.firstChild : null;
  if (figure?.type.name !== 'figure') return false;
  const { tr } = view.state;
  placeFigure(tr, figure);
  view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
};

/** What is copied from a memo is complete, and what comes back is what it was. */
export const MemoClipboard = Extension.create<{ book: CitationBook; store: MemoStore }>({
  name: 'memoClipboard',
  priority: 1000,
  addProseMirrorPlugins() {
    const { book, store } = this.options;
    const begin = (copied: readonly Node[]) => {
      const { lexicon, numbersParagraphs } = store.getState();
      const { doc, selection } = this.editor.state;
      const numbers = numbersParagraphs ? numbersIn(doc, selection) : [];
      return createClipboardScope(book, lexicon, numbers.length === countParagraphs(copied) ? numbers : []);
    };
    return [
      new Plugin({
        props: {
          transformCopied: withoutSection,
          clipboardSerializer: createClipboardSerializer(this.editor.schema, begin),
          clipboardTextSerializer: (slice) => writeClipboardText(slice, begin(slice.content.content)),
          transformPastedHTML: cleanPastedHtml,
          handlePaste: (view, _, slice) => {
            // A step of undo of its own, even where it follows fast on what was typed.
            view.dispatch(closeHistory(view.state.tr));
            return pasteFigure(view, slice) || pasteSections(view, slice);
          },
        },
      }),
    ];
  },
});
