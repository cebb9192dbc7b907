/** The inbox in the window: choosing it, and reporting what came from it. */

import { create } from 'zustand';
import type { Events } from '#domain/contract/events.ts';
import { importDrafts } from '#domain/contract/import.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import {
  inboxChoose,
  inboxShowExtension,
  inboxState,
  inboxStop,
  inboxWatchBrowser,
} from '#domain/contract/inbox.ts';
import type { MarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { printCount } from '#domain/print-count.ts';
import { act, sayNotDone } from '#renderer/bridge/act.ts';
import { askQueryAgain } from '#renderer/bridge/query-store.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { onEvent } from '#renderer/bridge/window-bridge.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { countImport, showReport } from '#renderer/parts/article/report.ts';
import { sayReturned } from '#renderer/parts/memo/say-returned.ts';
import { closeLastStep, sayDone, sayFailed } from '#renderer/window/notices.ts';

type InboxStore = {
  /** The outcomes for files from the inbox since its report was last opened. */
  readonly outcomes: readonly ImportOutcome[];
  /** Whether the report was opened: the next files then start a new one. */
  readonly wasShown: boolean;
  /** The number of their import; null if there were several. */
  readonly importNumber: number | null;
};

export const useInbox = create<InboxStore>(() => ({
  outcomes: [],
  wasShown: false,
  importNumber: null,
}));

/** Opens the report of files that came since it was last opened. */
export const showInboxReport = (): void => {
  useInbox.setState({ wasShown: true });
  const { outcomes, importNumber } = useInbox.getState();
  showReport(outcomes, { number: importNumber, left: 0 });
};

const seeReport = { name: 'Report', run: showInboxReport };

/** The notice on files from the inbox; `needsYou` if a file waits or failed. */
type InboxWords = {
  readonly title: string;
  readonly text: string | null;
  readonly hasToReview: boolean;
};

const part = (count: number, words: string): readonly string[] =>
  count === 0 ? [] : [`${printCount(count, 'file')} ${words}`];

/** Whether the file's page was here already, and its selections were new. */
const hasAdded = ({ selections }: MarksTaken): boolean =>
  selections !== undefined && selections.passages + selections.toReview > 0;

/** The outcomes for files, on one line; `left` of them were not read. */
export const printInbox = (outcomes: readonly ImportOutcome[], left: number): InboxWords => {
  const count = (...statuses: readonly ImportOutcome['status'][]): number =>
    outcomes.filter(({ status }) => statuses.includes(status)).length;
  const imported = count('imported');
  const selected = outcomes.flatMap((each) => ('marks' in each ? (each.marks.selections ?? []) : []));
  const sum = (of: 'passages' | 'toReview'): number => selected.reduce((all, each) => all + each[of], 0);
  const [passages, toReview] = [sum('passages'), sum('toReview')];
  const here = outcomes.filter((each) => each.status === 'duplicate' && !hasAdded(each.marks)).length;
  const locked = outcomes.filter((each) => each.status === 'failed' && each.lockedId !== null).length;
  const waiting = count('scanned', 'uncertain', 'thin') + locked;
  const failed = count('failed') - locked;
  const rest = [
    ...part(count('returned'), 'returned from review'),
    ...part(waiting, waiting === 1 ? 'waits for you' : 'wait for you'),
    ...part(failed, 'could not be imported'),
    ...part(left, left === 1 ? 'will be imported at the next start' : 'will be imported at the next start'),
  ];
  const [first, ...others] = [
    ...(imported > 0 ? [`${printCount(imported, 'article')} imported from the inbox`] : []),
    ...(passages > 0 ? [`${printCount(passages, 'passage')} added from the browser`] : []),
    ...(toReview > 0 ? [`${printCount(toReview, 'selection')} to place in Review`] : []),
    ...part(here, here === 1 ? 'was already here' : 'were already here'),
    ...rest,
  ];
  const title = imported > 0 ? first : `Inbox: ${first}`;
  const text = others.length === 0 ? null : `${others.join(', ')}.`;
  return { title: title ?? '', text, hasToReview: waiting + failed + toReview > 0 };
};

/** Reports new files: documents returned from review lead to their memo, everything else to the report. */
const sayCame = ({ outcomes, left }: Events['inbox-imported']): void => {
  const returned = outcomes.flatMap((outcome) => (outcome.status === 'returned' ? outcome.added : []));
  sayReturned(returned);
  if (returned.length === outcomes.length && left === 0) return;
  const { title, text, hasToReview } = printInbox(outcomes, left);
  if (hasToReview) sayFailed(title, text ?? '', seeReport);
  else sayDone(text === null ? title : `${title}; ${text.slice(0, -1)}`, seeReport);
};

const takeImported = (came: Events['inbox-imported']): void => {
  const { outcomes: earlier, wasShown } = useInbox.getState();
  const before = wasShown ? [] : earlier;
  const has = (status: ImportOutcome['status']): boolean =>
    came.outcomes.some((each) => each.status === status);
  const importNumber = has('imported') ? countImport() : null;
  useInbox.setState({
    outcomes: [...before, ...came.outcomes],
    importNumber: before.length === 0 ? importNumber : null,
    wasShown: false,
  });
  askQueryAgain(importDrafts);
  askQueryAgain(inboxState);
  // An undo step was added: the undo button of an earlier notice would revert this one.
  if (has('imported') || has('returned')) closeLastStep();
  sayCame(came);
};

const takeChanged = ({ isAway }: Events['inbox-changed']): void => {
  askQueryAgain(inboxState);
  if (isAway)
    sayDone(
      'The inbox folder is missing or can’t be read. Precis watches it again when it can',
      null,
      'inbox',
    );
};

/** Reports files from the inbox until the returned function is called. */
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
  const chosen = await act(inboxChoose, {});
  if (chosen.ok) sayDone('Precis now imports every file in the inbox folder', null, 'inbox');
};

const watchBrowser = async (): Promise<void> => {
  const watched = await act(inboxWatchBrowser, {});
  if (watched.ok) sayDone('Precis now imports what you keep in the browser', null, 'inbox');
};

const showExtension = async (): Promise<void> => {
  const shown = await act(inboxShowExtension, {});
  if (shown.ok) sayDone(`The extension is in ${shown.value.folder}`, null, 'inbox');
};

const stopInbox = async (): Promise<void> => {
  const stopped = await act(inboxStop, {});
  if (stopped.ok) sayDone('Precis no longer watches the inbox. Imported articles stay', null, 'inbox');
};

/** Answers the commands on the inbox; stopping is only enabled while one is watched. */
export const useInboxCommands = (): void => {
  const { data: state } = useQuery(inboxState, {});
  const isWatched = state !== undefined && state.folder !== null;
  useCommand('inbox.folder', () => void chooseInbox());
  useCommand('inbox.watch-browser', () => void watchBrowser());
  useCommand('inbox.extension', () => void showExtension());
  useCommand('inbox.stop', () => void stopInbox(), isWatched);
};
