import type { ImportDraft } from '#domain/contract/import.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { keyOf } from './use-steps.ts';

/** The parts taken of a file that holds more than one text. */
export type TakenParts = {
  /** The indexes of the attachments, or other pages, that become articles. */
  readonly taken: ReadonlySet<number>;
  readonly take: (taken: ReadonlySet<number>) => void;
  /** Whether the displayed page is left out, and only other pages of its archive are taken. */
  readonly isLeftOut: boolean;
  readonly leaveOut: (isLeftOut: boolean) => void;
};

const none: ReadonlySet<number> = new Set();

/** Stored with the check of the draft. */
export const useTakenParts = (draft: ImportDraft): TakenParts => {
  const [taken, take] = useViewState(`${keyOf(draft)} taken`, none);
  const [isLeftOut, leaveOut] = useViewState(`${keyOf(draft)} left out`, false);
  return { taken, take, isLeftOut, leaveOut };
};
