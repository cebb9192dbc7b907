/** What is shown beside the view: the scratch pad, the pages of an original, and a translation. */
import { create } from 'zustand';

/** Whether the scratch pad is shown. */
type PadPane = {
  readonly isShown: boolean;
  /** Counts requests: each one focuses it. */
  readonly asked: number;
};

export const usePadPane = create<PadPane>(() => ({ isShown: false, asked: 0 }));

export const showPad = (): void => usePadPane.setState(({ asked }) => ({ isShown: true, asked: asked + 1 }));

export const hidePad = (): void => usePadPane.setState({ isShown: false });

/** For its button, which takes the focus from wherever it was. */
export const togglePad = (): void => (usePadPane.getState().isShown ? hidePad() : showPad());

/** Whether the pages of originals are shown beside their texts, in this session. */
export const usePageView = create<{
  readonly isWanted: boolean;
  /** Whether the open article shows its pages in a column of its own, which takes the room of the list. */
  readonly isBeside: boolean;
}>(() => ({ isWanted: false, isBeside: false }));

/** Whether translations are shown, in this session, and where the analyst wants them. */
export const useTranslationView = create<{
  readonly isWanted: boolean;
  readonly place: 'beside' | 'below';
  /** Whether one is shown beside the text, which takes the room of the list. */
  readonly isBeside: boolean;
}>(() => ({ isWanted: true, place: 'beside', isBeside: false }));

export const toggleTranslation = (): void =>
  useTranslationView.setState(({ isWanted }) => ({ isWanted: !isWanted }));
