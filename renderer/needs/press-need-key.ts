import type { KeyboardEvent } from 'react';

/** What the keys of Review do that no letter is needed for; the letters and digits are commands of the table. */
export type NeedKeyActs = {
  next(): void;
  previous(): void;
  open(): void;
};

const actOf = (event: KeyboardEvent, acts: NeedKeyActs): (() => void) | null => {
  if (event.key === 'ArrowDown') return acts.next;
  if (event.key === 'ArrowUp') return acts.previous;
  // Enter on a button presses it.
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
  return event.key === 'Enter' && !isOnButton ? acts.open : null;
};

/** Does what the press means, and takes it. */
export const pressNeedKey = (event: KeyboardEvent, acts: NeedKeyActs): void => {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (event.defaultPrevented || hasModifier || event.nativeEvent.isComposing) return;
  const run = actOf(event, acts);
  if (run === null) return;
  event.preventDefault();
  run();
};
