/** The state of the first steps in this session: closed and reopened, they continue. */
import { create } from 'zustand';
import type { PassageId } from '#domain/ids.ts';

/** What an analyst does with a sentence, in order. */
export const tourSteps = ['mark', 'grade', 'cite'] as const;
export type TourStep = (typeof tourSteps)[number];

export const useTour = create<{
  readonly isOpen: boolean;
  /** How often the steps were requested: each request shows the current step. */
  readonly asked: number;
  /** The passages that the article already had: later ones are the person's own. Null until known. */
  readonly before: readonly PassageId[] | null;
}>(() => ({ isOpen: false, asked: 0, before: null }));

export const openTour = (): void => useTour.setState(({ asked }) => ({ isOpen: true, asked: asked + 1 }));

/** Closes the steps; if all are done, the next time starts over. */
export const leaveTour = (isDone: boolean): void =>
  useTour.setState((state) => ({ isOpen: false, before: isDone ? null : state.before }));
