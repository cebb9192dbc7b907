import { focusInto } from '#renderer/ui/focus/focus-into.ts';

/** The text that is read or written. */
const TEXT = '[data-pane-focus][contenteditable="true"]';
/** What hands go on in, the first that is there: that text, the list, the rows of a page. */
const MAIN_PARTS = [TEXT, '[data-pane-focus]', '[data-row-id]'];

/** So long the text or the list of a view may still be on its way; after that what is there has to do. */
const WAITS_MS = 600;
/** So long a view that has nothing yet may still be on its way, such as one that is loaded when it is asked for. */
const WAITS_FOR_ANY_MS = 3000;

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** The parts of a view are known by what they say of themselves, in the order of the document, which it alone knows. */
const find = (view: HTMLElement, selector: string): readonly HTMLElement[] =>
  [...view.querySelectorAll<HTMLElement>(selector)].filter(isShown);

/** A list opens the row that it gives its focus to by itself: here the row has it, and nothing is opened by going there. */
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

/** A view with none of them, such as an empty list: it has the focus itself, and what stands in it is a Tab away. */
const focusPaneItself = (view: HTMLElement): boolean =>
  find(view, '[data-pane]').some((pane) => {
    pane.focus();
    return document.activeElement === pane;
  });

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
  const stop = (): void => {
    cancelAnimationFrame(frame);
    ending.abort();
  };
  const take = (): boolean => {
    const waited = performance.now() - began;
    if (waited < WAITS_MS) return focusPart(view, hasText ? [TEXT] : MAIN_PARTS);
    return focusPart(view, MAIN_PARTS) || focusPaneItself(view) || waited > WAITS_FOR_ANY_MS;
  };
  const attempt = (): void => {
    if (!isWanted() || take()) stop();
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
