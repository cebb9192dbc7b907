/** Keyboard input of the table. Single letters are left to the commands on the selection. */

import type { TableLayout, TableLine } from '../table-layout.ts';
import { backToOne, extendTo, moveTo, type Selection, selectLine, toggleLine } from './selection.ts';

export type TableKey = {
  readonly key: string;
  readonly isShift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly isMod: boolean;
};

export type TableAnswer =
  | { readonly kind: 'select'; readonly selection: Selection }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'open'; readonly line: TableLine }
  | { readonly kind: 'close-group' | 'open-group'; readonly groupId: string };

/** Lines that Page Up and Page Down move by. */
const PAGE = 12;

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + PAGE,
  PageUp: (index) => index - PAGE,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));

const move = (
  key: TableKey,
  selection: Selection,
  layout: TableLayout,
  index: number,
): TableAnswer | null => {
  const next = steps[key.key]?.(index, layout.count);
  const line = next === undefined ? undefined : layout.lineAt(within(next, layout.count));
  if (line === undefined) return null;
  if (key.isShift) return { kind: 'select', selection: extendTo(selection, line, layout) };
  if (key.isMod && key.key.startsWith('Arrow')) return { kind: 'select', selection: moveTo(selection, line) };
  return { kind: 'select', selection: selectLine(line) };
};

const onHeading = ({ key }: TableKey, { groupId }: TableLine, isClosed: boolean): TableAnswer | null => {
  const opens = key === 'ArrowRight' || ((key === 'Enter' || key === ' ') && isClosed);
  const closes = key === 'ArrowLeft' || key === 'Enter' || key === ' ';
  if (opens) return { kind: 'open-group', groupId };
  return closes ? { kind: 'close-group', groupId } : null;
};

/** From a passage, ← moves to the heading of its section. */
const onPassage = (
  { key }: TableKey,
  selection: Selection,
  line: TableLine,
  layout: TableLayout,
): TableAnswer | null => {
  if (key === 'Enter') return { kind: 'open', line };
  if (key === ' ') return { kind: 'select', selection: toggleLine(selection, line) };
  const heading =
    key === 'ArrowLeft'
      ? layout.lineAt(layout.indexOf({ groupId: line.groupId, passageId: null }))
      : undefined;
  return heading === undefined ? null : { kind: 'select', selection: selectLine(heading) };
};

/** The effect of a key on the table; null if it has none. */
export const pressTableKey = (
  key: TableKey,
  selection: Selection,
  layout: TableLayout,
  closed: ReadonlySet<string>,
): TableAnswer | null => {
  if (key.isMod && key.key.toLowerCase() === 'a') return { kind: 'select-all' };
  if (key.key === 'Escape') {
    return selection.ids.size > 1 ? { kind: 'select', selection: backToOne(selection) } : null;
  }
  const index = selection.active === null ? -1 : layout.indexOf(selection.active);
  const moved = move(key, selection, layout, index);
  if (moved !== null) return moved;
  const line = layout.lineAt(index);
  if (line === undefined) return null;
  return line.passageId === null
    ? onHeading(key, line, closed.has(line.groupId))
    : onPassage(key, selection, line, layout);
};
