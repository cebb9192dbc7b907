/** Where the first steps stand, in this session: left, they go on where they were. */
import { create } from 'zustand';
import type { PassageId } from '#domain/ids.ts';

/** What an analyst does with a sentence, in this order. */
export const tourSteps = ['mark', 'grade', 'cite'] as const;
export type TourStep = (typeof tourSteps)[number];

export const useTour = create<{
  readonly isOpen: boolean;
  /** How often they were asked for: each time leads to the step at hand. */
  readonly asked: number;
  /** The passages that the article had before: what is made after is the person's own. Null until that is known. */
  readonly before: readonly PassageId[] | null;
}>(() => ({ isOpen: false, asked: 0, before: null }));

export const openTour = (): void => useTour.setState(({ asked }) => ({ isOpen: true, asked: asked + 1 }));

/** Leaves the steps; once all are done, the next time begins at the beginning. */
export const leaveTour = (isDone: boolean): void =>
  useTour.setState((state) => ({ isOpen: false, before: isDone ? null : state.before }));
