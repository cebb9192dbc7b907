/**
 * Draws reviewers' remarks over the text of a memo: words that a comment is about, words that a suggestion deletes, and
 * those that it inserts. None of it is in the text: it is neither saved, copied nor printed.
 */
import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { RemarkId } from '#domain/ids.ts';
import type { WrittenPlace } from '#domain/memo/round/carry-places.ts';
import type { Remark, Suggestion } from '#domain/memo/round/remark.ts';
import { focusText } from '../state/focus-text.ts';

/** A drawn remark, with its place. */
export type DrawnRemark = {
  readonly remark: Remark;
  readonly place: WrittenPlace;
  /** Its rank among alternative changes of the same words, from 1; 0 if it is the only one. */
  readonly rank: number;
};

type Asked = { readonly drawn: readonly DrawnRemark[]; readonly current: ReadonlySet<RemarkId> };

/** The nodes that `writtenBlocks` counts, by its rule. */
const WRITTEN: ReadonlySet<string> = new Set([
  'section',
  'paragraph',
  'heading',
  'figure',
  'judgement',
  'quotation',
  'table',
]);

/** The position of each block with words, in reading order. */
export const blockPositions = (doc: Node): readonly number[] => {
  const positions: number[] = [];
  doc.descendants((node, position) => {
    if (WRITTEN.has(node.type.name)) positions.push(position);
    return !node.isTextblock;
  });
  return positions;
};

/** The editor range of a place in a memo; the whole block if it is not in editor text. */
export const rangeOfPlace = (
  doc: Node,
  { block, field, start, end }: WrittenPlace,
  positions = blockPositions(doc),
): { readonly from: number; readonly to: number; readonly isBlock: boolean } | null => {
  const position = positions[block];
  const node = position === undefined ? null : doc.nodeAt(position);
  if (position === undefined || node === null) return null;
  if (field !== 'text' || !node.isTextblock)
    return { from: position, to: position + node.nodeSize, isBlock: true };
  const { size } = node.content;
  return {
    from: position + 1 + Math.min(start, size),
    to: position + 1 + Math.min(end, size),
    isBlock: false,
  };
};

/** The place of the selection, or of the block at the caret; null outside of blocks with words. */
export const placeOfSelection = ({ state: { doc, selection } }: Editor): WrittenPlace | null => {
  const positions = blockPositions(doc);
  const block = positions.findLastIndex((position) => position <= selection.from);
  const position = positions[block] ?? 0;
  const node = doc.nodeAt(position);
  if (block === -1 || node === null) return null;
  // A node without text of its own counts as a whole.
  if (node.isAtom) return { block, field: 'text', start: 0, end: 1 };
  if (!node.isTextblock) return null;
  const { size } = node.content;
  const within = (at: number): number => Math.min(size, Math.max(0, at - position - 1));
  const [start, end] = selection.empty ? [0, size] : [within(selection.from), within(selection.to)];
  return { block, field: 'text', start, end };
};

const inserted = (text: string, rank: number): HTMLElement => {
  const ins = document.createElement('span');
  ins.className = 'remark-inserted';
  ins.textContent = text;
  if (rank > 0) ins.dataset.rank = String(rank);
  // Not part of the text; screen readers get it from the panel.
  ins.setAttribute('aria-hidden', 'true');
  return ins;
};

type Range = NonNullable<ReturnType<typeof rangeOfPlace>>;

const over = ({ from, to, isBlock }: Range, look: string): readonly Decoration[] => {
  if (isBlock) return [Decoration.node(from, to, { class: look })];
  return from === to ? [] : [Decoration.inline(from, to, { class: look })];
};

type Look = { readonly id: string; readonly rank: number; readonly isCurrent: boolean };

const behind = (position: number, text: string, { id, rank, isCurrent }: Look): Decoration =>
  Decoration.widget(
    position,
    () => {
      const ins = inserted(text, rank);
      if (isCurrent) ins.dataset.current = '';
      return ins;
    },
    { side: 1 + rank, key: `${id} ${rank} ${isCurrent}`, ignoreSelection: true, marks: [] },
  );

const ofSuggestion = (
  { change }: Suggestion,
  range: Range,
  block: { readonly from: number; readonly to: number },
  look: Look,
): readonly Decoration[] => {
  const now = look.isCurrent ? ' remark-current' : '';
  const atEnd = (text: string): Decoration => behind(block.to, text, look);
  switch (change.kind) {
    case 'words':
      if (range.isBlock) return over(range, `remark-changed${now}`);
      return [
        ...over(range, `remark-deleted${now}`),
        ...(change.text === '' ? [] : [behind(range.to, change.text, look)]),
      ];
    case 'format':
      return over(range, `remark-changed${now}`);
    case 'insert-block':
      return [behind(change.isBefore ? block.from : block.to, `¶ ${change.text}`, look)];
    case 'split':
      return [behind(range.from, '¶', look)];
    case 'join':
      return [atEnd('→')];
    case 'remove-block':
      return over({ ...block, isBlock: false }, `remark-deleted${now}`);
    case 'move':
      return over({ ...block, isBlock: false }, `remark-changed${now}`);
  }
};

const blockRange = (doc: Node, position: number): { readonly from: number; readonly to: number } => {
  const node = doc.nodeAt(position);
  return node?.isTextblock === true
    ? { from: position + 1, to: position + 1 + node.content.size }
    : { from: position, to: position + (node?.nodeSize ?? 0) };
};

const decorationsOf = (
  doc: Node,
  positions: readonly number[],
  { remark, place, rank }: DrawnRemark,
  isCurrent: boolean,
): readonly Decoration[] => {
  const range = rangeOfPlace(doc, place, positions);
  const position = positions[place.block];
  if (range === null || position === undefined) return [];
  if (remark.kind === 'comment' || remark.refusal !== null)
    return over(range, `remark-commented${isCurrent ? ' remark-current' : ''}`);
  return ofSuggestion(remark, range, blockRange(doc, position), { id: remark.id, rank, isCurrent });
};

const draw = (doc: Node, { drawn, current }: Asked): DecorationSet => {
  if (drawn.length === 0) return DecorationSet.empty;
  const positions = blockPositions(doc);
  return DecorationSet.create(
    doc,
    drawn.flatMap((each) => [...decorationsOf(doc, positions, each, current.has(each.remark.id))]),
  );
};

const key = new PluginKey<DecorationSet>('showRemarks');

/** Moves the drawings along while typing; they are redrawn when the places have been computed again. */
export const ShowRemarks = Extension.create({
  name: 'showRemarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const asked: unknown = transaction.getMeta(key);
          if (asked !== undefined) return draw(transaction.doc, asked as Asked);
          return transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before;
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

export const showRemarks = ({ view }: Editor, asked: Asked): void => {
  if (asked.drawn.length === 0 && key.getState(view.state) === DecorationSet.empty) return;
  view.dispatch(view.state.tr.setMeta(key, asked).setMeta('addToHistory', false));
};

/** Moves the caret to a remark, and selects its words. */
export const goToWritten = (editor: Editor, place: WrittenPlace): void => {
  const { doc, tr } = editor.state;
  const range = rangeOfPlace(doc, place);
  if (range === null) return;
  const selection = range.isBlock
    ? TextSelection.near(doc.resolve(range.from))
    : TextSelection.create(doc, range.from, range.to);
  // The text scrolls to a selection only while it has the focus.
  focusText(editor);
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
};

/** Scrolls the text to the first current remark, if that is out of view. */
export const revealCurrent = ({ view }: Editor): void =>
  view.dom
    .querySelector('.remark-current, .remark-inserted[data-current]')
    ?.scrollIntoView({ block: 'nearest' });
