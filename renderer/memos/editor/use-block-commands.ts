import { type Editor, findParentNode } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useCommand } from '#renderer/commands/commands.ts';
import { chooseFigure } from '../figure/add-figure.ts';
import { insertTable } from '../inline-menu/insert-parts.ts';
import { useEditorActs } from '../state/editor-acts.ts';
import type { MemoInEditor } from '../state/memo-store.ts';
import { isTableAt, tableActs } from '../table/table-acts.ts';
import { CAPTION_FIELD } from '../table/table-frame.ts';

/** Goes into the field of the caption of the table in which the caret stands. */
const focusCaption = (editor: Editor): void => {
  const table = findParentNode(({ type }) => type.name === 'table')(editor.state.selection);
  const element = table === undefined ? null : editor.view.nodeDOM(table.pos);
  if (element instanceof HTMLElement) element.querySelector<HTMLElement>(CAPTION_FIELD)?.focus();
};

/** Answers the commands on tables: one is put in anywhere, and changed where the caret stands in it. */
export const useTableCommands = (editor: Editor, isReadOnly: boolean): void => {
  const isInTable = useEditorState({ editor, selector: isTableAt });
  useCommand('table.insert', () => void insertTable(editor), !isReadOnly);
  useCommand('table.caption', () => focusCaption(editor), isInTable && !isReadOnly);
  useEditorActs(editor, tableActs, isInTable && !isReadOnly);
};

/** Answers the command that puts a figure in. */
export const useFigureCommands = ({ editor, store }: MemoInEditor, isReadOnly: boolean): void =>
  useCommand('figure.insert', () => void chooseFigure(editor, store), !isReadOnly);
