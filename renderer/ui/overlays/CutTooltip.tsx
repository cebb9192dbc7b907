import { useEffect, useState } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './overlay.module.css';

/** Truncated words in full, and where they are. */
type Cut = { readonly text: string; readonly box: DOMRect };

const SHOWN_AFTER_MS = 400;
const hands = ['keydown', 'pointermove'] as const;
const hiding = ['pointerdown', 'keydown', 'blur'] as const;
/** Room needed below the words; else it is shown above. */
const ROOM_PX = 64;

const wordsOf = (element: HTMLElement): string => element.textContent.replaceAll(/\s+/gu, ' ').trim();

/**
 * The text of an element is read last: that of a long article has a million characters, and most elements truncate
 * nothing.
 */
const isCut = (element: Element): element is HTMLElement => {
  if (!(element instanceof HTMLElement)) return false;
  const isWider = element.scrollWidth > element.clientWidth + 1;
  const isHigher = element.scrollHeight > element.clientHeight + 4;
  if (!isWider && !isHigher) return false;
  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
  const isShort = (isWider && textOverflow === 'ellipsis') || (isHigher && webkitLineClamp !== 'none');
  return isShort && !element.title.includes(wordsOf(element));
};

/** The truncated words under the pointer: of the element itself, or of an ancestor. */
const cutAbove = (target: Element): HTMLElement | null => {
  let element: Element | null = target;
  for (let steps = 0; element !== null && steps < 4; steps += 1) {
    if (isCut(element)) return element;
    element = element.parentElement;
  }
  return null;
};

/** The first truncated words of a row focused by key; the text being written or read shows all of its words. */
const cutWithin = (target: Element): HTMLElement | null =>
  target instanceof HTMLElement && target.isContentEditable
    ? null
    : ([target, ...target.querySelectorAll('*')].find(isCut) ?? null);

/** Watches the window for truncated words on which the pointer or the focus has rested. */
const useCut = (): Cut | null => {
  const [cut, setCut] = useState<Cut | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: HTMLElement | null = null;
    let isByKey = false;
    const hide = (): void => {
      clearTimeout(timer);
      shown = null;
      setCut(null);
    };
    // Measured once the pointer or the focus has rested: scrolling moves many elements under the pointer.
    const showSoon = (find: () => HTMLElement | null): void => {
      hide();
      timer = setTimeout(() => {
        shown = find();
        if (shown?.isConnected) setCut({ text: wordsOf(shown), box: shown.getBoundingClientRect() });
      }, SHOWN_AFTER_MS);
    };
    const onPointer = ({ target, buttons }: PointerEvent): void => {
      if (buttons !== 0 || !(target instanceof Element)) hide();
      else if (!shown?.contains(target)) showSoon(() => cutAbove(target));
    };
    const noteHand = ({ type }: Event): void => {
      isByKey = type === 'keydown';
    };
    // A list under a field marks the row that the arrow keys have reached, while the field keeps the focus.
    const isReached = (target: Element): boolean =>
      target.matches(':focus-visible') || (isByKey && target !== document.activeElement);
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element && isReached(target)) showSoon(() => cutWithin(target));
      else hide();
    };
    document.addEventListener('pointerover', onPointer);
    for (const name of hands) window.addEventListener(name, noteHand, { capture: true });
    document.addEventListener('focusin', onFocus);
    for (const name of hiding) window.addEventListener(name, hide, { capture: true });
    // A key that moves the focus also scrolls: that hides the current tooltip, but not the one about to appear.
    const hideShown = (): void => setCut(null);
    window.addEventListener('scroll', hideShown, { capture: true });
    return () => {
      hide();
      document.removeEventListener('pointerover', onPointer);
      for (const name of hands) window.removeEventListener(name, noteHand, { capture: true });
      document.removeEventListener('focusin', onFocus);
      for (const name of hiding) window.removeEventListener(name, hide, { capture: true });
      window.removeEventListener('scroll', hideShown, { capture: true });
    };
  }, []);
  return cut;
};

/**
 * Shows in full what does not fit, anywhere in the window: whatever ends in an ellipsis and has no title of its own is
 * found by comparing sizes. Screen readers have the whole text anyway.
 */
export const CutTooltip = () => {
  const cut = useCut();
  if (cut === null) return null;
  const { text, box } = cut;
  const isBelow = box.bottom + ROOM_PX < innerHeight;
  return (
    <div
      className={joinClasses('tip', styles.cut)}
      data-cut
      style={{
        left: Math.max(4, Math.min(box.left, innerWidth - 328)),
        ...(isBelow ? { top: box.bottom + 4 } : { bottom: innerHeight - box.top + 4 }),
      }}
      aria-hidden
    >
      {text}
    </div>
  );
};
