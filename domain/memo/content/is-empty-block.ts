import { inlineOfNote, type MemoBlock, type MemoInline } from '../memo-content.ts';

const isEmptyInline = (node: MemoInline): boolean => {
  if (node.type === 'citation' || node.type === 'reference') return false;
  if (node.type === 'text') return node.text.trim() === '';
  return node.type === 'footnote' ? inlineOfNote(node.attrs).every(isEmptyInline) : true;
};

/** Whether a block is empty, and so not printed. A judgement without a statement is empty. */
export const isEmptyBlock = (block: MemoBlock): boolean => {
  switch (block.type) {
    case 'paragraph':
    case 'judgement':
      return (block.content ?? []).every(isEmptyInline);
    case 'heading':
      return (block.content ?? []).every(({ text }) => text.trim() === '');
    case 'quotation':
    case 'figure':
    case 'pageBreak':
      return false;
    case 'ownQuotation':
      return block.content.every(isEmptyBlock);
    case 'bulletList':
    case 'orderedList':
      return block.content.every((item) => item.content.every(isEmptyBlock));
    case 'table':
      return block.content.every((row) => row.content.every((cell) => cell.content.every(isEmptyBlock)));
  }
};
