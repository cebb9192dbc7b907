import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useCommand } from '#renderer/commands/commands.ts';
import { flushAll } from '#renderer/window/before-close.ts';
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
  return part === null ? null : <MoveDialog part={part} onClose={() => setPart(null)} />;
};
