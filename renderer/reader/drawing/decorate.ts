/**
 * Turns layers into ProseMirror's decorations, near the window alone and block by block. A block that stays near the
 * window keeps its decorations as long as no layer has anything new over it; so a step of scrolling costs what comes
 * into the window, and a passage that is selected the blocks that it lies over.
 */
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { TextRange } from '#domain/passage/selector.ts';
import type { MappedBlock } from '#renderer/editor/position-map.ts';
import type { PreparedArticle } from '../text/prepare-article.ts';
import { isSameValue } from './is-same-value.ts';
import { blocksOver, type Drawing, type Layer } from './layer.ts';

export type Drawn = {
  /** The stretch of text that is decorated: what is seen, and a screen either side. */
  readonly window: TextRange;
  /** Outermost first. */
  readonly layers: readonly Layer[];
};

type DecoratedBlock = {
  /** What decided it, by layer. */
  readonly decidedBy: readonly (readonly unknown[] | null)[];
  readonly decorations: readonly Decoration[];
};

/** The decorations of the window, and how each of its blocks came to them. */
export type Decorated = {
  readonly set: DecorationSet;
  readonly blocks: ReadonlyMap<MappedBlock, DecoratedBlock>;
};

export const nothingDecorated: Decorated = { set: DecorationSet.empty, blocks: new Map() };

const toDecoration = (block: MappedBlock, drawing: Drawing): Decoration => {
  const { attributes } = drawing;
  if (drawing.on === 'block') return Decoration.node(block.from - 1, block.to + 1, { ...attributes });
  const shift = block.from - block.start;
  return Decoration.inline(drawing.start + shift, drawing.end + shift, {
    nodeName: drawing.nodeName,
    ...attributes,
  });
};

const decorateBlock = (
  block: MappedBlock,
  layers: readonly Layer[],
  before: DecoratedBlock | undefined,
): DecoratedBlock => {
  const over = layers.map((layer) => layer(block));
  const decidedBy = over.map((each) => each?.decidedBy ?? null);
  if (before !== undefined && isSameValue(before.decidedBy, decidedBy)) return before;
  const drawings = over.flatMap((each) => each?.draw() ?? []);
  // ProseMirror wraps the first of several decorations closest around the text.
  return { decidedBy, decorations: drawings.toReversed().map((drawing) => toDecoration(block, drawing)) };
};

/** The decorations of those blocks of `a` that are not the same in `b`. */
const decorationsOnlyIn = (a: Decorated['blocks'], b: Decorated['blocks']): Decoration[] =>
  [...a].flatMap(([block, decorated]) => (b.get(block) === decorated ? [] : decorated.decorations));

/** The decorations of what is near the window, made of those that were there `before`. */
export const decorate = (
  { doc, map }: Pick<PreparedArticle, 'doc' | 'map'>,
  { window, layers }: Drawn,
  before: Decorated = nothingDecorated,
): Decorated => {
  const blocks = new Map(
    blocksOver(map, window).map((block) => [block, decorateBlock(block, layers, before.blocks.get(block))]),
  );
  const set = before.set
    .remove(decorationsOnlyIn(before.blocks, blocks))
    .add(doc, decorationsOnlyIn(blocks, before.blocks));
  return { set, blocks };
};
