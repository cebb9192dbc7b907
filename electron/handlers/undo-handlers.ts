import { ok } from '#domain/result.ts';
import { placeOfStep } from './acts/place-of-step.ts';
import type { HandlerDeps, HandlersOn } from './handler-deps.ts';

/** Undo and redo over the whole archive, one named step at a time. */
export const createUndoHandlers = ({ archive }: HandlerDeps): HandlersOn<'undo'> => ({
  /** Fails `nothing-to-undo`, or `changed-since` where a record is no longer as the step left it. */
  'undo:undo': async () => {
    const undone = await archive.undo();
    if (!undone.ok) return undone;
    return ok({ name: undone.value.name, place: placeOfStep(undone.value, 'undo') });
  },

  /** Fails `nothing-to-redo`, or `changed-since` where a record is no longer as undoing left it. */
  'undo:redo': async () => {
    const redone = await archive.redo();
    if (!redone.ok) return redone;
    return ok({ name: redone.value.name, place: placeOfStep(redone.value, 'redo') });
  },
});
