import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useCommands } from '#renderer/commands/commands.ts';
import { insertTable } from '../inline-menu/insert-parts.ts';
import { isTableAt, tableActs } from './table-acts.ts';

/** Answers the commands on tables: one is put in anywhere, and changed where the caret stands in it. */
export const useTableCommands = (editor: Editor, isReadOnly: boolean): void => {
  const isInTable = useEditorState({ editor, selector: isTableAt });
  const acts = Object.entries(tableActs).map(([id, run]) => [id, () => void run(editor)] as const);
  useCommands({ 'table.insert': () => void insertTable(editor) }, !isReadOnly);
  useCommands(Object.fromEntries(acts), isInTable && !isReadOnly);
};
