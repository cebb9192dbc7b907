import { useCommand } from '#renderer/commands/commands.ts';
import type { MemoInEditor } from '../state/memo-store.ts';
import { chooseFigure } from './add-figure.ts';

/** Answers the command that puts a figure in. */
export const useFigureCommands = ({ editor, store }: MemoInEditor, isReadOnly: boolean): void =>
  useCommand('figure.insert', () => void chooseFigure(editor, store), !isReadOnly);
