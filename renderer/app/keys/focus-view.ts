import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { focusPane } from '#renderer/ui/focus/focus-pane.ts';

/** What hands go on in, the first that is there: the text that is read or written, the list, the rows of a page. */
const MAIN_PARTS = ['[data-pane-focus][contenteditable="true"]', '[data-pane-focus]', '[data-row-id]'];

/** So long the lists of a view may still be on their way; after that its first control has to do. */
const WAITS_MS = 600;

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** The parts of a view are known by what they say of themselves, in the order of the document, which it alone knows. */
const find = (view: HTMLElement, selector: string): readonly HTMLElement[] =>
  [...view.querySelectorAll<HTMLElement>(selector)].filter(isShown);

const focusMainPart = (view: HTMLElement): boolean =>
  MAIN_PARTS.some((selector) => find(view, selector).some((part) => focusInto(part) !== null));

/**
 * Puts the focus on the main part of a view that was just gone to, as soon as it is drawn and for as long as it
 * `isWanted`. A key or a press ends the waiting: the focus is never taken from hands that went on. Answers how to stop.
 */
export const focusViewSoon = (view: HTMLElement, isWanted: () => boolean): (() => void) => {
  const ending = new AbortController();
  const { signal } = ending;
  const until = performance.now() + WAITS_MS;
  let frame = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    ending.abort();
  };
  const attempt = (): void => {
    if (!isWanted() || focusMainPart(view)) stop();
    else if (performance.now() < until) frame = requestAnimationFrame(attempt);
    else {
      find(view, '[data-pane]').some(focusPane);
      stop();
    }
  };
  for (const kind of ['keydown', 'pointerdown'] as const)
    window.addEventListener(kind, stop, { signal, capture: true });
  // What closes now gives the focus back a frame later.
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(attempt);
  });
  return stop;
};
