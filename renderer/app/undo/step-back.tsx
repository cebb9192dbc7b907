import { wordStep } from '#domain/archive/step-words.ts';
import { type StepLine, undoHistory, undoRedo, undoUndo } from '#domain/contract/undo.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { saveEverything } from '#renderer/bridge/unsaved-edits.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { currentPlace, goToPlace } from '#renderer/window/navigation.ts';
import { closeAbout, GONE_OUT, LAST_STEP, sayDone } from '#renderer/window/notices.ts';
import { isKeptLast } from '#renderer/window/pending-edits.ts';
import { raiseUndoRevision } from '#renderer/window/undo-revision.ts';

export type Direction = 'undo' | 'redo';

/**
 * From the menu, typing in a focused field is undone first; by key the field does it itself. A committed field is an
 * ordinary step.
 */
const undoTyping = (which: Direction): boolean => {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  return isField && !isKeptLast() && document.execCommand(which);
};

/** The first of the steps that marked a memo as sent, if any. */
export const sendingIn = (steps: readonly StepLine[]): StepLine | undefined =>
  steps.find(({ name }) => name === 'send-memo');

/** The next step to undo, if it marked a memo as sent. */
const sendingToUndo = async (): Promise<StepLine | undefined> => {
  if (useAppState.getState().undo.undo !== 'send-memo') return undefined;
  const history = await request(undoHistory, {});
  return history.ok ? sendingIn(history.value.undo.slice(0, 1)) : undefined;
};

/** Asks before a memo that its readers have becomes a draft again. */
export const askToUndoSending = (title: string | null, undo: () => void): void =>
  openDialog('undo sending', ({ close }) => (
    <ConfirmDialog
      title="Undo the sending?"
      isOpen
      onClose={close}
      onConfirm={undo}
      confirmName="Undo sending"
      cancelName="Keep as sent"
      isDangerous
    >
      {title === null ? 'The memo' : `“${title}”`} becomes a draft again. Copies that were sent are not
      recalled.
    </ConfirmDialog>
  ));

/**
 * Undoes the last step or redoes the last undone one, and shows its record. Asks first before undoing that a memo was
 * sent.
 */
export const stepBack = async (which: Direction): Promise<void> => {
  if (undoTyping(which)) return;
  // The last edit has to be on the disk before it can be undone.
  await saveEverything();
  const sent = which === 'undo' ? await sendingToUndo() : undefined;
  if (sent === undefined) await step(which);
  else askToUndoSending(sent.title, () => void step(which));
};

const steps = { undo: undoUndo, redo: undoRedo };

const step = async (which: Direction): Promise<void> => {
  const answer = await act(steps[which], {});
  if (!answer.ok) return;
  raiseUndoRevision();
  const { name, place, seenIn } = answer.value;
  if (name === 'send-memo' || name === 'start-round') closeAbout(GONE_OUT);
  const words = `${which === 'undo' ? 'Undone' : 'Redone'}: ${wordStep(name)}`;
  const isInSight = seenIn.some((view) => view === currentPlace().view);
  const show = place === null || !isInSight ? null : { name: 'Show', run: () => goToPlace(place) };
  sayDone(words, show, LAST_STEP);
  if (place !== null && !isInSight) goToPlace(place);
};

/**
 * Undoes or redoes this many steps one by one; returns how many were done. Stops at the first failure, which has been
 * reported, and when `onStep`, called with the count, returns false.
 */
export const stepMany = async (
  which: Direction,
  count: number,
  onStep: (done: number) => boolean,
): Promise<number> => {
  // The last edit has to be on the disk before it can be undone.
  await saveEverything();
  let done = 0;
  while (done < count && onStep(done)) {
    const answer = await act(steps[which], {});
    if (!answer.ok) break;
    done += 1;
  }
  raiseUndoRevision();
  return done;
};
