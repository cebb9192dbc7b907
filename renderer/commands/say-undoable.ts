import { LAST_STEP, sayDone } from '#renderer/window/notices.ts';
import { runCommand } from './commands.ts';

/** Reports what was done, with an Undo button while it is the last step. */
export const sayUndoable = (title: string): void =>
  sayDone(title, { name: 'Undo', run: () => runCommand('edit.undo') }, LAST_STEP);
