import { useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { CommandId } from '#domain/command/command-table.ts';
import { archiveMakeLink, sampleRemove } from '#domain/contract/archive.ts';
import { memoVerify, type VerifiedFile } from '#domain/contract/memo-sent.ts';
import { printCount } from '#domain/print-count.ts';
import { beginningOf } from '#domain/text/beginning-of.ts';
import { inQuotationMarks } from '#domain/text/quotation-marks.ts';
import { useArchiveCommands } from '#renderer/archive/use-archive-commands.tsx';
import { act } from '#renderer/bridge/act.ts';
import { changeSettings, useAppState } from '#renderer/bridge/app-state.ts';
import { saveEverything, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { setZoomFactor, zoomFactor } from '#renderer/bridge/window-bridge.ts';
import { runOnceEnabled, useCommand } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { importFiles, importFolder, pasteArticle } from '#renderer/parts/article/imports.ts';
import { useInboxCommands } from '#renderer/parts/inbox-acts.ts';
import { askForMemo } from '#renderer/parts/memo/ask-for-memo.tsx';
import { addReturned } from '#renderer/parts/memo/say-returned.ts';
import { compareCoder } from '#renderer/tags/compare-coder.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { focusPane } from '#renderer/ui/focus/focus-pane.ts';
import { forgetNotedFocus } from '#renderer/ui/focus/return-focus.ts';
import { areKeysBlocked } from '#renderer/ui/use-blocked-keys.ts';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { focusTargetElement } from '#renderer/window/focus-targets.ts';
import {
  currentPlace,
  goBack,
  goForward,
  goTo,
  goToView,
  openGuide,
  useNavigation,
  usePlace,
  type ViewId,
} from '#renderer/window/navigation.ts';
import { sayDone, sayFailed, sayHint } from '#renderer/window/notices.ts';
import { usePendingEdits } from '#renderer/window/pending-edits.ts';
import { focusViewSoon } from './focus-view.ts';
import { KeySheet } from './KeySheet.tsx';
import { Palette } from './Palette.tsx';
import { openTour } from './tour/tour-state.ts';
import { stepBack } from './undo/step-back.tsx';
import { UndoHistory } from './undo/UndoHistory.tsx';

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
    'view.chronology',
    by(() => goToView('chronology')),
  );
  useCommand(
    'view.needs',
    by(() => goToView('review')),
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
  await saveEverything();
  // The banner says why, and what to do.
  if (useAppState.getState().save?.state === 'failed' || useUnsavedEdits.getState().edits.length > 0) return;
  if (usePendingEdits.getState().typed > 0) sayHint('Press Enter or the field’s button to save');
  else sayDone('Everything is saved');
};

const makeLink = async (): Promise<void> => {
  const made = await act(archiveMakeLink, {});
  if (made.ok) sayDone(`${made.value.fileName} opens this archive when you double-click it`);
};

const removeSample = async (): Promise<void> => {
  if ((await act(sampleRemove, {})).ok) sayUndoable('Moved to trash: the sample');
};

const useMakeCommands = (): void => {
  useCommand('memo.add-review', () => void addReturned());
  const hasSample = useAppState(({ app }) => app?.archive.hasSample === true);
  useCommand('import.files', () => void importFiles());
  useCommand('import.folder', () => void importFolder());
  useCommand('archive.link', () => void makeLink());
  useCommand('import.clipboard', () => void pasteArticle());
  useCommand('memo.snapshot', () => void saveNow());
  useCommand('memo.verify', () => void verifyFile());
  useInboxCommands();
  useArchiveCommands();
  useCommand('tag.compare-coder', () => void compareCoder());
  useCommand('edit.undo', () => void stepBack('undo'));
  useCommand('edit.redo', () => void stepBack('redo'));
  useCommand('sample.remove', () => void removeSample(), hasSample);
};

const zoomBy = (by: number): void => {
  const next = Math.round((zoomFactor() + by) * 10) / 10;
  setZoomFactor(Math.min(2, Math.max(0.7, next)));
};

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/**
 * F6: moves the focus to the next pane that can take it, after the last to the first; a margin without cards is
 * skipped. Panes come in document order; one that refers to another (the first steps) leads there.
 */
export const focusNextPane = (root: Document): void => {
  const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown);
  // Panes may be nested (the margin in the reader): the innermost has the focus.
  const current = panes.findLastIndex((pane) => pane.contains(root.activeElement));
  const leadsTo = panes[current]?.dataset.leadsTo;
  const led = panes.filter(({ dataset }) => leadsTo !== undefined && dataset.pane === leadsTo);
  [...led, ...panes.slice(current + 1), ...panes.slice(0, Math.max(0, current))].some(focusPane);
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

/** Whether an article, a memo or an import is open in the view. */
const opensText = (): boolean => {
  const { view, articleId, draftId, memoId } = currentPlace();
  return (view === 'articles' && (articleId ?? draftId) !== null) || (view === 'memos' && memoId !== null);
};

/** These may recreate an editor; with the focus in its text, the next press would be the text's own undo. */
const isUndoOrRedo = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && /^[yz]$/iu.test(key);

/**
 * Restores the focus if its element disappears by a key that leads nowhere else: a field closed by Esc, a deleted row.
 */
const useFocusAfterLoss = (): void => {
  useEffect(() => {
    const ending = new AbortController();
    let isByKey = false;
    let stop = (): void => undefined;
    const heard = { signal: ending.signal, capture: true };
    window.addEventListener('keydown', (event) => (isByKey = !isUndoOrRedo(event)), heard);
    // A press on an element that takes no focus drops it on purpose.
    window.addEventListener('pointerdown', () => (isByKey = false), heard);
    window.addEventListener(
      'focusout',
      ({ target, relatedTarget }) => {
        const view = focusTargetElement('view');
        if (relatedTarget !== null || !isByKey || view === undefined) return;
        stop();
        stop = focusViewSoon({
          view,
          hasText: opensText(),
          // An element that is briefly disabled is still there, and Tab continues from it.
          isWanted: () =>
            !(target instanceof Element && target.isConnected) &&
            document.hasFocus() &&
            !areKeysBlocked() &&
            isFocusLost(),
        });
      },
      heard,
    );
    return () => {
      ending.abort();
      stop();
    };
  }, []);
};

/**
 * Moves the focus into a view after navigation: if nothing has it any more, or, for navigation by key, also if a bar
 * around the view has it. The returned function is called before navigating.
 */
const useViewFocus = (): (() => void) => {
  const visit = useNavigation((state) => state.visit);
  const isAsked = useRef(false);
  const place = useRef(currentPlace());
  useFocusAfterLoss();
  useEffect(() => {
    const wasAsked = isAsked.current;
    isAsked.current = false;
    const view = focusTargetElement('view');
    const wasHere = place.current === currentPlace();
    place.current = currentPlace();
    if (!wasHere) forgetNotedFocus();
    if (visit === 0 || view === undefined || (wasHere && !wasAsked)) return;
    const isOutside = (): boolean => !view.contains(document.activeElement);
    return focusViewSoon({
      view,
      hasText: opensText(),
      isWanted: () => !areKeysBlocked() && (isFocusLost() || (wasAsked && isOutside())),
    });
  }, [visit]);
  return useCallback(() => {
    isAsked.current = true;
  }, []);
};

/** Answers a view's command from elsewhere: goes to the view and runs it there. */
const useCommandOfView = (id: CommandId, view: ViewId): void => {
  const now = usePlace().view;
  const run = (): void => {
    // Once it is rendered the view answers the command, and this one no longer does.
    flushSync(() => goToView(view));
    if (currentPlace().view === view && now !== view) runOnceEnabled(id);
  };
  useCommand(id, run, now !== view);
};

/** Answers the commands that belong to no view. */
export const useAppCommands = (): void => {
  useViewCommands(useViewFocus());
  useMakeCommands();
  useWindowCommands();
  useCommand('palette.open', () => openDialog('palette', ({ close }) => <Palette onClose={close} />));
  useCommand('search.archive', () => goTo({ view: 'search' }));
  useCommand('help.tour', openTour);
  useCommand('help.guide', openGuide);
  useCommand('help.keys', () => openDialog('keys', ({ close }) => <KeySheet onClose={close} />));
  useCommand('edit.history', () => openDialog('history', ({ close }) => <UndoHistory onClose={close} />));
  useCommand('memo.new', () => askForMemo());
  useCommandOfView('task.new', 'tasks');
  useCommandOfView('source.new', 'sources');
  useCommandOfView('tag.new', 'tags');
};

const fileWords: Readonly<Record<VerifiedFile['file'], string>> = {
  'as-exported': 'The file is as it was exported.',
  changed: 'The file was changed after the export, so its text can’t be trusted.',
  unknown: 'The archive has no record of this export, so the text of the file can’t be trusted.',
};

/** If the file's words differ, its quotations are not said to match. */
const quoteWords = ({ quotes, words }: VerifiedFile): string => {
  const all = printCount(quotes.length, 'quotation');
  if (words === null) return `Its words can’t be compared with the export, so its ${all} can’t be trusted.`;
  const [first] = words.quotes;
  if (first !== undefined)
    return `${printCount(words.quotes.length, 'quotation')} of ${quotes.length} differ from the export, which had ${inQuotationMarks(beginningOf(first.words, MAX_SHOWN))}.`;
  const lost = quotes.filter(({ state }) => state !== 'ok').length;
  return lost === 0 ? `All ${all} match.` : `${lost} of the ${all} no longer match.`;
};

const MAX_SHOWN = 80;

const ownWords = ({ words }: VerifiedFile): string => {
  const [first] = words?.texts ?? [];
  return first === undefined
    ? ''
    : ` ${printCount(words?.texts.length ?? 0, 'passage')} of its own text differ, such as ${inQuotationMarks(beginningOf(first, MAX_SHOWN))}.`;
};

const laterWords = ({ quotes }: VerifiedFile): string => {
  const newer = quotes.flatMap(({ later }) => (later === null ? [] : [later.standing]));
  const same = newer.filter((standing) => standing === 'same').length;
  return newer.length === 0
    ? ''
    : ` ${printCount(newer.length, 'quotation')} cite an older version; ${same} of them still ${same === 1 ? 'matches' : 'match'}.`;
};

const chainWords = ({ chain, changedMemos }: VerifiedFile): string =>
  chain === 'broken'
    ? ` The snapshot of a sent memo was changed after sending: ${changedMemos.join(', ')}.`
    : '';

/** Asks for an exported file and says whether it is unchanged and its quotations match. */
const verifyFile = async (): Promise<void> => {
  const answer = await act(memoVerify, {});
  if (!answer.ok) return;
  const { fileName, file, memo, ok } = answer.value;
  const of = memo === null ? 'a memo that is no longer in the archive' : memo.referenceNumber;
  const said = `${fileWords[file]} ${quoteWords(answer.value)}${ownWords(answer.value)}${laterWords(answer.value)}${chainWords(answer.value)}`;
  const text = `${said} The memo: ${of}.`;
  if (ok) sayDone(`${fileName}: ${text}`);
  else sayFailed(`${fileName} does not match`, text);
};
