import type { Node } from '@tiptap/pm/model';
import { isEmptyBlock } from '#domain/memo/content/is-empty-block.ts';
import { isNumberedSection } from '#domain/memo/document/lay-paragraphs.ts';
import type { MemoBlock, SectionRole } from '#domain/memo/memo-content.ts';

type Selected = { readonly from: number; readonly to: number };

const isNumbered = (node: Node, parent: Node | null): boolean =>
  parent?.type.name === 'section' &&
  isNumberedSection({ role: parent.attrs.role as SectionRole }) &&
  !isEmptyBlock(node.toJSON() as MemoBlock);

/** A piece of one paragraph is words alone; what begins within one goes on without its number. */
const showsNumber = (pos: number, end: number, { from, to }: Selected): boolean =>
  from <= pos + 1 && (to >= end - 1 || from < pos);

/** The numbers, as they are printed, of the paragraphs that are selected, in reading order; null where one shows none. */
export const numbersIn = (doc: Node, selected: Selected): readonly (number | null)[] => {
  const numbers: (number | null)[] = [];
  let last = 0;
  doc.descendants((node, pos, parent) => {
    if (node.type.name !== 'paragraph') return;
    const number = isNumbered(node, parent) ? ++last : null;
    const end = pos + node.nodeSize;
    if (end <= selected.from || pos >= selected.to) return;
    numbers.push(number !== null && showsNumber(pos, end, selected) ? number : null);
  });
  return numbers;
};

/** How many paragraphs are copied: where they are others than those of the selection, none shows a number. */
export const countParagraphs = (nodes: readonly Node[]): number =>
  nodes.reduce(
    (count, node) => count + (node.type.name === 'paragraph' ? 1 : countParagraphs(node.children)),
    0,
  );
