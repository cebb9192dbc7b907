/** Selecting rows of the table, one or many, by pointer and by key. Pure: the table renders the result. */
import type { PassageId } from '#domain/ids.ts';
import type { LineKey, TableLayout, TableLine } from '../table-layout.ts';

export type Selection = {
  /** Where the next key acts from. */
  readonly active: LineKey | null;
  /** Where Shift extends from. */
  readonly anchor: LineKey | null;
  readonly ids: ReadonlySet<PassageId>;
};

export const nothingSelected: Selection = { active: null, anchor: null, ids: new Set() };

const keyOf = ({ groupId, passageId }: TableLine): LineKey => ({ groupId, passageId });

/** Selects the line alone. A heading becomes active but selects nothing. */
export const selectLine = (line: TableLine): Selection => {
  const key = keyOf(line);
  return { active: key, anchor: key, ids: new Set(line.passageId === null ? [] : [line.passageId]) };
};

/** Adds the line to the selection, or removes it. */
export const toggleLine = (selection: Selection, line: TableLine): Selection => {
  const key = keyOf(line);
  if (line.passageId === null) return { ...selection, active: key };
  const ids = new Set(selection.ids);
  if (!ids.delete(line.passageId)) ids.add(line.passageId);
  return { active: key, anchor: key, ids };
};

/** Selects everything from the anchor to the line. */
export const extendTo = (selection: Selection, line: TableLine, layout: TableLayout): Selection => {
  const anchor = selection.anchor ?? selection.active;
  const from = anchor === null ? -1 : layout.indexOf(anchor);
  if (from === -1) return selectLine(line);
  return { active: keyOf(line), anchor, ids: new Set(layout.passagesBetween(from, line.index)) };
};

/** Makes the line active; the selection stays. */
export const moveTo = (selection: Selection, line: TableLine): Selection => ({
  ...selection,
  active: keyOf(line),
});

export const selectAll = (selection: Selection, ids: Iterable<PassageId>): Selection => ({
  ...selection,
  ids: new Set(ids),
});

/** Reduces a multiple selection to the active row. */
export const backToOne = ({ active, ids }: Selection): Selection => {
  const one = active?.passageId ?? [...ids][0] ?? null;
  return { active, anchor: active, ids: new Set(one === null ? [] : [one]) };
};

/**
 * The selection after the table has changed: rows that are gone are deselected. If none is left, the row now at the
 * index of the last one is selected, so that one can work down a list that an act has shortened.
 */
export const keepToTable = (
  selection: Selection,
  layout: TableLayout,
  present: (id: PassageId) => boolean,
  lastIndex: number,
): Selection => {
  if (selection.active === null && selection.ids.size === 0) return selection;
  const kept = [...selection.ids].filter(present);
  const isThere = selection.active !== null && layout.indexOf(selection.active) !== -1;
  if (kept.length === selection.ids.size && isThere) return selection;
  if (kept.length > 0) {
    return { ...selection, ids: new Set(kept), active: isThere ? selection.active : null };
  }
  const line = layout.lineAt(Math.min(lastIndex, layout.count - 1));
  return line === undefined ? nothingSelected : selectLine(line);
};

export type LinePress = {
  readonly isShift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly isMod: boolean;
  /** Whether the press is on a menu button: on a selected row it acts on the whole selection. */
  readonly isMenu: boolean;
};

/** A press on a line: alone it selects, with Ctrl (Cmd on a Mac) it adds, with Shift it extends. */
export const pressLine = (
  selection: Selection,
  line: TableLine,
  layout: TableLayout,
  { isShift, isMod, isMenu }: LinePress,
): Selection => {
  if (isMenu) {
    const isOnChosen = line.passageId !== null && selection.ids.has(line.passageId);
    return isOnChosen ? selection : selectLine(line);
  }
  if (isShift) return extendTo(selection, line, layout);
  return isMod ? toggleLine(selection, line) : selectLine(line);
};
