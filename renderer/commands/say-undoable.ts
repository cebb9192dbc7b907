import { LAST_STEP, sayDone } from '#renderer/window/notices.ts';
import { runCommand } from './commands.ts';

/** Says what was done, and offers to undo it as long as it is the last step. */
export const sayUndoable = (title: string): void =>
  sayDone(title, { name: 'Undo', run: () => runCommand('edit.undo') }, LAST_STEP);
