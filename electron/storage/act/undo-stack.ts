import type { Step } from '#domain/archive/changes.ts';
import { joinSteps } from '#domain/archive/join-steps.ts';
import type { UndoState } from '#domain/contract/events.ts';

/** The number of steps of one session that can be undone. */
export const KEPT_STEPS = 200;

export type Direction = 'undo' | 'redo';

/** The named steps that can be undone, and the undone ones that can be redone. In memory only. */
export class UndoStack {
  #steps: { [D in Direction]: readonly Step[] } = { undo: [], redo: [] };
  /** The edit id of the top step, until another act comes between. */
  #editId: string | null = null;

  /** Adds a step. If it has the edit id of the step before, both become one step, or none if they cancel out. */
  push(step: Step, editId: string | undefined): void {
    const [last] = this.#steps.undo.slice(-1);
    const isSameEdit = editId !== undefined && editId === this.#editId && last !== undefined;
    const joined = isSameEdit ? joinSteps(last, step) : step;
    const earlier = isSameEdit ? this.#steps.undo.slice(0, -1) : this.#steps.undo;
    this.#steps = { undo: [...earlier, ...(joined === null ? [] : [joined])].slice(-KEPT_STEPS), redo: [] };
    this.#editId = joined === null ? null : (editId ?? null);
  }

  /** Makes the next step separate, because the record is no longer as the current edit left it. */
  endEdit(): void {
    this.#editId = null;
  }

  /** The next step to undo, or to redo. */
  next(direction: Direction): Step | null {
    return this.#steps[direction].at(-1) ?? null;
  }

  /** All steps of a direction, the next one first. */
  steps(direction: Direction): readonly Step[] {
    return this.#steps[direction].toReversed();
  }

  /** Moves the next step to the other direction, after it was undone or redone. */
  turn(direction: Direction): void {
    const opposite = direction === 'undo' ? 'redo' : 'undo';
    const turned = this.#steps[direction].slice(-1);
    this.drop(direction);
    this.#steps = { ...this.#steps, [opposite]: [...this.#steps[opposite], ...turned] };
  }

  /** Removes the next step, which can't be undone or redone any more; those before it still may be. */
  drop(direction: Direction): void {
    this.#steps = { ...this.#steps, [direction]: this.#steps[direction].slice(0, -1) };
    this.#editId = null;
  }

  state(): UndoState {
    return { undo: this.next('undo')?.name ?? null, redo: this.next('redo')?.name ?? null };
  }
}
