import type { KeyboardEvent } from 'react';

/** What the keys of Needs you do. */
export type NeedKeyActs = {
  next(): void;
  previous(): void;
  open(): void;
  keepOrphan(): void;
  /** The repair of a file was seen. */
  see(): void;
  /** The candidate of that rank, from 0. */
  take(rank: number): void;
};

/** A letter, by its key where the layout is Latin, else by its place. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  key.length === 1 && key < '\u0250'
    ? key.toLowerCase()
    : (/^Key([A-Z])$/u.exec(code)?.[1] ?? '').toLowerCase();

/** Keys that are no letters: they act even where single keys are off. */
const plainKeyAct = (event: KeyboardEvent, acts: NeedKeyActs): (() => void) | null => {
  if (event.key === 'ArrowDown') return acts.next;
  if (event.key === 'ArrowUp') return acts.previous;
  // Enter on a button presses it.
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
  return event.key === 'Enter' && !isOnButton ? acts.open : null;
};

const singleKeyAct = (event: KeyboardEvent, acts: NeedKeyActs): (() => void) | null => {
  // Digits go by code, since some layouts need Shift for them.
  const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
  if (digit !== undefined) return () => acts.take(Number(digit) - 1);
  const letters: Readonly<Record<string, () => void>> = {
    j: acts.next,
    k: acts.previous,
    o: acts.keepOrphan,
    x: acts.see,
  };
  return letters[letterOf(event)] ?? null;
};

/** Does what the press means, and takes it. */
export const pressNeedKey = (event: KeyboardEvent, acts: NeedKeyActs, hasSingleKeys: boolean): void => {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (event.defaultPrevented || hasModifier || event.nativeEvent.isComposing) return;
  const run = plainKeyAct(event, acts) ?? (hasSingleKeys ? singleKeyAct(event, acts) : null);
  if (run === null) return;
  event.preventDefault();
  run();
};
