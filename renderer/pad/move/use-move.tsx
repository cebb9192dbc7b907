import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useCommand } from '#renderer/commands/commands.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { type PadPart, partOfPad } from './part-of-pad.ts';

/** The command that moves something out of the pad whose editor that is, and what it asks. */
export const useMove = (editorOf: () => Editor | null) => {
  const [part, setPart] = useState<PadPart | null>(null);
  const ask = async (): Promise<void> => {
    // What was typed a moment ago is moved from the archive, too.
    await flushAll();
    const editor = editorOf();
    const found = editor === null ? null : partOfPad(editor);
    if (found === null) sayHint('Put the cursor in a paragraph of the pad, or select something');
    else setPart(found);
  };
  useCommand('pad.move', () => void ask());
  const afterDialog = useAfterDialog(part !== null);
  const close = (): void => {
    // The text changes as the dialog goes, and would take the focus from itself.
    afterDialog(() => focusTarget('pad'));
    setPart(null);
  };
  return part === null ? null : <MoveDialog part={part} onClose={close} />;
};
