import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useCommand } from '#renderer/commands/commands.ts';
import { useEditorActs } from '../editor/use-editor-acts.ts';
import { insertTable } from '../inline-menu/insert-parts.ts';
import { isTableAt, tableActs } from './table-acts.ts';

/** Answers the commands on tables: one is put in anywhere, and changed where the caret stands in it. */
export const useTableCommands = (editor: Editor, isReadOnly: boolean): void => {
  const isInTable = useEditorState({ editor, selector: isTableAt });
  useCommand('table.insert', () => void insertTable(editor), !isReadOnly);
  useEditorActs(editor, tableActs, isInTable && !isReadOnly);
};
