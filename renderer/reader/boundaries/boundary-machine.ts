/**
 * Moving the boundaries of a passage as a state machine: the state is the edit, or null. Each event gives the next
 * state and an announcement; it has no other effects.
 */

import type { PassageId } from '#domain/ids.ts';
import type { Boundary } from '#domain/passage/edit/move-boundary.ts';
import { type BoundaryStep, stepBoundary } from '#domain/passage/edit/step-boundary.ts';
import type { ReadingText } from '#domain/reading/reading-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { BoundaryEdit } from '../state/reader-store.ts';
import { isSameRanges, sayBoundary, sayLength, withNextBoundary } from './boundary-edit.ts';

export type BoundaryEvent =
  /** Moving starts, by keys or by dragging. */
  | {
      readonly kind: 'begin';
      readonly passageId: PassageId;
      readonly ranges: readonly TextRange[];
      readonly active: Boundary;
      readonly isPulled: boolean;
    }
  /** The pointer previews new ranges. */
  | { readonly kind: 'preview'; readonly ranges: readonly TextRange[] }
  | { readonly kind: 'step'; readonly step: BoundaryStep }
  /** The keys switch to the next boundary. */
  | { readonly kind: 'next' }
  /** The preview is accepted; `isThere` if the passage still exists. */
  | { readonly kind: 'keep'; readonly isThere: boolean }
  /** Everything stays as it was. */
  | { readonly kind: 'leave' };

export type BoundaryTransition = {
  readonly edit: BoundaryEdit | null;
  /** Announced to screen readers. */
  readonly said: string | null;
  /** The new ranges of the passage. */
  readonly resized: readonly TextRange[] | null;
};

const LEFT = 'Boundaries unchanged';

const to = (edit: BoundaryEdit | null, said: string | null = null): BoundaryTransition => ({
  edit,
  said,
  resized: null,
});

const keep = (edit: BoundaryEdit | null, isThere: boolean, text: string): BoundaryTransition => {
  if (edit === null || !isThere || isSameRanges(edit.before, edit.ranges)) return to(null, LEFT);
  const { ranges } = edit;
  return { edit: null, said: `Boundaries moved, ${sayLength(text, ranges)}`, resized: ranges };
};

const step = (edit: BoundaryEdit, by: BoundaryStep, reading: ReadingText): BoundaryTransition => {
  const ranges = stepBoundary(reading, edit.ranges, edit.active, by);
  if (ranges === edit.ranges) return to(edit, 'The boundary can’t move further');
  const next = { ...edit, ranges };
  return to(next, sayBoundary(reading.text, next));
};

const begin = (
  { passageId, ranges, active, isPulled }: Extract<BoundaryEvent, { kind: 'begin' }>,
  text: string,
): BoundaryTransition => {
  const edit = { passageId, before: ranges, ranges, active, isPulled };
  return to(edit, isPulled ? null : `Move the boundaries. ${sayBoundary(text, edit)}`);
};

/** Ignores events that only make sense while boundaries are moved. */
const whileMoved = (
  edit: BoundaryEdit,
  event: Exclude<BoundaryEvent, { kind: 'begin' | 'keep' }>,
  reading: ReadingText,
): BoundaryTransition => {
  if (event.kind === 'leave') return to(null, LEFT);
  if (event.kind === 'step') return step(edit, event.step, reading);
  if (event.kind === 'preview') {
    return to(isSameRanges(edit.ranges, event.ranges) ? edit : { ...edit, ranges: event.ranges });
  }
  const next = withNextBoundary(edit);
  return to(next, sayBoundary(reading.text, next));
};

/** The transition for `event`. One that does not apply changes and announces nothing. */
export const advanceBoundaries = (
  edit: BoundaryEdit | null,
  event: BoundaryEvent,
  reading: ReadingText,
): BoundaryTransition => {
  if (event.kind === 'begin') return begin(event, reading.text);
  if (event.kind === 'keep') return keep(edit, event.isThere, reading.text);
  return edit === null ? to(null) : whileMoved(edit, event, reading);
};
