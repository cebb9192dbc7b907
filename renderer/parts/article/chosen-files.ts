/** Files that were chosen, dropped or handed to the app together: how they are imported is asked once, for all of them. */
import { create } from 'zustand';
import type { ChosenPreview, OnKnown } from '#domain/contract/import-many.ts';
import { act } from '#renderer/bridge/act.ts';
import { countImport, showReport } from '#renderer/parts/article/report.ts';
import { flushAll } from '#renderer/window/before-close.ts';

/** The files about which is asked; null for none. */
export const useChosen = create<{ readonly chosen: ChosenPreview | null }>(() => ({ chosen: null }));

const forget = ({ draftId }: ChosenPreview): void => void act('import:discard-files', { draftId });

/** Asks how they are imported; what was asked before and not answered is forgotten. */
export const askAboutFiles = (chosen: ChosenPreview): void => {
  const { chosen: before } = useChosen.getState();
  if (before !== null) forget(before);
  useChosen.setState({ chosen });
};

export const discardFiles = (chosen: ChosenPreview): void => {
  useChosen.setState({ chosen: null });
  forget(chosen);
};

export type HowImported = { readonly onKnown: OnKnown; readonly hasAttachments: boolean };

/** Imports them, and leads to the report. The dialog is closed at once: a line over the window says how far it is. */
export const takeFiles = async ({ draftId }: ChosenPreview, how: HowImported): Promise<void> => {
  useChosen.setState({ chosen: null });
  // A passage or a note that is not written yet goes with the version that it is on.
  await flushAll();
  const answer = await act('import:take-files', { draftId, ...how });
  if (!answer.ok) return;
  const { outcomes, left } = answer.value;
  showReport(outcomes, { number: countImport(), left: left.length });
};
