import { create } from 'zustand';

/**
 * How often a text was changed by something other than its editor since the window opened: by undo or redo of the app,
 * or by another program. An editor with its own copy of a text reloads it when this rises, since the copy may be out of
 * date.
 */
export const useUndoRevision = create<{ readonly count: number }>(() => ({ count: 0 }));

/** An undo, a redo or another program has written. */
export const raiseUndoRevision = (): void => useUndoRevision.setState(({ count }) => ({ count: count + 1 }));
