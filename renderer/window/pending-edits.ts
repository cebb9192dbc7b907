/**
 * What was typed or asked for and is not on the disk yet. It counts from the keystroke on, whoever holds it: an act on
 * its way and a text that saves itself are counted by whoever sends them, and what stands in a field that nobody has
 * taken over is found in the page itself, so that no field can be forgotten.
 */
import { create } from 'zustand';

export const usePendingEdits = create<{
  /** Edits on their way to the disk: they get there by themselves. */
  readonly held: number;
  /** Fields whose text is in the page alone: it is written when they are left, on Enter, or by a button. */
  readonly typed: number;
}>(() => ({ held: 0, typed: 0 }));

/** Whether anything that was typed or asked for is not on the disk. */
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

/** What asks for something and keeps nothing: searches, filters, a page to go to. A passphrase is never kept. */
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

/** Fields whose text nobody has taken over, each with the text that it had before. */
const typedIn = new Map<HTMLElement, string>();
/** The text that a field had when it got the focus, or when its text was taken over last. */
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

/** A field that went with its dialog, or shows what it showed before, holds nothing any more. */
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

/** Fields whose text was kept as a whole, and in which nothing was typed since. */
const kept = new WeakSet<HTMLElement>();

/** Whether the last that was done in the focused field was to keep its text: undo means that step, not its letters. */
export const isKeptLast = (): boolean => {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && kept.has(activeElement);
};

/**
 * What was typed in the focused field is saved by itself, or was saved while it has the focus: that `text`, if given.
 */
export const takeOverFocused = (text?: string): void => {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement)) return;
  if (text !== undefined && textIn(activeElement).trim() === text) kept.add(activeElement);
  if (!typedIn.has(activeElement)) return;
  if (text === undefined || textIn(activeElement).trim() === text) takeOver(activeElement);
};

/** After all handlers of an event: its field holds nothing more if one of them has sent it, or saves it by itself. */
const takeOverIfSent = (field: HTMLElement): void => {
  const heldBefore = heldSoFar;
  setTimeout(() => {
    if (heldSoFar > heldBefore && typedIn.has(field)) takeOver(field);
    lookAgain();
  });
};

/**
 * Told by another listener, after the field has heard of its letter: whatever is drawn anew before that puts the text
 * back that the field had, and the letter is lost.
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

/** Leaving a field and Enter are what may send it. */
const noteSending = (event: Event): void => {
  if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== 'Escape') return;
  if (event.target instanceof HTMLElement && typedIn.has(event.target)) takeOverIfSent(event.target);
};

/** Counts what is typed anywhere in the page until the returned function is called. */
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
