import { wordStep } from '#domain/archive/step-words.ts';
import { act } from '#renderer/bridge/act.ts';
import { saveEverything } from '#renderer/bridge/unsaved-edits.ts';
import { currentPlace, goToPlace } from '#renderer/window/navigation.ts';
import { LAST_STEP, sayDone } from '#renderer/window/notices.ts';
import { raiseUndoRevision } from '#renderer/window/undo-revision.ts';

export type Direction = 'undo' | 'redo';

/** From the menu, while a field is written in, typing is undone first; the field's own keys do it by themselves. */
const undoTyping = (which: Direction): boolean => {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  return isField && document.execCommand(which);
};

/** Undoes the last step, or does the last undone one again, and goes to where it is seen. */
export const stepBack = async (which: Direction): Promise<void> => {
  if (undoTyping(which)) return;
  // What was done last is undone: it must be on the disk first.
  await saveEverything();
  const answer = await act(`undo:${which}`, {});
  if (!answer.ok) return;
  raiseUndoRevision();
  const { name, place, seenIn } = answer.value;
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
