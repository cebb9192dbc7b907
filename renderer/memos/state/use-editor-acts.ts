import type { Editor } from '@tiptap/core';
import { useCommands } from '#renderer/commands/commands.ts';

export type EditorActs = Readonly<Record<string, (editor: Editor) => boolean>>;

/** Answers each command with its act on the text, while `isEnabled`. */
export const useEditorActs = (editor: Editor, acts: EditorActs, isEnabled: boolean): void => {
  const handlers = Object.entries(acts).map(([id, run]) => [id, () => void run(editor)] as const);
  useCommands(Object.fromEntries(handlers), isEnabled);
};
