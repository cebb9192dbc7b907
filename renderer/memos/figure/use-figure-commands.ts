import { useCommand } from '#renderer/commands/commands.ts';
import type { MemoEditing } from '../editor/use-memo-editor.ts';
import { chooseFigure } from './add-figure.ts';

/** Answers the command that puts a figure in. */
export const useFigureCommands = ({ editor, store }: MemoEditing, isReadOnly: boolean): void =>
  useCommand('figure.insert', () => void chooseFigure(editor, store), !isReadOnly);
