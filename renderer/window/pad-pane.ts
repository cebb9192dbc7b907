/** Whether the scratch pad is shown beside the view. */
import { create } from 'zustand';

type PadPane = {
  readonly isShown: boolean;
  /** Counts how often it was asked for: each time it takes the focus. */
  readonly asked: number;
};

export const usePadPane = create<PadPane>(() => ({ isShown: false, asked: 0 }));

export const showPad = (): void => usePadPane.setState(({ asked }) => ({ isShown: true, asked: asked + 1 }));

export const hidePad = (): void => usePadPane.setState({ isShown: false });

/** What a press of its button does, which takes the focus from wherever it was. */
export const togglePad = (): void => (usePadPane.getState().isShown ? hidePad() : showPad());
