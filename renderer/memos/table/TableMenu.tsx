import type { Editor } from '@tiptap/core';
import { findParentNode } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Table2 } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { type CommandId, commandIds, commandOf } from '#domain/command/command-table.ts';
import { runCommand, useEnabledCommands } from '#renderer/commands/commands.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { usePlaceOf } from '#renderer/ui/overlays/place-float.ts';
import { focusText } from '../state/focus-text.ts';
import type { MemoStore } from '../state/memo-store.ts';
import styles from './table.module.css';

const SIZE_PX = 28;

const acts: readonly CommandId[] = commandIds.filter(
  (id) => id.startsWith('table.') && id !== 'table.insert',
);

const useTableEntries = (run: (id: CommandId) => void): readonly MenuEntry[] => {
  const keys = usePrintedKeys();
  const enabled = useEnabledCommands();
  return acts.flatMap((id, at): readonly MenuEntry[] => {
    const { shortName, name, startsSection } = commandOf(id);
    const entry = {
      id,
      name: shortName ?? name,
      keys: keys(id)[0],
      isDisabled: !enabled(id),
      run: () => run(id),
    };
    return startsSection === true && at > 0 ? ['separator', entry] : [entry];
  });
};

const tablePosition = ({ editor }: { readonly editor: Editor }): number | null =>
  findParentNode(({ type }) => type.name === 'table')(editor.state.selection)?.pos ?? null;

export type TableMenuProps = { readonly editor: Editor; readonly store: MemoStore };

/** Beside the table at the caret: all acts on it. */
export const TableMenu = ({ editor, store }: TableMenuProps) => {
  const position = useEditorState({ editor, selector: tablePosition });
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  // Runs when the menu has closed: until then it has the focus.
  const chosen = useRef<CommandId | null>(null);
  const entries = useTableEntries((id) => {
    chosen.current = id;
  });
  const closed = (): void => {
    const id = chosen.current;
    chosen.current = null;
    if (id === null) focusText(editor);
    else runCommand(id);
  };
  const element = position === null || isReadOnly ? null : editor.view.nodeDOM(position);
  const place = usePlaceOf(element instanceof HTMLElement ? element : null);
  if (place === null) return null;
  const { rect, room } = place;
  // For a long, scrolled table it sticks to the edge of the visible part.
  const top = Math.max(rect.top, room.top);
  if (top + SIZE_PX > Math.min(rect.bottom, room.bottom)) return null;
  return (
    <div className={styles.menu} style={{ left: rect.right - SIZE_PX, top }}>
      <Menu
        label="Table"
        trigger={<IconButton icon={Table2} label="Table" isSmall />}
        entries={entries}
        onClosed={closed}
      />
    </div>
  );
};
