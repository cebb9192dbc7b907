import type { DragEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { PassageId } from '#domain/ids.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { dragCited, holdForDrag } from '#renderer/parts/passage/drag-cited.ts';
import type { PassagesTable } from '../../use-passages-table.ts';
import { lineIndexOf } from '../TableRows.tsx';
import { pressTableKey, type TableAnswer } from './press-table-key.ts';
import { pressLine } from './selection.ts';

const MENU_BUTTON = 2;

/** The table by pointer and by key. */
export const useTableInput = (table: PassagesTable, onOpen: () => void) => {
  const isMac = useAppState(({ app }) => app?.platform === 'darwin');
  const { layout, selection, closed } = table;
  const isMod = (event: MouseEvent | KeyboardEvent): boolean => (isMac ? event.metaKey : event.ctrlKey);

  /** A plain press on one of several that are selected may begin a drag of all: it selects the one when it ends. */
  const mayDragMany = (event: MouseEvent, passageId: PassageId | null): boolean =>
    event.button === 0 &&
    !event.shiftKey &&
    !isMod(event) &&
    passageId !== null &&
    selection.ids.size > 1 &&
    selection.ids.has(passageId);

  const onMouseDown = (event: MouseEvent): void => {
    const line = layout.lineAt(lineIndexOf(event.target));
    if (line === undefined || mayDragMany(event, line.passageId)) return;
    const isMenu = event.button === MENU_BUTTON;
    if (line.passageId === null && !isMenu) table.toggleGroup(line.groupId);
    table.select(
      pressLine(selection, line, layout, { isShift: event.shiftKey, isMod: isMod(event), isMenu }),
    );
  };

  const onClick = (event: MouseEvent): void => {
    const line = layout.lineAt(lineIndexOf(event.target));
    if (line !== undefined && mayDragMany(event, line.passageId))
      table.select(pressLine(selection, line, layout, { isShift: false, isMod: false, isMenu: false }));
  };

  /** The passages that a drag from there is of: all that are selected, or the one. */
  const draggedFrom = (target: EventTarget): readonly PassageId[] => {
    const passageId = layout.lineAt(lineIndexOf(target))?.passageId ?? null;
    if (passageId === null) return [];
    return selection.ids.has(passageId) ? [...selection.ids] : [passageId];
  };
  const onPointerDown = ({ target, button }: PointerEvent): void => {
    if (button === 0) void holdForDrag(draggedFrom(target));
  };
  const onDragStart = (event: DragEvent): void => dragCited(event, draggedFrom(event.target));

  const onDoubleClick = (event: MouseEvent): void => {
    const line = layout.lineAt(lineIndexOf(event.target));
    if (line !== undefined && line.passageId !== null) onOpen();
  };

  const take = (answer: TableAnswer): void => {
    if (answer.does === 'select') table.select(answer.selection);
    else if (answer.does === 'select-all') table.selectAll();
    else if (answer.does === 'open') onOpen();
    else if (closed.has(answer.groupId) === (answer.does === 'open-group')) table.toggleGroup(answer.groupId);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const key = { key: event.key, isShift: event.shiftKey, isMod: isMod(event) };
    const answer = pressTableKey(key, selection, layout, closed);
    if (answer === null) return;
    event.preventDefault();
    take(answer);
  };
  return { onMouseDown, onClick, onDoubleClick, onPointerDown, onDragStart, onKeyDown };
};
