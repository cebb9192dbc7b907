import type { KeyboardEvent, MouseEvent } from 'react';
import { useAppState } from '#renderer/bridge/app-state.ts';
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

  const onMouseDown = (event: MouseEvent): void => {
    const line = layout.lineAt(lineIndexOf(event.target));
    if (line === undefined) return;
    const isMenu = event.button === MENU_BUTTON;
    if (line.passageId === null && !isMenu) table.toggleGroup(line.groupId);
    table.select(
      pressLine(selection, line, layout, { isShift: event.shiftKey, isMod: isMod(event), isMenu }),
    );
  };

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
  return { onMouseDown, onDoubleClick, onKeyDown };
};
