import type { Editor } from '@tiptap/core';
import { lettersOf, type TextBlock } from './match-texts.ts';

/** The blocks of the memo that have letters; a quotation has those that are drawn in it. */
export const textBlocksOf = (editor: Editor): readonly TextBlock[] => {
  const blocks: TextBlock[] = [];
  editor.state.doc.descendants((node, position) => {
    const isQuotation = node.type.name === 'quotation';
    if (!node.isTextblock && !isQuotation) return true;
    const drawn = isQuotation ? editor.view.nodeDOM(position)?.textContent : node.textContent;
    const letters = lettersOf(drawn ?? '');
    if (letters !== '') blocks.push({ position, letters });
    return false;
  });
  return blocks;
};

/** The block in which the caret stands, or the one before it; undefined where there is none. */
export const blockOfCaret = (editor: Editor): TextBlock | undefined =>
  textBlocksOf(editor).findLast(({ position }) => position <= editor.state.selection.from);

/** Puts the caret at a block, in sight. */
export const goToBlock = (editor: Editor, { position }: TextBlock): void => {
  const isAtom = editor.state.doc.nodeAt(position)?.isAtom === true;
  const chain = editor.chain();
  const placed = isAtom ? chain.focus().setNodeSelection(position) : chain.focus(position + 1);
  placed.scrollIntoView().run();
};
