/** Inserts a figure into a memo, as one step of the editor's own undo. */
import type { Editor, Range } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type Transaction } from '@tiptap/pm/state';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import { beginStep } from '../state/editor-acts.ts';

/** The depth of a section's direct children. */
const IN_SECTION = 2;

/**
 * Replaces the selected empty paragraph with the figure, or inserts it after the section's block in which the selection
 * ends, and selects it. At the end of a section a paragraph follows for further typing.
 */
export const placeFigure = (tr: Transaction, figure: Node): void => {
  const { $to } = tr.selection;
  const isNode = $to.depth < IN_SECTION;
  const block = isNode ? null : $to.node(IN_SECTION);
  const isEmpty = block?.type.name === 'paragraph' && block.content.size === 0;
  const start = isNode ? $to.pos : isEmpty ? $to.before(IN_SECTION) : $to.after(IN_SECTION);
  tr.replaceWith(start, isEmpty ? $to.after(IN_SECTION) : start, figure);
  const $end = tr.doc.resolve(start + figure.nodeSize);
  const paragraph = tr.doc.type.schema.nodes.paragraph?.createAndFill() ?? null;
  if ($end.nodeAfter === null && paragraph !== null) tr.insert($end.pos, paragraph);
  tr.setSelection(NodeSelection.create(tr.doc, start)).scrollIntoView();
};

/** A figure with a picture in the memo's folder; `range`, the text typed to request it, is removed. */
export const insertFigure = (editor: Editor, attrs: FigureAttrs, range: Range | null = null): boolean => {
  const chain = beginStep(editor).focus();
  if (range !== null) chain.deleteRange(range);
  return chain
    .command(({ tr, state }) => {
      placeFigure(tr, state.schema.nodeFromJSON({ type: 'figure', attrs }));
      return true;
    })
    .run();
};
