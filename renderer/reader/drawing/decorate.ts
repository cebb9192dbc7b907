/**
 * Turns layers into ProseMirror decorations, only near the window and block by block. A block that stays near the
 * window keeps its decorations until a layer changes over it; so a step of scrolling only costs the new blocks, and
 * selecting a passage the blocks that it covers.
 */

import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { TextRange } from '#domain/text/selector.ts';
import type { MappedBlock } from '#renderer/editor/position-map.ts';
import type { Drawn } from '../state/layer.ts';
import { blocksOver, type Drawing, type Layer } from '../state/layer.ts';
import type { PreparedArticle, TopBlock } from '../state/prepare-article.ts';

/**
 * The decorations of a document, assembled from those of its blocks. ProseMirror keeps decorations in a tree like the
 * document's, but has no way to exchange those of one block: its `remove` compares each with each, which in a dense
 * paragraph takes longer than to draw it. So ProseMirror builds the sets of the blocks, and their root is built here,
 * in the shape that its own constructor takes.
 */

/** The decorations of one top-level block. */
type TopDecorations = {
  readonly top: TopBlock;
  /** On the block itself. */
  readonly own: readonly Decoration[];
  /** Inside it, at positions relative to the start of its content. */
  readonly inside: DecorationSet;
};

/** The decorations of the document, from `tops` in its order. */
const growTree = (tops: readonly TopDecorations[]): DecorationSet => {
  const own = tops.flatMap((each) => each.own);
  const children = tops
    .filter(({ inside }) => inside !== DecorationSet.empty)
    .flatMap(({ top: { node, position }, inside }) => [position, position + node.nodeSize, inside]);
  if (own.length === 0 && children.length === 0) return DecorationSet.empty;
  const root: unknown = Reflect.construct(DecorationSet, [own, children]);
  if (root instanceof DecorationSet) return root;
  throw new TypeError('ProseMirror makes something else of decorations');
};

type DecoratedBlock = {
  /** The values that each layer depended on. */
  readonly decidedBy: readonly (readonly unknown[] | null)[];
  readonly drawings: readonly Drawing[];
};

type DecoratedTop = TopDecorations & { readonly blocks: ReadonlyMap<MappedBlock, DecoratedBlock> };

/** The decorations of the window, with the inputs for each of its blocks. */
export type Decorated = {
  readonly set: DecorationSet;
  readonly tops: ReadonlyMap<TopBlock, DecoratedTop>;
};

export const nothingDecorated: Decorated = { set: DecorationSet.empty, tops: new Map() };

type Named = Readonly<Record<string, unknown>>;
const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null;

/** Whether two values made of lists, plain objects and primitives are deeply equal. */
const isSameValue = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (!isNamed(a) || !isNamed(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSameValue(a[name], b[name]));
};

const drawBlock = (
  block: MappedBlock,
  layers: readonly Layer[],
  before: DecoratedBlock | undefined,
): DecoratedBlock => {
  const over = layers.map((layer) => layer(block));
  const decidedBy = over.map((each) => each?.decidedBy ?? null);
  if (before !== undefined && isSameValue(before.decidedBy, decidedBy)) return before;
  return { decidedBy, drawings: over.flatMap((each) => each?.draw() ?? []) };
};

/** A drawing at positions relative to `origin`. */
const toDecoration = (block: MappedBlock, drawing: Drawing, origin: number): Decoration => {
  const from = block.from - origin;
  if (drawing.on === 'block') {
    return Decoration.node(from - 1, block.to - origin + 1, { ...drawing.attributes });
  }
  const shift = from - block.start;
  const { nodeName, attributes } = drawing;
  return Decoration.inline(drawing.start + shift, drawing.end + shift, { nodeName, ...attributes });
};

const isSameMap = <K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

const decorateTop = (
  top: TopBlock,
  blocks: ReadonlyMap<MappedBlock, DecoratedBlock>,
  before: DecoratedTop | undefined,
): DecoratedTop => {
  if (before !== undefined && isSameMap(blocks, before.blocks)) return before;
  const own: Decoration[] = [];
  const inside: Decoration[] = [];
  for (const [block, { drawings }] of blocks) {
    // ProseMirror puts the first of several decorations innermost.
    for (const drawing of drawings.toReversed()) {
      if (drawing.on === 'block' && block.from - 1 === top.position)
        own.push(toDecoration(block, drawing, 0));
      else inside.push(toDecoration(block, drawing, top.position + 1));
    }
  }
  return { top, blocks, own, inside: DecorationSet.create(top.node, inside) };
};

type Paper = Pick<PreparedArticle, 'doc' | 'map' | 'topBlocks'>;

/** The textblocks of `window`, by top-level block. */
const blocksByTop = ({ map, topBlocks }: Paper, window: TextRange): Map<TopBlock, MappedBlock[]> => {
  const byTop = new Map<TopBlock, MappedBlock[]>();
  for (const block of blocksOver(map, window)) {
    const top = topBlocks.get(block);
    if (top === undefined) continue;
    const list = byTop.get(top);
    if (list === undefined) byTop.set(top, [block]);
    else list.push(block);
  }
  return byTop;
};

/** The decorations near the window, reusing those of `before`. */
export const decorate = (
  paper: Paper,
  { window, layers }: Drawn,
  before: Decorated = nothingDecorated,
): Decorated => {
  const tops = new Map<TopBlock, DecoratedTop>();
  for (const [top, blocks] of blocksByTop(paper, window)) {
    const known = before.tops.get(top);
    const drawn = blocks.map((block) => [block, drawBlock(block, layers, known?.blocks.get(block))] as const);
    tops.set(top, decorateTop(top, new Map(drawn), known));
  }
  return isSameMap(tops, before.tops) ? before : { set: growTree([...tops.values()]), tops };
};
