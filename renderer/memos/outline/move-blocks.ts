/**
 * Moving blocks of a memo: by keys, by their handle, and in the outline. Moved blocks keep their nodes, so that
 * judgements, citations and footnotes stay the same; a section that loses all of its blocks keeps an empty paragraph,
 * which is dropped again when a block is moved in.
 */
import type { Editor } from '@tiptap/core';
import { Fragment, type Node, type NodeRange } from '@tiptap/pm/model';
import {
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { beginStep } from '../state/editor-acts.ts';

export type Way = 1 | -1;
export type BlockRange = { readonly from: number; readonly to: number };

const isEmptyParagraph = (node: Node | null): boolean =>
  node?.type.name === 'paragraph' && node.content.size === 0;

/** Restores the selection within the blocks, which now begin at `start`. */
const keepSelection = (
  tr: Transaction,
  selection: Selection,
  { from, to }: BlockRange,
  start: number,
): void => {
  const by = start - from;
  const isWithin = selection.from >= from && selection.to <= to;
  if (!isWithin) return;
  if (selection instanceof NodeSelection) tr.setSelection(NodeSelection.create(tr.doc, selection.from + by));
  else if (selection instanceof TextSelection)
    tr.setSelection(TextSelection.create(tr.doc, selection.anchor + by, selection.head + by));
  else tr.setSelection(Selection.near(tr.doc.resolve(start + 1)));
};

/**
 * Moves whole blocks of one parent to `target`, a position between two blocks, with the selection. Returns where they
 * begin then.
 */
export const moveBlocks = (tr: Transaction, range: BlockRange, target: number): number => {
  const { from, to } = range;
  if (target >= from && target <= to) return from;
  const { selection } = tr;
  const $from = tr.doc.resolve(from);
  const moved = tr.doc.slice(from, to).content;
  const paragraph = tr.doc.type.schema.nodes.paragraph?.create() ?? null;
  const isAll = $from.depth > 0 && from === $from.start() && to === $from.end();
  const left = isAll && paragraph !== null ? Fragment.from(paragraph) : Fragment.empty;
  tr.replaceWith(from, to, left);
  const at = target < from ? target : target - (to - from) + left.size;
  const $at = tr.doc.resolve(at);
  const isOther = $at.depth === 1 && $at.start() !== $from.start();
  const givesWay = isOther && $at.parent.childCount === 1 && isEmptyParagraph($at.parent.firstChild);
  const [start, end] = givesWay ? [$at.start(), $at.end()] : [at, at];
  tr.replaceWith(start, end, moved);
  keepSelection(tr, selection, range, start);
  return start;
};

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList']);

/** The blocks of the selection: items of one list, else direct children of the section. */
const blocksOf = ({ selection: { $from, $to } }: EditorState): NodeRange | null => {
  const within = $from.blockRange($to, ({ type }) => LISTS.has(type.name));
  const isInCell = within !== null && within.depth > 0 && within.$from.node(2)?.type.name === 'table';
  const isWhole = within !== null && within.endIndex - within.startIndex === within.parent.childCount;
  if (within !== null && !isWhole && !isInCell) return within;
  return $from.blockRange($to, ({ type }) => type.name === 'section');
};

/**
 * The target of the blocks `from` to `to`, direct children of a section, for one step; null at the ends of the memo.
 */
export const blockTarget = (doc: Node, { from, to }: BlockRange, way: Way): number | null => {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const beside = way === 1 ? $to.nodeAfter : $from.nodeBefore;
  if (beside !== null) return way === 1 ? to + beside.nodeSize : from - beside.nodeSize;
  if ($from.parent.type.name !== 'section') return null;
  const edge = way === 1 ? $to.after() : $from.before();
  const next = way === 1 ? doc.resolve(edge).nodeAfter : doc.resolve(edge).nodeBefore;
  return next === null ? null : edge + way;
};

/** Moves the selected blocks up or down by one, also across the edge of their section. One undo step. */
export const stepBlocks = (editor: Editor, way: Way): boolean => {
  const range = blocksOf(editor.state);
  if (range === null) return false;
  const blocks = { from: range.start, to: range.end };
  const target = blockTarget(editor.state.doc, blocks, way);
  if (target === null) return false;
  return beginStep(editor)
    .command(({ tr }) => {
      moveBlocks(tr, blocks, target);
      tr.scrollIntoView();
      return true;
    })
    .run();
};

/** The section's direct child around a position, with its section; null outside of both. */
export const blockAt = (doc: Node, position: number): BlockRange | null => {
  const $at = doc.resolve(position);
  if ($at.depth >= 2) return { from: $at.before(2), to: $at.after(2) };
  const node = $at.depth === 1 ? $at.nodeAfter : null;
  return node === null ? null : { from: position, to: position + node.nodeSize };
};
