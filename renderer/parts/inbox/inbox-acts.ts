/** The inbox in the window: choosing it, and what came from it. */
import { create } from 'zustand';
import type { CommandId } from '#domain/command/command-table.ts';
import type { Events } from '#domain/contract/events.ts';
import type { ImportOutcome } from '#domain/contract/import.ts';
import { act, sayNotDone } from '#renderer/bridge/act.ts';
import { askQueryAgain } from '#renderer/bridge/query-store.ts';
import { onEvent } from '#renderer/bridge/window-bridge.ts';
import { showReport } from '#renderer/parts/article/imports.ts';
import { closeLastStep, sayDone, sayFailed } from '#renderer/window/notices.ts';
import { printInbox } from './print-inbox.ts';

type InboxStore = {
  /** What became of each file that came from the inbox since its report was looked at. */
  readonly outcomes: readonly ImportOutcome[];
  /** The next files begin another report. */
  readonly wasShown: boolean;
};

export const useInbox = create<InboxStore>(() => ({ outcomes: [], wasShown: false }));

/** Leads to what became of the files that came since the report was looked at last. */
export const showInboxReport = (): void => {
  useInbox.setState({ wasShown: true });
  showReport(useInbox.getState().outcomes);
};

const seeReport = { name: 'Report', run: showInboxReport };

const takeImported = ({ outcomes, left }: Events['inbox-imported']): void => {
  const before = useInbox.getState();
  useInbox.setState({
    outcomes: before.wasShown ? outcomes : [...before.outcomes, ...outcomes],
    wasShown: false,
  });
  askQueryAgain('import:drafts');
  // A step of undo was made: what is said of the one before would take back this one.
  if (outcomes.some(({ status }) => status === 'imported')) closeLastStep();
  const { title, text, needsYou } = printInbox(outcomes, left);
  if (needsYou) sayFailed(title, text ?? '', seeReport);
  else sayDone(text === null ? title : `${title}; ${text.slice(0, -1)}`, seeReport);
};

const takeChanged = ({ isAway }: Events['inbox-changed']): void => {
  askQueryAgain('inbox:state');
  if (isAway) sayDone('The inbox folder is not there; it is watched again when it is back', null, 'inbox');
};

/** Tells what comes from the inbox until the returned function is called. */
export const followInbox = (): (() => void) => {
  const stops = [
    onEvent('inbox-imported', takeImported),
    onEvent('inbox-stopped', ({ error }) => sayNotDone(error)),
    onEvent('inbox-changed', takeChanged),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};

const chooseInbox = async (): Promise<void> => {
  const chosen = await act('inbox:choose', {});
  if (chosen.ok) sayDone('The inbox is watched: what lies in it, or comes, is imported', null, 'inbox');
};

const stopInbox = async (): Promise<void> => {
  const stopped = await act('inbox:stop', {});
  if (stopped.ok) sayDone('The inbox is watched no longer; what was imported stays', null, 'inbox');
};

/** The acts on the inbox that have a name. */
export const inboxCommands: Readonly<Partial<Record<CommandId, () => void>>> = {
  'inbox.folder': () => void chooseInbox(),
  'inbox.stop': () => void stopInbox(),
};
