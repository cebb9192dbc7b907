import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Heading,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Table2,
  TextQuote,
} from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from '../editor/editor.module.css';
import type { MemoStore } from '../editor/memo-store.ts';
import { useEditorActs } from '../editor/use-editor-acts.ts';
import { askForQuotation, type InlineMenuStore } from '../inline-menu/inline-menu.ts';
import { formatActs, selectedFormat } from './format-acts.ts';

/** The height of the bar and its distance from the words. */
const ABOVE_PX = 42;

type Item = { readonly id: CommandId; readonly icon: LucideIcon; readonly isOn?: boolean };

const itemsOf = (format: NonNullable<ReturnType<typeof selectedFormat>>): readonly Item[] => [
  { id: 'format.bold', icon: Bold, isOn: format.isBold },
  { id: 'format.italic', icon: Italic, isOn: format.isItalic },
  { id: 'format.link', icon: Link },
  { id: 'format.heading', icon: Heading, isOn: format.isHeading },
  { id: 'format.bullet-list', icon: List, isOn: format.isBulletList },
  { id: 'format.numbered-list', icon: ListOrdered, isOn: format.isNumberedList },
  { id: 'format.quote', icon: TextQuote },
  { id: 'table.insert', icon: Table2 },
];

export type FormatBarProps = {
  readonly editor: Editor;
  readonly store: MemoStore;
  readonly menu: InlineMenuStore;
};

/** Over selected words: how they are set. For a pointer; the same acts stand in the menu and the palette. */
export const FormatBar = ({ editor, store, menu }: FormatBarProps) => {
  const format = useEditorState({ editor, selector: selectedFormat });
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const isLinking = useStore(store, (state) => state.isLinking);
  const keysOf = usePrintedKeys();
  const acts = useMemo(
    () => ({ ...formatActs, 'format.quote': (of: Editor) => askForQuotation(of, menu) }),
    [menu],
  );
  useEditorActs(editor, acts, !isReadOnly);
  if (format === null || isReadOnly || isLinking) return null;
  const { left, top } = editor.view.coordsAtPos(format.from);
  return (
    <div
      className={joinClasses('float', styles.formatBar)}
      role="toolbar"
      aria-label="Format"
      style={{ left, top: Math.max(0, top - ABOVE_PX) }}
    >
      {itemsOf(format).map(({ id, icon, isOn }) => (
        <IconButton
          key={id}
          icon={icon}
          label={commandOf(id).name}
          keys={keysOf(id)[0]}
          isSmall
          {...(isOn === undefined ? {} : { isOn })}
          preventFocusOnPress
          excludeFromTabOrder
          onPress={() => runCommand(id)}
        />
      ))}
    </div>
  );
};
