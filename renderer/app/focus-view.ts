import { EDITABLE, focusInto } from '#renderer/ui/focus/focus-into.ts';
import { focusHeading } from '#renderer/ui/focus/focus-pane.ts';

/** The text that is read or written. */
const TEXT = `[data-pane-focus]${EDITABLE}`;
/** What hands go on in, the first that is there: that text, the list, the rows of a page. */
const MAIN_PARTS = [TEXT, '[data-pane-focus]', '[data-row-id]'];

/**
 * So long the text of a view may still be on its way, or its list; after that its heading has the focus in their place.
 */
const WAITS_MS = 600;
/** So long they may still come after all, such as the list of an archive that was opened just now on a busy machine. */
const WAITS_FOR_ANY_MS = 10_000;

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** The parts of a view are known by what they say of themselves, in the order of the document, which it alone knows. */
const find = (view: HTMLElement, selector: string): readonly HTMLElement[] =>
  [...view.querySelectorAll<HTMLElement>(selector)].filter(isShown);

/**
 * A list opens the row that it gives its focus to by itself: here the row has it, and nothing is opened by going there.
 */
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

/** A view with none of them, such as an empty list: its heading has the focus, and what is below it is a Tab away. */
const focusAnyHeading = (view: HTMLElement): HTMLElement | null => {
  for (const pane of find(view, '[data-pane]')) {
    const focused = focusHeading(pane);
    if (focused !== null) return focused;
  }
  return null;
};

export type ViewWish = {
  readonly view: HTMLElement;
  /** Whether a text is opened in it, beside its list. */
  readonly hasText: boolean;
  readonly isWanted: () => boolean;
};

/**
 * Puts the focus on the main part of a view that was just gone to, as soon as it is drawn and for as long as it
 * `isWanted`. A key or a press ends the waiting: the focus is never taken from hands that went on. Answers how to stop.
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
  // What closes now gives the focus back a frame later.
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(attempt);
  });
  return stop;
};
