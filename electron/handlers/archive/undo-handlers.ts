import type { Step } from '#domain/archive/changes.ts';
import type { UndoAnswer } from '#domain/contract/undo.ts';
import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { type Direction, listsShowing, placeOfStep } from './place-of-step.ts';

const answerOf = (step: Step, direction: Direction): UndoAnswer => ({
  name: step.name,
  place: placeOfStep(step, direction),
  seenIn: listsShowing(step),
});

/** Undo and redo over the whole archive, one named step at a time. */
export const createUndoHandlers = ({ archive }: HandlerDeps): HandlersOn<'undo'> => ({
  /** Fails `nothing-to-undo`, or `changed-since` where a record is no longer as the step left it. */
  'undo:undo': async () => {
    const undone = await archive.undo();
    return undone.ok ? ok(answerOf(undone.value, 'undo')) : undone;
  },

  /** Fails `nothing-to-redo`, or `changed-since` where a record is no longer as undoing left it. */
  'undo:redo': async () => {
    const redone = await archive.redo();
    return redone.ok ? ok(answerOf(redone.value, 'redo')) : redone;
  },
});
