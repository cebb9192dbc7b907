/** The parts of a memo for its outline, and the acts on them, each as one undo step. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';
import { isEmptyBlock } from '#domain/memo/content/is-empty-block.ts';
import type { MemoBlock, SectionGuide } from '#domain/memo/memo-content.ts';
import { sayDone, sayHint } from '#renderer/window/notices.ts';
import { beginStep } from '../state/editor-acts.ts';
import { type BlockRange, blockTarget, moveBlocks, type Way } from './move-blocks.ts';

/**
 * A section, a sub-heading with everything below it, or a judgement. `from` and `to` include everything that moves with
 * it.
 */
export type OutlinePart = BlockRange & {
  readonly kind: 'section' | 'heading' | 'judgement';
  /** The first text position in it, for the caret. */
  readonly caret: number;
  readonly name: string;
  readonly level: number;
  /** Whether the memo's form requires it. */
  readonly isRequired: boolean;
  /** Whether it is empty; only for sections. */
  readonly isEmpty: boolean;
};

const isEmptySection = (section: Node): boolean =>
  section.children.every((block) => isEmptyBlock(block.toJSON() as MemoBlock));

const sectionPart = (section: Node, from: number): OutlinePart => ({
  kind: 'section',
  from,
  to: from + section.nodeSize,
  caret: from + 2,
  name: String(section.attrs.heading ?? ''),
  level: 0,
  isRequired: (section.attrs.guide as SectionGuide | undefined)?.isRequired === true,
  isEmpty: isEmptySection(section),
});

/** The end of a sub-heading's part: before the next one that is not below it. */
const endOfPart = (section: Node, index: number, from: number): number => {
  const level = Number(section.child(index).attrs.level);
  let end = from;
  for (let at = index; at < section.childCount; at += 1) {
    const block = section.child(at);
    if (at > index && block.type.name === 'heading' && Number(block.attrs.level) <= level) break;
    end += block.nodeSize;
  }
  return end;
};

/** Non-empty judgements have a number, wherever they are. */
const countJudgements = (block: Node): number => {
  if (block.type.name === 'judgement') return isEmptyBlock(block.toJSON() as MemoBlock) ? 0 : 1;
  return block.isTextblock || block.isAtom
    ? 0
    : block.children.reduce((count, each) => count + countJudgements(each), 0);
};

type Line = { readonly section: Node; readonly index: number; readonly from: number };
/** Counts before a block: judgements of the memo, and the level of the sub-heading above it. */
type Counted = { readonly judgements: number; readonly below: number };

/** The line of a block; null if it has none. */
const blockPart = ({ section, index, from }: Line, { judgements, below }: Counted): OutlinePart | null => {
  const block = section.child(index);
  const words = block.textContent.trim();
  const common = { from, caret: from + 1, isRequired: false, isEmpty: false } as const;
  if (words === '') return null;
  if (block.type.name === 'heading')
    return { ...common, kind: 'heading', to: endOfPart(section, index, from), name: words, level: below };
  if (block.type.name !== 'judgement') return null;
  const to = from + block.nodeSize;
  return { ...common, kind: 'judgement', to, name: `${judgements}. ${words}`, level: below + 1 };
};

/** The parts of the memo in reading order. Empty ones have no line, except sections. */
export const partsOf = (doc: Node): readonly OutlinePart[] => {
  const parts: OutlinePart[] = [];
  let judgements = 0;
  doc.forEach((section, sectionAt) => {
    parts.push(sectionPart(section, sectionAt));
    let below = 0;
    section.forEach((block, offset, index) => {
      judgements += countJudgements(block);
      if (block.type.name === 'heading') below = Number(block.attrs.level);
      const part = blockPart({ section, index, from: sectionAt + 1 + offset }, { judgements, below });
      if (part !== null) parts.push(part);
    });
  });
  return parts;
};

/** The start of the sub-heading's part before the one at `index`; null if there is none. */
const startOfPeer = (section: Node, index: number, from: number): number | null => {
  const level = Number(section.child(index).attrs.level);
  let start = from;
  for (let at = index - 1; at >= 0; at -= 1) {
    const { type, attrs, nodeSize } = section.child(at);
    start -= nodeSize;
    if (type.name === 'heading' && Number(attrs.level) <= level) return start;
  }
  return null;
};

/**
 * The target of a sub-heading with its blocks for one step: past the next part of its level, else out of its section.
 */
const headingTarget = (doc: Node, { from, to }: BlockRange, way: Way): number | null => {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const section = $from.parent;
  if (way === 1) {
    const isLast = $to.nodeAfter === null;
    return isLast ? blockTarget(doc, { from: to, to }, way) : endOfPart(section, $to.index(), to);
  }
  const peer = startOfPeer(section, $from.index(), from);
  if (peer !== null) return peer;
  const start = $from.start();
  return $from.index() > 0 ? start : blockTarget(doc, { from: start, to: start }, way);
};

const sectionTarget = (doc: Node, { from, to }: BlockRange, way: Way): number | null => {
  const beside = way === 1 ? doc.resolve(to).nodeAfter : doc.resolve(from).nodeBefore;
  if (beside === null) return null;
  return way === 1 ? to + beside.nodeSize : from - beside.nodeSize;
};

const targetOf = (doc: Node, part: OutlinePart, way: Way): number | null => {
  if (part.kind === 'section') return sectionTarget(doc, part, way);
  return part.kind === 'heading' ? headingTarget(doc, part, way) : blockTarget(doc, part, way);
};

const asStep = (editor: Editor, change: (tr: Transaction) => void): void => {
  beginStep(editor)
    .command(({ tr }) => {
      change(tr);
      return true;
    })
    .run();
};

/** Moves a part with everything below it; returns its new start, null if it did not move. */
export const stepPart = (editor: Editor, part: OutlinePart, way: Way): number | null => {
  const target = targetOf(editor.state.doc, part, way);
  return target === null ? null : putPart(editor, part, target);
};

/** Moves a part to a position between two blocks, or two sections. */
export const putPart = (editor: Editor, part: OutlinePart, target: number): number => {
  let start = part.from;
  asStep(editor, (tr) => {
    start = moveBlocks(tr, part, target);
  });
  return start;
};

export type Drop = {
  readonly dragged: OutlinePart;
  readonly over: OutlinePart;
  /** Whether it was dropped at the upper edge. */
  readonly isBefore: boolean;
};

const sectionDrop = (doc: Node, { over, isBefore }: Drop): number => {
  if (over.kind === 'section') return isBefore ? over.from : over.to;
  return doc.resolve(over.from).after(1);
};

const blockDrop = (doc: Node, { dragged, over, isBefore }: Drop): number => {
  if (over.kind === 'section') return isBefore && over.from > 0 ? over.from - 1 : over.from + 1;
  if (isBefore) return over.from;
  const isBelowLine = over.kind === 'heading' && dragged.kind === 'judgement';
  return isBelowLine ? over.from + (doc.nodeAt(over.from)?.nodeSize ?? 0) : over.to;
};

/** The target of a part dropped on another one, before or after it; null if it does not move. */
export const dropTarget = (doc: Node, drop: Drop): number | null => {
  const { dragged, over } = drop;
  if (over.from >= dragged.from && over.to <= dragged.to) return null;
  return dragged.kind === 'section' ? sectionDrop(doc, drop) : blockDrop(doc, drop);
};

const MAX_SECTION = 200;

/** Renames a section or a sub-heading; an empty name changes nothing. */
export const renamePart = (editor: Editor, { kind, from }: OutlinePart, name: string): void => {
  const words = name.trim().slice(0, MAX_SECTION);
  const node = editor.state.doc.nodeAt(from);
  if (words === '' || node === null) return;
  asStep(editor, (tr) => {
    if (kind === 'section') tr.setNodeAttribute(from, 'heading', words);
    else tr.replaceWith(from + 1, from + node.nodeSize - 1, editor.schema.text(words));
  });
};

/** Removes a section with its text, a judgement, or the line of a sub-heading. */
export const removePart = (editor: Editor, { kind, from, name, isRequired }: OutlinePart): boolean => {
  const { doc } = editor.state;
  const node = doc.nodeAt(from);
  if (node === null) return false;
  if (kind === 'section' && doc.childCount === 1) {
    sayHint('A memo needs at least one section');
    return false;
  }
  asStep(editor, (tr) => {
    const $from = tr.doc.resolve(from);
    const isLast = kind !== 'section' && $from.parent.childCount === 1;
    const paragraph = editor.schema.nodes.paragraph?.create() ?? null;
    tr.replaceWith(from, from + node.nodeSize, isLast && paragraph !== null ? paragraph : []);
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size))));
  });
  sayDone(isRequired ? `Removed “${name}”, which the form asks for` : `Removed “${name}”`);
  return true;
};

/** A line of the outline: a part without its positions, which change with each letter typed before it. */
export type OutlineLine = Pick<OutlinePart, 'kind' | 'name' | 'level' | 'isRequired' | 'isEmpty'>;

export type Outline = { readonly lines: readonly OutlineLine[]; readonly current: number };

/** The lines of the outline, and the one at the caret. */
export const outlineOf = ({ editor }: { readonly editor: Editor }): Outline => {
  const { doc, selection } = editor.state;
  const parts = partsOf(doc);
  return {
    lines: parts.map(({ kind, name, level, isRequired, isEmpty }) => ({
      kind,
      name,
      level,
      isRequired,
      isEmpty,
    })),
    current: parts.findLastIndex(({ caret }) => caret <= selection.from + 1),
  };
};

/** The part of a line. */
export const partAt = (editor: Editor, at: number): OutlinePart | null =>
  partsOf(editor.state.doc)[at] ?? null;

/** The section at the caret, as a part. */
export const sectionAtCaret = (editor: Editor): OutlinePart | null => {
  const { doc, selection } = editor.state;
  const from = selection.$from.depth === 0 ? selection.from : selection.$from.before(1);
  const section = doc.nodeAt(from);
  return section?.type.name === 'section' ? sectionPart(section, from) : null;
};
