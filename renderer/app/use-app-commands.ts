import { useState } from 'react';
import { act } from '#renderer/bridge/act.ts';
import { changeSettings, useAppState } from '#renderer/bridge/app-state.ts';
import { retryUnsavedEdits, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { setZoomFactor, zoomFactor } from '#renderer/bridge/window-bridge.ts';
import { useCommand, useCommands } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { importClipboard, importFiles, importFolder } from '#renderer/parts/article/imports.ts';
import { backupCommands } from '#renderer/parts/backup/backup-acts.ts';
import { checkCommands } from '#renderer/parts/check/check-acts.ts';
import { useEncryptionCommands } from '#renderer/parts/encryption/use-encryption-commands.ts';
import { bringInCommands } from '#renderer/parts/exchange/bring-in.ts';
import { writeOutCommands } from '#renderer/parts/exchange/write-out.ts';
import { useInboxCommands } from '#renderer/parts/inbox/inbox-acts.ts';
import { verifyFile } from '#renderer/parts/memo/verify-file.ts';
import { compareCoder } from '#renderer/tags/coder/compare-coder.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { goBack, goForward, goTo, goToView, useNavigation } from '#renderer/window/navigation.ts';
import { forgetMemoSource, useMemoSource } from '#renderer/window/new-memo-source.ts';
import { sayDone, sayHint } from '#renderer/window/notices.ts';
import { usePendingEdits } from '#renderer/window/pending-edits.ts';
import { focusNextPane } from './keys/focus-next-pane.ts';
import { useViewFocus } from './keys/use-view-focus.ts';
import { openTour } from './tour/tour-state.ts';
import { stepBack } from './undo/step-back.ts';

const useViewCommands = (takeFocus: () => void): void => {
  const by = (go: () => void) => (): void => {
    takeFocus();
    go();
  };
  useCommand(
    'view.today',
    by(() => goToView('today')),
  );
  useCommand(
    'view.articles',
    by(() => goToView('articles')),
  );
  useCommand(
    'view.passages',
    by(() => goToView('passages')),
  );
  useCommand(
    'view.memos',
    by(() => goToView('memos')),
  );
  useCommand(
    'view.tasks',
    by(() => goToView('tasks')),
  );
  useCommand(
    'view.sources',
    by(() => goToView('sources')),
  );
  useCommand(
    'view.tags',
    by(() => goToView('tags')),
  );
  useCommand(
    'view.needs',
    by(() => goToView('needs')),
  );
  useCommand(
    'view.insights',
    by(() => goToView('insights')),
  );
  useCommand(
    'view.trash',
    by(() => goToView('trash')),
  );
  useCommand(
    'view.settings',
    by(() => goToView('settings')),
  );
  const canGoBack = useNavigation(({ index }) => index > 0);
  const canGoForward = useNavigation(({ index, history }) => index < history.length - 1);
  useCommand('history.back', by(goBack), canGoBack);
  useCommand('history.forward', by(goForward), canGoForward);
};

const saveNow = async (): Promise<void> => {
  await flushAll();
  await retryUnsavedEdits();
  // The banner says why, and what to do.
  if (useAppState.getState().save?.state === 'failed' || useUnsavedEdits.getState().edits.length > 0) return;
  if (usePendingEdits.getState().typed > 0)
    sayHint('What you are typing is saved with Enter, or by its button');
  else sayDone('Everything is saved');
};

const makeLink = async (): Promise<void> => {
  const made = await act('archive:make-link', {});
  if (made.ok) sayDone(`${made.value.fileName} opens this archive by a double click`);
};

const removeSample = async (): Promise<void> => {
  if ((await act('sample:remove', {})).ok) sayUndoable('Moved to trash: the sample');
};

const useMakeCommands = (): void => {
  const hasSample = useAppState(({ app }) => app?.archive.hasSample === true);
  useCommand('import.files', () => void importFiles());
  useCommand('import.folder', () => void importFolder());
  useCommand('archive.link', () => void makeLink());
  useCommand('import.clipboard', () => void importClipboard());
  useCommand('memo.snapshot', () => void saveNow());
  useCommand('memo.verify', () => void verifyFile());
  useInboxCommands();
  useCommands(backupCommands);
  useCommands(checkCommands);
  useEncryptionCommands();
  useCommands(bringInCommands);
  useCommand('tag.compare-coder', () => void compareCoder());
  useCommands(writeOutCommands);
  useCommand('edit.undo', () => void stepBack('undo'));
  useCommand('edit.redo', () => void stepBack('redo'));
  useCommand('sample.remove', () => void removeSample(), hasSample);
};

const zoomBy = (by: number): void => {
  const next = Math.round((zoomFactor() + by) * 10) / 10;
  setZoomFactor(Math.min(2, Math.max(0.7, next)));
};

const useWindowCommands = (): void => {
  useCommand('pane.next', () => focusNextPane(document));
  useCommand('zoom.in', () => zoomBy(0.1));
  useCommand('zoom.out', () => zoomBy(-0.1));
  useCommand('zoom.reset', () => setZoomFactor(1));
  useCommand('theme.system', () => void changeSettings({ theme: 'system' }));
  useCommand('theme.light', () => void changeSettings({ theme: 'light' }));
  useCommand('theme.dark', () => void changeSettings({ theme: 'dark' }));
};

/** Answers the commands that belong to no single view; says which of the window's own dialogs is open. */
export const useAppCommands = () => {
  const [open, setOpen] = useState<'palette' | 'keys' | 'new-memo' | 'history' | null>(null);
  useViewCommands(useViewFocus());
  useMakeCommands();
  useWindowCommands();
  useCommand('palette.open', () => setOpen('palette'));
  useCommand('search.archive', () => goTo({ view: 'search' }));
  useCommand('help.tour', openTour);
  useCommand('help.guide', () => goToView('help'));
  useCommand('help.keys', () => setOpen('keys'));
  useCommand('edit.history', () => setOpen('history'));
  useCommand('memo.new', () => setOpen('new-memo'));
  // Asked from a saved search, a tag, an article or passages that are chosen.
  const isAsked = useMemoSource(({ source }) => source !== null);
  return {
    open: isAsked ? ('new-memo' as const) : open,
    close: () => {
      forgetMemoSource();
      setOpen(null);
    },
  };
};
