/**
 * Moving the caret of a memo by keys. Each step is computed from the document and from the rendered positions: Chromium
 * finds no position on a line that is entirely a quotation, nor past the heading field of a section, and jumps to the
 * end of the memo or does not move.
 */
import { type Editor, Extension } from '@tiptap/core';
import { GapCursor } from '@tiptap/pm/gapcursor';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import { cellAround, nextCell } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { JUDGEMENT_FIELDS } from '../state/focus-text.ts';

type Way = 1 | -1;
type Drawn = { readonly top: number; readonly bottom: number; readonly left: number };

export type LineStep = {
  readonly way: Way;
  /** The column that the caret keeps. */
  readonly column: number;
  /** The rendered caret at a position of the document. */
  readonly drawnAt: (position: number) => Drawn;
  /** The rendered caret, if it differs from that of its position: after the last word of a wrapped line. */
  readonly here?: Drawn | null;
  /** Whether it only moves to text: a growing selection does not end on a figure or between two tables. */
  readonly isText: boolean;
};

/** Positions on one line overlap more than those of closely set lines. */
const isOneLine = (a: Drawn, b: Drawn): boolean => {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap > Math.min(a.bottom - a.top, b.bottom - b.top) / 3;
};

const edgeOf = ($in: ResolvedPos, way: Way): number => (way === 1 ? $in.end() : $in.start());

/** The position nearest to the column on the line that begins at `$from`, searching in its direction. */
const placeOnLine = ($from: ResolvedPos, { way, column, drawnAt }: LineStep): ResolvedPos => {
  const limit = edgeOf($from, way);
  const first = drawnAt($from.pos);
  let best = { at: $from.pos, distance: Math.abs(first.left - column) };
  for (let at = $from.pos; at !== limit; ) {
    at += way;
    const drawn = drawnAt(at);
    if (!isOneLine(first, drawn)) break;
    const distance = Math.abs(drawn.left - column);
    if (distance < best.distance) best = { at, distance };
  }
  const start = $from.start();
  const text = $from.parent.textBetween(0, $from.parent.content.size, null, '\ufffc');
  const offset = best.at - start;
  return $from.doc.resolve(start + snapToGraphemes(text, { start: offset, end: offset }).start);
};

/** The position on the next line of the same block; null if the block has none. */
const placeInBlock = ($from: ResolvedPos, step: LineStep): ResolvedPos | null => {
  const limit = edgeOf($from, step.way);
  const here = step.here ?? step.drawnAt($from.pos);
  for (let at = $from.pos; at !== limit; ) {
    at += step.way;
    if (!isOneLine(here, step.drawnAt(at))) return placeOnLine($from.doc.resolve(at), step);
  }
  return null;
};

const enter = (found: Selection, step: LineStep): Selection =>
  found instanceof TextSelection
    ? new TextSelection(placeOnLine(step.way === 1 ? found.$from : found.$to, step))
    : found;

/** The cell at the column, in the row of `$cell`. */
const cellAtColumn = ($cell: ResolvedPos, { column, drawnAt }: LineStep): ResolvedPos => {
  let found = $cell.start();
  $cell.parent.forEach((_, offset) => {
    const at = $cell.start() + offset;
    if (drawnAt(at + 2).left <= column + 1) found = at;
  });
  return $cell.doc.resolve(found);
};

const enterCell = ($cell: ResolvedPos, step: LineStep): Selection | null => {
  const inside = $cell.pos + (step.way === 1 ? 1 : ($cell.nodeAfter?.nodeSize ?? 2) - 1);
  const found = Selection.findFrom($cell.doc.resolve(inside), step.way, true);
  return found && enter(found, step);
};

/** A gap cursor at the edge of a section, if the node there has no text position beside it. */
const gapAt = ($edge: ResolvedPos, node: Node | null): GapCursor | null =>
  node !== null && (node.isAtom || node.type.name === 'table') ? new GapCursor($edge) : null;

/** The gap before or after a table, figure or quotation at the edge of a section, when moving into or out of it. */
const gapBefore = ($edge: ResolvedPos, next: Selection | null, way: Way): GapCursor | null => {
  if (next?.$from.index(0) === $edge.index(0)) return null;
  const isAtEdge = $edge.pos === (way === 1 ? $edge.end(1) : $edge.start(1));
  const own = isAtEdge ? gapAt($edge, way === 1 ? $edge.nodeBefore : $edge.nodeAfter) : null;
  if (own !== null || next === null) return own;
  const $gap = $edge.doc.resolve(way === 1 ? next.$from.start(1) : next.$from.end(1));
  return gapAt($gap, way === 1 ? $gap.nodeAfter : $gap.nodeBefore);
};

const pastTable = ($cell: ResolvedPos, way: Way): ResolvedPos =>
  $cell.doc.resolve(way === 1 ? $cell.after(-1) : $cell.before(-1));

/** Leaves a cell: to the one below or above, or past the table. */
const leaveCell = ($cell: ResolvedPos, step: LineStep): Selection | null => {
  const $other = nextCell($cell, 'vert', step.way);
  if ($other !== null) return enterCell($other, step);
  return leaveBlock(pastTable($cell, step.way), step);
};

/** Leaves a block: to the cell below or above, the next block, or a gap before it; null at the end of the memo. */
const leaveBlock = ($edge: ResolvedPos, step: LineStep, isFromGap = false): Selection | null => {
  const { way, isText } = step;
  const next = Selection.findFrom($edge, way, isText);
  const $cell = cellAround($edge);
  const $into = next && cellAround(next.$from);
  if ($cell !== null && $cell.pos !== $into?.pos) return leaveCell($cell, step);
  const gap = isText || isFromGap ? null : gapBefore($edge, next, way);
  if (gap !== null || next === null) return gap;
  if ($cell !== null || $into === null) return enter(next, step);
  // A growing selection includes a table as a whole.
  return isText ? leaveBlock(pastTable($into, way), step) : enterCell(cellAtColumn($into, step), step);
};

/** Where a selection moves from: its end in that direction, or its head if it grows. */
const leadingOf = (selection: Selection, way: Way, isGrowing: boolean): ResolvedPos => {
  if (selection instanceof TextSelection && (isGrowing || selection.empty)) return selection.$head;
  return way === 1 ? selection.$to : selection.$from;
};

/** Moves a selection by one line; null if there is no further one. */
export const stepLine = (selection: Selection, step: LineStep): Selection | null => {
  const { way } = step;
  const { doc } = selection.$head;
  if (!selection.$from.parent.inlineContent) {
    return leaveBlock(way === 1 ? selection.$to : selection.$from, step, selection instanceof GapCursor);
  }
  const $from = leadingOf(selection, way, step.isText);
  const $place = placeInBlock($from, step);
  if ($place !== null) return new TextSelection($place);
  const edge = doc.resolve(way === 1 ? $from.after() : $from.before());
  return leaveBlock(edge, step) ?? new TextSelection(doc.resolve(edgeOf($from, way)));
};

/** Whether a selection in a table grows out of its cell: whole cells are selected then. */
const takesCells = ({ $anchor, $head }: Selection, gone: Selection): boolean => {
  const [$from, $cell] = [cellAround($anchor), cellAround($head)];
  if ($from === null || $cell === null || $from.start(-1) !== $cell.start(-1)) return false;
  return cellAround(gone.$head)?.pos !== $cell.pos;
};

const isMoved = (selection: Selection): boolean =>
  selection instanceof TextSelection || selection instanceof NodeSelection || selection instanceof GapCursor;

const select = ({ state, view }: Editor, selection: Selection): true => {
  view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  return true;
};

type Kept = {
  selection: Selection | null;
  column: number;
  /** The position that was clicked at the end of the previous line, where the browser draws the caret. */
  pressedAbove: number | null;
};
type Move = { readonly way: Way; readonly isGrowing: boolean };

const topOf = ({ view }: Editor, { head }: Selection): number => view.coordsAtPos(head, 1).top;

/** The visible height of the text, less the overlap of two pages. */
const pageHeight = (view: EditorView): number => {
  let shown: Element = view.dom;
  while (shown.parentElement !== null && shown.scrollHeight <= shown.clientHeight)
    shown = shown.parentElement;
  return shown.clientHeight * 0.85;
};

const grow = ({ $anchor }: Selection, { $head }: Selection): Selection =>
  TextSelection.between($anchor, $head);

/** Repeats the step from a selection until it is enough. */
const walk = (from: Selection, step: LineStep, isEnough: (gone: Selection) => boolean): Selection => {
  const next = stepLine(from, step);
  if (next === null || next.eq(from)) return from;
  return isEnough(next) ? next : walk(next, { ...step, here: null }, isEnough);
};

/** Moves by lines, until `isEnough`. */
const moveLines = (
  editor: Editor,
  kept: Kept,
  { way, isGrowing }: Move,
  isEnough: (gone: Selection) => boolean,
): boolean => {
  const { selection } = editor.state;
  if (!isMoved(selection)) return false;
  const drawnAt = (position: number): Drawn => editor.view.coordsAtPos(position, 1);
  const { head, from, to } = selection;
  const leading = way === 1 ? to : from;
  const column = kept.selection === selection ? kept.column : drawnAt(isGrowing ? head : leading).left;
  const here = kept.pressedAbove === head ? editor.view.coordsAtPos(head, -1) : null;
  const gone = walk(selection, { way, column, drawnAt, here, isText: isGrowing }, isEnough);
  if (isGrowing && takesCells(selection, gone)) return false;
  select(editor, isGrowing ? grow(selection, gone) : gone);
  Object.assign(kept, { selection: editor.state.selection, column, pressedAbove: null });
  return true;
};

/** The detail lines of a judgement, between its statement and the following block: fields, not text of the memo. */
const linesOf = ({ view }: Editor, $in: ResolvedPos): readonly HTMLTextAreaElement[] => {
  const judgement = $in.parent.type.name === 'judgement' ? view.nodeDOM($in.before()) : null;
  return judgement instanceof HTMLElement
    ? [...judgement.querySelectorAll<HTMLTextAreaElement>(`${JUDGEMENT_FIELDS} textarea`)]
    : [];
};

/** ↓ from a statement moves to the first line of its judgement, ↑ from below to the last one. */
const moveLine = (editor: Editor, kept: Kept, move: Move): boolean => {
  const { $head: $from } = editor.state.selection;
  if (!moveLines(editor, kept, move, () => true)) return false;
  const { $head: $to } = editor.state.selection;
  if (move.isGrowing || $from.sameParent($to)) return true;
  const lines = linesOf(editor, move.way === 1 ? $from : $to);
  const line = move.way === 1 ? lines[0] : lines.at(-1);
  line?.focus();
  const caret = move.way === 1 ? 0 : (line?.value.length ?? 0);
  line?.setSelectionRange(caret, caret);
  return true;
};

const movePage = (editor: Editor, kept: Kept, move: Move): boolean => {
  const from = topOf(editor, editor.state.selection);
  const height = pageHeight(editor.view);
  return moveLines(editor, kept, move, (gone) => Math.abs(topOf(editor, gone) - from) >= height);
};

/**
 * To the start or end of the line. If the line ends within a word, the browser does it: only it can draw the caret
 * after the last letter.
 */
const moveOnLine = (editor: Editor, { way, isGrowing }: Move): boolean => {
  const { doc, selection } = editor.state;
  const $head = leadingOf(selection, way, isGrowing);
  if (!$head.parent.inlineContent) return false;
  const limit = edgeOf($head, way);
  const first = editor.view.coordsAtPos($head.pos, 1);
  let at = $head.pos;
  while (at !== limit && isOneLine(first, editor.view.coordsAtPos(at + way, 1))) at += way;
  const behind = doc.resolve(at).nodeAfter;
  if (way === 1 && at !== limit && behind?.isText === true && !/^\s/u.test(behind.text ?? '')) return false;
  const to = new TextSelection(doc.resolve(at));
  return select(editor, isGrowing ? grow(selection, to) : to);
};

const moveToEdge = (editor: Editor, { way, isGrowing }: Move): true => {
  const { doc, selection } = editor.state;
  const edge = way === 1 ? Selection.atEnd(doc) : Selection.atStart(doc);
  return select(editor, isGrowing ? grow(selection, edge) : edge);
};

/** To the beginning of this paragraph, or of the previous or next one. */
const moveParagraph = (editor: Editor, { way, isGrowing }: Move): boolean => {
  const { doc, selection } = editor.state;
  const { $head } = selection;
  if (!(selection instanceof TextSelection)) return false;
  const isWithin = way === -1 && $head.parentOffset > 0;
  const edge = doc.resolve(way === 1 ? $head.after() : $head.before());
  const next = isWithin ? $head : Selection.findFrom(edge, way, true)?.$from;
  const to = new TextSelection(doc.resolve(next === undefined ? edgeOf($head, way) : next.start()));
  return select(editor, isGrowing ? grow(selection, to) : to);
};

/** The direction of an edge in the text: in right-to-left text the beginning is on the right. */
const alongEdge = ({ parent, parentOffset }: ResolvedPos, way: Way): Way => {
  if (parent.content.size === 0) return way;
  return parentOffset === 0 ? -1 : 1;
};

/** A selection growing into a table from outside goes past it. */
const wholeTable = ($head: ResolvedPos, found: Selection | null, way: Way): Selection | null => {
  const $into = found && cellAround(found.$from);
  return $into === null || cellAround($head) !== null
    ? found
    : Selection.findFrom(pastTable($into, way), way, true);
};

/** Across the edge of a block, into the next text or onto the next node; within the block the browser moves. */
const moveOverEdge = (editor: Editor, { way, isGrowing }: Move): boolean => {
  const { doc, selection } = editor.state;
  const { $head } = selection;
  if (!(selection instanceof TextSelection && (isGrowing || selection.empty))) return false;
  if (!editor.view.endOfTextblock(way === 1 ? 'right' : 'left')) return false;
  const along = alongEdge($head, way);
  const edge = doc.resolve(along === 1 ? $head.after() : $head.before());
  const found = Selection.findFrom(edge, along, isGrowing);
  const next = isGrowing ? wholeTable($head, found, along) : found;
  return next === null || select(editor, isGrowing ? grow(selection, next) : next);
};

type Mover = (editor: Editor, move: Move) => boolean;

/** The caret keys, each also with Shift. */
export const MoveCaret = Extension.create<object, Kept>({
  name: 'moveCaret',
  addStorage: () => ({ selection: null, column: 0, pressedAbove: null }),
  addProseMirrorPlugins() {
    const { storage } = this;
    return [
      new Plugin({
        props: {
          handleClick: (view, position, { clientY }) => {
            storage.pressedAbove = clientY < view.coordsAtPos(position, 1).top ? position : null;
            return false;
          },
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    const { editor, storage } = this;
    const line: Mover = (of, move) => moveLine(of, storage, move);
    const page: Mover = (of, move) => movePage(of, storage, move);
    const keys: readonly (readonly [key: string, way: Way, mover: Mover])[] = [
      ['ArrowDown', 1, line],
      ['ArrowUp', -1, line],
      ['PageDown', 1, page],
      ['PageUp', -1, page],
      ['Home', -1, moveOnLine],
      ['End', 1, moveOnLine],
      ['Mod-Home', -1, moveToEdge],
      ['Mod-End', 1, moveToEdge],
      ['Meta-ArrowUp', -1, moveToEdge],
      ['Meta-ArrowDown', 1, moveToEdge],
      ['Ctrl-ArrowUp', -1, moveParagraph],
      ['Ctrl-ArrowDown', 1, moveParagraph],
    ];
    return Object.fromEntries(
      keys.flatMap(([key, way, mover]) => [
        [key, () => mover(editor, { way, isGrowing: false })],
        [`Shift-${key}`, () => mover(editor, { way, isGrowing: true })],
      ]),
    );
  },
});

/** The first control of a judgement's fields, after its statement. */
const fieldsOf = (view: EditorView, $head: ResolvedPos): HTMLElement | null => {
  const judgement = $head.parent.type.name === 'judgement' ? view.nodeDOM($head.before()) : null;
  return judgement instanceof HTMLElement ? judgement.querySelector<HTMLElement>(JUDGEMENT_FIELDS) : null;
};

/**
 * Tab moves to what is written next: from a judgement to its fields, else to the text of the next section, and from the
 * last one out of the memo. Lists and tables handle it themselves.
 */
const tabOn = ({ state, view }: Editor): boolean => {
  const { $head } = state.selection;
  if (focusInto(fieldsOf(view, $head)) !== null) return true;
  const next = $head.depth === 0 ? null : Selection.findFrom(state.doc.resolve($head.after(1)), 1);
  if (next !== null) {
    view.dispatch(state.tr.setSelection(next).scrollIntoView());
    return true;
  }
  // From the last control of the text the browser's own Tab leaves it.
  [...view.dom.querySelectorAll<HTMLElement>('button, textarea, input')]
    .at(-1)
    ?.focus({ preventScroll: true });
  return false;
};

/** Shift+Tab moves to the heading of the section, and from there to the previous section. */
const tabBack = ({ state, view }: Editor): boolean => {
  const { $head } = state.selection;
  const section = $head.depth === 0 ? null : view.nodeDOM($head.before(1));
  return section instanceof HTMLElement && focusInto(section, { into: 'fields' }) !== null;
};

/** ← → and Tab, after the handlers of lists, tables and gaps: at the edge of a block they leave it. */
export const MoveOverEdges = Extension.create({
  name: 'moveOverEdges',
  priority: 50,
  addKeyboardShortcuts() {
    const { editor } = this;
    const keys = ['', 'Shift-', 'Ctrl-', 'Shift-Ctrl-'].flatMap((held) =>
      ([-1, 1] as const).map((way) => {
        const isGrowing = held.startsWith('Shift');
        const go = () => moveOverEdge(editor, { way, isGrowing });
        return [`${held}Arrow${way === 1 ? 'Right' : 'Left'}`, go] as const;
      }),
    );
    return { ...Object.fromEntries(keys), Tab: () => tabOn(editor), 'Shift-Tab': () => tabBack(editor) };
  },
});
