/**
 * The text of one footnote, in its own editor: words, links, citations and cross references, formatted as in the memo.
 * Its content is stored in the footnote's attributes, so that in the memo a footnote is one character, whatever its
 * text.
 */
import { type Editor, Extension, type Extensions, type JSONContent, Node } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
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

/** Writes it into the memo, as part of the current typing step. */
export const writeNote = (memo: Editor, position: number, note: FootnoteAttrs): void => {
  const { tr, doc } = memo.state;
  if (doc.nodeAt(position)?.type.name !== 'footnote') return;
  tr.setNodeAttribute(position, 'text', note.text).setNodeAttribute(position, 'content', note.content);
  memo.view.dispatch(tr);
};
