import { EDITABLE, focusInto } from '#renderer/ui/focus/focus-into.ts';
import { focusHeading } from '#renderer/ui/focus/focus-pane.ts';

/** The text being read or written. */
const TEXT = `[data-pane-focus]${EDITABLE}`;
/** Where the focus goes, the first that exists: that text, the list, the rows of a page. */
const MAIN_PARTS = [TEXT, '[data-pane-focus]', '[data-row-id]'];

/** How long to wait for the text or list of a view; after that its heading gets the focus for now. */
const WAITS_MS = 600;
/** How long they may still arrive, such as the list of a just opened archive on a busy machine. */
const WAITS_FOR_ANY_MS = 10_000;

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** The parts of a view mark themselves by attributes; they come in document order. */
const find = (view: HTMLElement, selector: string): readonly HTMLElement[] =>
  [...view.querySelectorAll<HTMLElement>(selector)].filter(isShown);

/** A list opens the row that it gives the focus to: here the row is focused directly, so that nothing is opened. */
const focusRowOf = (part: HTMLElement): boolean => {
  const rows = [...part.querySelectorAll<HTMLElement>('[role="row"]')];
  const row = rows.find((each) => each.getAttribute('aria-selected') === 'true') ?? rows[0];
  row?.focus();
  return row !== undefined && document.activeElement === row;
};

const focusPart = (view: HTMLElement, selectors: readonly string[]): boolean =>
  selectors.some((selector) =>
    find(view, selector).some((part) => focusRowOf(part) || focusInto(part) !== null),
  );

/** A view with none of these, such as an empty list: the heading gets the focus, and Tab leads to what is below. */
const focusAnyHeading = (view: HTMLElement): HTMLElement | null => {
  for (const pane of find(view, '[data-pane]')) {
    const focused = focusHeading(pane);
    if (focused !== null) return focused;
  }
  return null;
};

export type ViewWish = {
  readonly view: HTMLElement;
  /** Whether a text is open beside the list. */
  readonly hasText: boolean;
  readonly isWanted: () => boolean;
};

/**
 * Focuses the main part of a view that was just opened, as soon as it is rendered and while it `isWanted`. A key or a
 * press cancels: the focus is never taken from somebody who has gone on working. Returns how to stop.
 */
export const focusViewSoon = ({ view, hasText, isWanted }: ViewWish): (() => void) => {
  const ending = new AbortController();
  const { signal } = ending;
  const began = performance.now();
  let frame = 0;
  let standIn: HTMLElement | null = null;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    ending.abort();
  };
  const take = (): boolean => {
    const waited = performance.now() - began;
    if (waited < WAITS_MS) return focusPart(view, hasText ? [TEXT] : MAIN_PARTS);
    if (focusPart(view, MAIN_PARTS) || waited > WAITS_FOR_ANY_MS) return true;
    standIn ??= focusAnyHeading(view);
    return false;
  };
  const isStoodIn = (): boolean => standIn !== null && document.activeElement === standIn;
  const attempt = (): void => {
    if (!(isStoodIn() || isWanted()) || take()) stop();
    else frame = requestAnimationFrame(attempt);
  };
  for (const kind of ['keydown', 'pointerdown'] as const)
    window.addEventListener(kind, stop, { signal, capture: true });
  // A dialog or menu that is closing returns the focus a frame later.
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(attempt);
  });
  return stop;
};
