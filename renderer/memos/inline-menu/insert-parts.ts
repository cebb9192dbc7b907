/** Parts that can be inserted into a memo, each as one step of the editor's own undo. */
import { type Editor, Extension, type Range } from '@tiptap/core';
import { Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { emptyJudgement, type JudgementAttrs } from '#domain/memo/memo-content.ts';
import { beginStep } from '../state/editor-acts.ts';

/** Punctuation that follows a citation without a space. */
const CLOSING = /^[.,;:!?)\]\u2026\u201d\u2019\u00bb]/u;

/** The end of the space inserted after a citation; it can still be replaced until anything else is done. */
const openSpace = new PluginKey<number | null>('openSpace');

/**
 * The space after a citation is for further typing: closing punctuation replaces it, and a typed space does not add a
 * second one.
 */
export const SpaceBehindCitation = Extension.create({
  name: 'spaceBehindCitation',
  addProseMirrorPlugins: () => [
    new Plugin<number | null>({
      key: openSpace,
      state: {
        init: () => null,
        apply: (change, end) => {
          const opened: unknown = change.getMeta(openSpace);
          if (typeof opened === 'number') return opened;
          return change.docChanged || change.selectionSet ? null : end;
        },
      },
      props: {
        handleTextInput: ({ state, dispatch }, from, to, text) => {
          const end = openSpace.getState(state);
          if (end !== from || from !== to || !(text === ' ' || CLOSING.test(text))) return false;
          dispatch(text === ' ' ? state.tr.setMeta(openSpace, -1) : state.tr.insertText(text, from - 1, to));
          return true;
        },
      },
    }),
  ],
});

/** Replaces `range`, or the selection, with an inline citation and, if none follows, a space for further typing. */
export const insertCitation = (
  editor: Editor,
  { articleId, passageId, exactSha256, translation, form = 'whole' }: CitedPassage,
  range: Range | null = null,
): boolean => {
  const { from, to } = range ?? editor.state.selection;
  const { parent, parentOffset } = editor.state.doc.resolve(to);
  const next = parent.textBetween(parentOffset, parent.content.size, null, '\ufffc');
  const citation = { type: 'citation', attrs: { articleId, passageId, exactSha256, translation, form } };
  const chain = beginStep(editor).focus();
  if (CLOSING.test(next)) return chain.insertContentAt({ from, to }, citation).run();
  if (/^\s/u.test(next))
    return chain
      .insertContentAt({ from, to }, citation)
      .setTextSelection(from + 2)
      .run();
  return chain
    .insertContentAt({ from, to }, [citation, { type: 'text', text: ' ' }])
    .setMeta(openSpace, from + 2)
    .run();
};

/**
 * Inserts a block after the block of the caret, replacing an empty paragraph. The caret moves to the first text
 * position in it.
 */
const insertBlock = (editor: Editor, block: object, range: Range | null): boolean => {
  const chain = beginStep(editor).focus();
  if (range !== null) chain.deleteRange(range);
  return chain
    .command(({ tr, state }) => {
      const { $from } = tr.selection;
      const parent = $from.node($from.depth);
      const node = state.schema.nodeFromJSON(block);
      const isEmptyParagraph = parent.type.name === 'paragraph' && parent.content.size === 0;
      const start = $from.before($from.depth);
      const at = isEmptyParagraph ? start : $from.after($from.depth);
      tr.replaceWith(at, isEmptyParagraph ? $from.after($from.depth) : at, node);
      if (!node.isAtom) tr.setSelection(Selection.near(tr.doc.resolve(at + 1)));
      return true;
    })
    .run();
};

/** A block quotation of the whole passage. */
export const insertQuotation = (
  editor: Editor,
  { articleId, passageId, exactSha256, translation }: CitedPassage,
  range: Range | null = null,
): boolean =>
  insertBlock(
    editor,
    { type: 'quotation', attrs: { articleId, passageId, exactSha256, translation } },
    range,
  );

/** An empty block quotation to type in. */
export const insertOwnQuotation = (editor: Editor, range: Range | null = null): boolean =>
  insertBlock(editor, { type: 'ownQuotation', content: [{ type: 'paragraph' }] }, range);

/** An empty judgement with its own id; the caret is in its statement. */
export const insertJudgement = (
  editor: Editor,
  id: JudgementAttrs['id'],
  range: Range | null = null,
): boolean =>
  insertBlock(
    editor,
    {
      type: 'judgement',
      attrs: emptyJudgement(id),
    },
    range,
  );

/**
 * A sub-heading in place of the empty paragraph at the caret, else after the section's block at the caret; the caret
 * moves into it.
 */
export const insertHeading = (editor: Editor, range: Range | null = null): boolean => {
  const chain = beginStep(editor).focus();
  if (range !== null) chain.deleteRange(range);
  return chain
    .command(({ tr, state }) => {
      const { $from } = tr.selection;
      const isEmpty =
        $from.depth === 2 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
      const at = isEmpty ? $from.before(2) : $from.after(2);
      tr.replaceWith(at, isEmpty ? $from.after(2) : at, state.schema.nodeFromJSON({ type: 'heading' }));
      tr.setSelection(TextSelection.create(tr.doc, at + 1));
      return true;
    })
    .run();
};

/** A page break after the section's block at the caret, or in place of an empty paragraph. */
export const insertPageBreak = (editor: Editor, range: Range | null = null): boolean => {
  const chain = beginStep(editor).focus();
  if (range !== null) chain.deleteRange(range);
  return chain
    .command(({ tr, state }) => {
      const { $from } = tr.selection;
      if ($from.depth < 2) return false;
      const block = $from.node(2);
      const isEmpty = block.type.name === 'paragraph' && block.content.size === 0;
      const at = isEmpty ? $from.before(2) : $from.after(2);
      const nodes = [{ type: 'pageBreak' }, ...(isEmpty ? [{ type: 'paragraph' }] : [])];
      tr.replaceWith(
        at,
        isEmpty ? $from.after(2) : at,
        nodes.map((node) => state.schema.nodeFromJSON(node)),
      );
      tr.setSelection(Selection.near(tr.doc.resolve(at + 1)));
      return true;
    })
    .run();
};

/** A footnote at the caret; its text is typed in the box that opens on it. */
export const insertFootnote = (editor: Editor, range: Range | null = null): boolean => {
  const { from, to } = range ?? editor.state.selection;
  return beginStep(editor)
    .focus()
    .insertContentAt({ from, to }, { type: 'footnote', attrs: { text: '' } })
    .setNodeSelection(from)
    .run();
};

const cellOf = (type: 'tableHeader' | 'tableCell') => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' }],
});
const rowOf = (type: 'tableHeader' | 'tableCell') => ({
  type: 'tableRow',
  content: [cellOf(type), cellOf(type), cellOf(type)],
});

/** A table of three columns with a heading row. */
export const insertTable = (editor: Editor, range: Range | null = null): boolean =>
  insertBlock(
    editor,
    { type: 'table', content: [rowOf('tableHeader'), rowOf('tableCell'), rowOf('tableCell')] },
    range,
  );

/** A new section after the one at the caret. */
export const insertSection = (editor: Editor, range: Range | null = null): boolean => {
  const chain = beginStep(editor).focus();
  if (range !== null) chain.deleteRange(range);
  return chain
    .command(({ tr, state }) => {
      const at = tr.selection.$from.after(1);
      const section = {
        type: 'section',
        attrs: { role: 'own', heading: 'New section' },
        content: [{ type: 'paragraph' }],
      };
      tr.insert(at, state.schema.nodeFromJSON(section));
      tr.setSelection(TextSelection.create(tr.doc, at + 2));
      return true;
    })
    .run();
};
