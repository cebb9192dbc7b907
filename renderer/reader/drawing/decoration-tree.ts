/**
 * The decorations of a document, put together from those of its blocks. ProseMirror keeps decorations in a tree along
 * that of the document, but offers no way to exchange those of one block: its `remove` compares each with each, which
 * in a dense paragraph takes longer than to draw it. So ProseMirror makes the sets of the blocks, and the root above
 * them is made here, in the shape that its own constructor takes.
 */
import { type Decoration, DecorationSet } from '@tiptap/pm/view';
import type { TopBlock } from '../state/prepare-article.ts';

/** What is drawn over one block of the top level. */
export type TopDecorations = {
  readonly top: TopBlock;
  /** On the block itself. */
  readonly own: readonly Decoration[];
  /** Within it, at positions that count from where its content begins. */
  readonly inside: DecorationSet;
};

/** The decorations of the document. `tops` in its order. */
export const growTree = (tops: readonly TopDecorations[]): DecorationSet => {
  const own = tops.flatMap((each) => each.own);
  const children = tops
    .filter(({ inside }) => inside !== DecorationSet.empty)
    .flatMap(({ top: { node, position }, inside }) => [position, position + node.nodeSize, inside]);
  if (own.length === 0 && children.length === 0) return DecorationSet.empty;
  const root: unknown = Reflect.construct(DecorationSet, [own, children]);
  if (root instanceof DecorationSet) return root;
  throw new TypeError('ProseMirror makes something else of decorations');
};
