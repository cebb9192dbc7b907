import type { BoundaryStep } from '#domain/passage/edit/step-boundary.ts';
import { type CursorPress, cursorStepOf } from '../cursor/cursor-key.ts';

export type BoundaryKey = 'next' | 'keep' | 'leave' | BoundaryStep;

const plainKeys: Readonly<Record<string, BoundaryKey | undefined>> = {
  Tab: 'next',
  Enter: 'keep',
  Escape: 'leave',
};

/**
 * What a key press means while boundaries are moved: the arrows go as those of the reading cursor do, with Shift by
 * single characters; Tab, Enter and Esc. Null for every other key.
 */
export const boundaryKeyOf = (
  press: CursorPress,
  layout: Parameters<typeof cursorStepOf>[1],
): BoundaryKey | null => {
  const hasModifier = press.ctrlKey || press.metaKey || press.altKey;
  const plain = plainKeys[press.key];
  if (plain !== undefined) return hasModifier || press.isComposing ? null : plain;
  const step = cursorStepOf(press, layout);
  if (step === null) return null;
  const { unit, direction, extends: isFine } = step;
  return { unit: isFine && unit === 'word' ? 'character' : unit, direction };
};
