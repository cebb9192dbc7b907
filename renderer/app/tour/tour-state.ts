/** Where the tour of the window stands, in this session: left, it goes on where it was. */
import { create } from 'zustand';

/** What an analyst does in a day, in this order. */
export const tourSteps = ['read', 'mark', 'say', 'find', 'write'] as const;
export type TourStep = (typeof tourSteps)[number];

export const useTour = create<{ readonly step: TourStep; readonly isOpen: boolean }>(() => ({
  step: 'read',
  isOpen: false,
}));

export const openTour = (): void => useTour.setState({ isOpen: true });
export const leaveTour = (): void => useTour.setState({ isOpen: false });

export const goToStep = (step: TourStep | undefined): void => {
  if (step !== undefined) useTour.setState({ step });
};

/** Ends it: the next tour begins at the beginning. */
export const endTour = (): void => useTour.setState({ isOpen: false, step: 'read' });

/** The step before or after the one that is shown; undefined at the ends. */
export const stepBeside = (step: TourStep, by: -1 | 1): TourStep | undefined =>
  tourSteps[tourSteps.indexOf(step) + by];
