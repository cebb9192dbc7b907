import type { Step } from '#domain/archive/changes.ts';
import { joinSteps } from '#domain/archive/join-steps.ts';
import type { UndoState } from '#domain/contract/events.ts';

/** Steps of one session that can be undone. */
export const KEPT_STEPS = 200;

export type Direction = 'undo' | 'redo';

/** The named steps that can be undone, and those that were undone and can be done again. In memory only. */
export class UndoStack {
  #steps: { [D in Direction]: readonly Step[] } = { undo: [], redo: [] };
  /** The edit that the top step belongs to, as long as nothing came between. */
  #editId: string | null = null;

  /** Keeps what was just done. With the edit id of the step before, both are one step, or none if they cancel out. */
  push(step: Step, editId: string | undefined): void {
    const [last] = this.#steps.undo.slice(-1);
    const isSameEdit = editId !== undefined && editId === this.#editId && last !== undefined;
    const joined = isSameEdit ? joinSteps(last, step) : step;
    const earlier = isSameEdit ? this.#steps.undo.slice(0, -1) : this.#steps.undo;
    this.#steps = { undo: [...earlier, ...(joined === null ? [] : [joined])].slice(-KEPT_STEPS), redo: [] };
    this.#editId = joined === null ? null : (editId ?? null);
  }

  /** What comes next is a step of its own: the record that the edit goes on with is no longer as the edit left it. */
  endEdit(): void {
    this.#editId = null;
  }

  /** The step that is next to be undone, or done again. */
  next(direction: Direction): Step | null {
    return this.#steps[direction].at(-1) ?? null;
  }

  /** All steps of a direction, the next one first. */
  steps(direction: Direction): readonly Step[] {
    return this.#steps[direction].toReversed();
  }

  /** The next step was undone, or done again: it can now go the other way. */
  turn(direction: Direction): void {
    const opposite = direction === 'undo' ? 'redo' : 'undo';
    const turned = this.#steps[direction].slice(-1);
    this.drop(direction);
    this.#steps = { ...this.#steps, [opposite]: [...this.#steps[opposite], ...turned] };
  }

  /** The next step can't go any more; those before it still may. */
  drop(direction: Direction): void {
    this.#steps = { ...this.#steps, [direction]: this.#steps[direction].slice(0, -1) };
    this.#editId = null;
  }

  state(): UndoState {
    return { undo: this.next('undo')?.name ?? null, redo: this.next('redo')?.name ?? null };
  }
}
