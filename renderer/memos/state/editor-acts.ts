import type { ChainedCommands, Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useCommands } from '#renderer/commands/commands.ts';

export type EditorActs = Readonly<Record<string, (editor: Editor) => boolean>>;

/** Answers each command with its act on the text, while `isEnabled`. */
export const useEditorActs = (editor: Editor, acts: EditorActs, isEnabled: boolean): void => {
  const handlers = Object.entries(acts).map(([id, run]) => [id, () => void run(editor)] as const);
  useCommands(Object.fromEntries(handlers), isEnabled);
};

/** A chain whose change is a separate undo step, even right after typing. */
export const beginStep = (editor: Editor): ChainedCommands =>
  editor.chain().command(({ tr }) => {
    closeHistory(tr);
    return true;
  });

/** Ctrl+Z and redo in fields beside a text: they act on the text's own history, if it has steps. */
export const historyActOf = (
  {
    key,
    ctrlKey,
    metaKey,
    shiftKey,
    altKey,
  }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  editor: Editor,
): (() => void) | null => {
  const letter = key.toLowerCase();
  if (altKey || !(ctrlKey || metaKey) || (letter !== 'z' && letter !== 'y')) return null;
  const isRedo = letter === 'y' || shiftKey;
  if (!(isRedo ? editor.can().redo() : editor.can().undo())) return null;
  return () => void (isRedo ? editor.commands.redo() : editor.commands.undo());
};
