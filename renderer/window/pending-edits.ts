/**
 * Input that is not on the disk yet, counted from the keystroke on: acts and autosaving texts on their way are counted
 * by their senders, and uncommitted text of fields is found in the page itself, so that no field can be forgotten.
 */
import { create } from 'zustand';

export const usePendingEdits = create<{
  /** Edits on their way to the disk. */
  readonly held: number;
  /** Fields whose text is only in the page: it is written when they are left, on Enter, or by a button. */
  readonly typed: number;
}>(() => ({ held: 0, typed: 0 }));

/** Whether any input is not on the disk. */
export const hasPendingEdits = (): boolean => {
  const { held, typed } = usePendingEdits.getState();
  return held + typed > 0;
};

let heldSoFar = 0;

/** Counts an edit that is on its way to the disk, until the returned function is called. */
export const holdEdit = (): (() => void) => {
  heldSoFar += 1;
  usePendingEdits.setState(({ held }) => ({ held: held + 1 }));
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    usePendingEdits.setState(({ held }) => ({ held: held - 1 }));
  };
};

/** Fields that only ask and save nothing: searches, filters, a page number. A passphrase is never saved. */
const ASKS = '[type=search], [type=password], search *, [data-asks], [data-asks] *';
const TEXT_TYPES = new Set(['text', 'url', 'email', 'tel', 'number']);

const isTextField = (target: EventTarget | null): target is HTMLElement => {
  if (!(target instanceof HTMLElement) || target.matches(ASKS)) return false;
  if (target instanceof HTMLInputElement) return TEXT_TYPES.has(target.type) && !target.readOnly;
  return target instanceof HTMLTextAreaElement ? !target.readOnly : target.isContentEditable;
};

const textIn = (field: HTMLElement): string =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.value
    : (field.textContent ?? '');

/** Fields with uncommitted text, each with its former text. */
const typedIn = new Map<HTMLElement, string>();
/** A field's text when it was focused, or when its text was last committed. */
const before = new WeakMap<HTMLElement, string>();

const RECHECK_MS = 250;
let recheck: ReturnType<typeof setInterval> | undefined;

const tellTyped = (): void => {
  const typed = typedIn.size;
  if (usePendingEdits.getState().typed !== typed) usePendingEdits.setState({ typed });
  if (typed > 0) recheck ??= setInterval(lookAgain, RECHECK_MS);
  else {
    clearInterval(recheck);
    recheck = undefined;
  }
};

/** A field that is gone with its dialog, or has its former text again, has nothing uncommitted. */
const lookAgain = (): void => {
  for (const [field, text] of typedIn)
    if (!field.isConnected || textIn(field) === text) typedIn.delete(field);
  tellTyped();
};

const takeOver = (field: HTMLElement): void => {
  before.set(field, textIn(field));
  typedIn.delete(field);
  tellTyped();
};

/** Fields whose text was committed, without typing since. */
const kept = new WeakSet<HTMLElement>();

/** Whether the last act in the focused field was committing its text: undo then means that step, not its letters. */
export const isKeptLast = (): boolean => {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && kept.has(activeElement);
};

/**
 * The typing in the focused field is saved automatically, or was saved while it has the focus: that `text`, if given.
 */
export const takeOverFocused = (text?: string): void => {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement)) return;
  if (text !== undefined && textIn(activeElement).trim() === text) kept.add(activeElement);
  if (!typedIn.has(activeElement)) return;
  if (text === undefined || textIn(activeElement).trim() === text) takeOver(activeElement);
};

/**
 * After all handlers of an event: the field has nothing uncommitted if one of them has sent it, or saves it
 * automatically.
 */
const takeOverIfSent = (field: HTMLElement): void => {
  const heldBefore = heldSoFar;
  setTimeout(() => {
    if (heldSoFar > heldBefore && typedIn.has(field)) takeOver(field);
    lookAgain();
  });
};

/**
 * Called from another listener, after the field has handled its letter: any earlier render would restore the field's
 * former text, and the letter would be lost.
 */
const noteTyping = ({ target }: Event): void => {
  if (!isTextField(target)) return;
  kept.delete(target);
  if (!typedIn.has(target)) typedIn.set(target, before.get(target) ?? '');
  takeOverIfSent(target);
};

const noteFocus = ({ target }: Event): void => {
  if (isTextField(target) && !typedIn.has(target)) before.set(target, textIn(target));
};

/** Leaving a field and Enter may send it. */
const noteSending = (event: Event): void => {
  if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== 'Escape') return;
  if (event.target instanceof HTMLElement && typedIn.has(event.target)) takeOverIfSent(event.target);
};

/** Tracks typing anywhere in the page until the returned function is called. */
export const followTyping = (): (() => void) => {
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  window.addEventListener('focusin', noteFocus, options);
  window.addEventListener('input', noteTyping, options);
  window.addEventListener('input', tellTyped, { signal: ending.signal });
  window.addEventListener('focusout', noteSending, options);
  window.addEventListener('keydown', noteSending, options);
  return () => {
    ending.abort();
    typedIn.clear();
    tellTyped();
  };
};
