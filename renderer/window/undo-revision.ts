import { create } from 'zustand';

/**
 * How often something else than its editor has changed a text since the window opened: the app's own undo or redo, or
 * another program. An editor that holds a text of its own asks again when this rises: what it shows may no longer be
 * what is on the disk.
 */
export const useUndoRevision = create<{ readonly count: number }>(() => ({ count: 0 }));

/** An undo, a redo or another program has written. */
export const raiseUndoRevision = (): void => useUndoRevision.setState(({ count }) => ({ count: count + 1 }));
