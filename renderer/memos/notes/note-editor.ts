/**
 * The text of one footnote, in its own editor: words, links, citations and cross references, formatted as in the memo.
 * Its content is stored in the footnote's attributes, so that in the memo a footnote is one character, whatever its
 * text.
 */
import { type Editor, Extension, type Extensions, type JSONContent, Node } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, Plugin, Selection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type FootnoteAttrs, footnoteOf, inlineOfNote, type NoteInline } from '#domain/memo/memo-content.ts';
import { Text } from '#renderer/editor/plain-nodes.ts';
import { TypeTypography } from '../editor/type-typography.ts';
import { findTargets, SEE } from '../inline-menu/find-parts.ts';
import { findPassages } from '../inline-menu/find-passages.ts';
import { type InlineMenuStore, inlineMenu } from '../inline-menu/inline-menu.ts';
import { SpaceBehindCitation } from '../inline-menu/insert-parts.ts';
import { TypedLinks } from '../links/typed-links.ts';
import { citationChip } from '../nodes/citation-chip.ts';
import { referenceNames, referenceView, wordsOfReference } from '../references/memo-references.ts';
import { memoMarks } from '../schema/memo-marks.ts';
import { CitationNode, ReferenceNode } from '../schema/memo-schema.ts';
import type { CitationBook } from '../state/citation-book.ts';
import { type MemoStore, requestMenu } from '../state/memo-store.ts';
import { jsonOf } from '../state/read-content.ts';

const NoteDocument = Node.create({ name: 'doc', topNode: true, content: 'paragraph' });
const NoteParagraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: '(text | citation | reference)*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

/** The words of cross references in a footnote: their targets are in the memo. */
const ShowNoteReferences = Extension.create<{ memo: Editor; store: MemoStore }>({
  name: 'showNoteReferences',
  addProseMirrorPlugins() {
    const { memo, store } = this.options;
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const names = referenceNames(memo.state.doc, store.getState());
            const says: Decoration[] = [];
            doc.descendants((node, position) => {
              if (node.type.name !== 'reference') return;
              const words = wordsOfReference(node, names) ?? '';
              says.push(Decoration.node(position, position + 1, {}, { words }));
            });
            return DecorationSet.create(doc, says);
          },
        },
      }),
    ];
  },
});

/** Blocks changes to the note of a sent memo. */
const KeepNoteAsSent = Extension.create<{ store: MemoStore }>({
  name: 'keepNoteAsSent',
  addProseMirrorPlugins() {
    const { store } = this.options;
    return [
      new Plugin({ filterTransaction: (change) => !change.docChanged || !store.getState().isReadOnly }),
    ];
  },
});

export type NoteEditing = {
  readonly memo: Editor;
  readonly book: CitationBook;
  readonly store: MemoStore;
  readonly menu: InlineMenuStore;
};

/**
 * Undo and redo are the memo's. The note's own history is never undone: it only decides where a stretch of typing
 * ends (see writeNote).
 */
const UndoInMemo = Extension.create<{ memo: Editor }>({
  name: 'undoInMemo',
  priority: 1000,
  addKeyboardShortcuts() {
    const { memo } = this.options;
    const undo = (): true => {
      memo.commands.undo();
      return true;
    };
    const redo = (): true => {
      memo.commands.redo();
      return true;
    };
    return { 'Mod-z': undo, 'Shift-Mod-z': redo, 'Mod-y': redo };
  },
  addProseMirrorPlugins() {
    const { memo } = this.options;
    const beforeinput = (_: unknown, event: InputEvent): boolean => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
      event.preventDefault();
      return event.inputType === 'historyUndo' ? memo.commands.undo() : memo.commands.redo();
    };
    return [new Plugin({ props: { handleDOMEvents: { beforeinput } } })];
  },
});

/** Enter and Escape return to the memo, unless a list is open. */
const LeaveNote = Extension.create<{ leave: () => void; store: MemoStore }>({
  name: 'leaveNote',
  priority: 1,
  addKeyboardShortcuts() {
    const { leave, store } = this.options;
    const close = (): true => {
      leave();
      return true;
    };
    return {
      Escape: close,
      // On a citation it opens the menu, as in the memo.
      Enter: () => {
        const { selection } = this.editor.state;
        const isCited = selection instanceof NodeSelection && selection.node.type.name === 'citation';
        if (!isCited) return close();
        requestMenu(store);
        return true;
      },
    };
  },
});

/** The schema of a footnote with the memo's extensions for text. */
export const createNoteExtensions = (
  { memo, book, store, menu }: NoteEditing,
  leave: () => void,
): Extensions => [
  NoteDocument,
  NoteParagraph,
  Text,
  CitationNode.extend({ addNodeView: () => citationChip(book) }),
  ReferenceNode.extend({ addNodeView: referenceView }),
  ...memoMarks,
  UndoRedo,
  UndoInMemo.configure({ memo }),
  TypedLinks,
  TypeTypography.configure({ store, menu }),
  SpaceBehindCitation,
  ShowNoteReferences.configure({ memo, store }),
  KeepNoteAsSent.configure({ store }),
  LeaveNote.configure({ leave, store }),
  inlineMenu({ char: '@', store: menu, find: findPassages({ book, store }) }),
  inlineMenu({
    char: '/',
    store: menu,
    find: async ({ query }) =>
      query.toLowerCase().startsWith(SEE)
        ? findTargets(memo, store, query.toLowerCase().slice(SEE.length))
        : [],
  }),
];

/** The document of a note. */
export const noteDocument = (attrs: FootnoteAttrs): JSONContent => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: inlineOfNote(attrs) as JSONContent[] }],
});

/** The content of the editor as a footnote. */
export const readNote = ({ state }: Editor): FootnoteAttrs => {
  const paragraph = jsonOf(state.doc.child(0)) as { readonly content?: readonly NoteInline[] };
  return footnoteOf(paragraph.content ?? []);
};

/** Shows a note that the memo has changed; the caret stays at the change. */
export const showNote = (inner: Editor, note: FootnoteAttrs): void => {
  const { doc, tr, schema } = inner.state;
  const next = schema.nodeFromJSON(noteDocument(note));
  const start = doc.content.findDiffStart(next.content);
  const ends = doc.content.findDiffEnd(next.content);
  if (start === null || ends === null) return;
  // Where equal letters follow each other the two searches overlap.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  const [end, nextEnd] = [ends.a + overlap, ends.b + overlap];
  tr.replace(start, end, next.slice(start, nextEnd));
  tr.setSelection(Selection.near(tr.doc.resolve(nextEnd), -1));
  inner.view.dispatch(tr.setMeta('preventUpdate', true).setMeta('addToHistory', false));
};

/**
 * Writes the note into the memo. One stretch of typing in the note is one undo step of the memo, as in its text: the
 * footnote is replaced, since a history groups changes by the ranges they touch and a changed attribute has none, and a
 * step of the note's history begins one in the memo's.
 */
export const writeNote = (memo: Editor, position: number, note: FootnoteAttrs, beginsStep: boolean): void => {
  const { tr, doc } = memo.state;
  const node = doc.nodeAt(position);
  if (node?.type.name !== 'footnote') return;
  if (beginsStep) closeHistory(tr);
  tr.setNodeMarkup(position, null, { ...node.attrs, text: note.text, content: note.content }, node.marks);
  tr.setSelection(NodeSelection.create(tr.doc, position));
  memo.view.dispatch(tr);
};
