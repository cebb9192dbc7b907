import { create } from 'zustand';

/**
 * How often the app's own undo or redo has written since the window opened. An editor that holds a text of its
 * own asks again when this rises: what it shows may no longer be what is on the disk.
 */
export const useStepsBack = create<{ readonly count: number }>(() => ({ count: 0 }));

/** An undo or a redo has written. */
export const countStepBack = (): void => useStepsBack.setState(({ count }) => ({ count: count + 1 }));
