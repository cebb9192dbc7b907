import { wordStep } from '#domain/archive/step-words.ts';
import type { StepLine } from '#domain/contract/undo.ts';
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
 * From the menu, while a field is written in, typing is undone first; the field's own keys do it by themselves. What
 * was kept in it is a step like others.
 */
const undoTyping = (which: Direction): boolean => {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  return isField && !isKeptLast() && document.execCommand(which);
};

/** The first of the steps that is the sending of a memo; undefined where none is. */
export const sendingIn = (steps: readonly StepLine[]): StepLine | undefined =>
  steps.find(({ name }) => name === 'send-memo');

/** The step that would be undone next, where it is the sending of a memo. */
const sendingToUndo = async (): Promise<StepLine | undefined> => {
  if (useAppState.getState().undo.undo !== 'send-memo') return undefined;
  const history = await request('undo:history', {});
  return history.ok ? sendingIn(history.value.undo.slice(0, 1)) : undefined;
};

/** Asks before a memo that its readers have is a draft again. */
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
 * Undoes the last step, or does the last undone one again, and goes to where it is seen. Whether a sending is to be
 * undone is asked first: its readers have the memo.
 */
export const stepBack = async (which: Direction): Promise<void> => {
  if (undoTyping(which)) return;
  // What was done last is undone: it must be on the disk first.
  await saveEverything();
  const sent = which === 'undo' ? await sendingToUndo() : undefined;
  if (sent === undefined) await step(which);
  else askToUndoSending(sent.title, () => void step(which));
};

const step = async (which: Direction): Promise<void> => {
  const answer = await act(`undo:${which}`, {});
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
 * Goes so many steps back, or forward again, one after the other; answers how many it went. It ends at the first that
 * can't be done, which has then been said, and where `onStep`, told how many are done, does not want it to go on.
 */
export const stepMany = async (
  which: Direction,
  count: number,
  onStep: (done: number) => boolean,
): Promise<number> => {
  // What was done last is undone: it must be on the disk first.
  await saveEverything();
  let done = 0;
  while (done < count && onStep(done)) {
    const answer = await act(`undo:${which}`, {});
    if (!answer.ok) break;
    done += 1;
  }
  raiseUndoRevision();
  return done;
};
