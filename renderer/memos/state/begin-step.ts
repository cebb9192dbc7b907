import type { ChainedCommands, Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';

/** A chain whose change is a step of undo of its own, even where it follows fast on what was typed. */
export const beginStep = (editor: Editor): ChainedCommands =>
  editor.chain().command(({ tr }) => {
    closeHistory(tr);
    return true;
  });
