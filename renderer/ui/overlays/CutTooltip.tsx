import { useEffect, useState } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './overlay.module.css';

/** Words that are cut off, whole, and where they stand. */
type Cut = { readonly text: string; readonly box: DOMRect };

const SHOWN_AFTER_MS = 400;
const hands = ['keydown', 'pointermove'] as const;
const hiding = ['pointerdown', 'keydown', 'blur'] as const;
/** Room that it needs below the words; else it stands above. */
const ROOM_PX = 64;

const wordsOf = (element: HTMLElement): string => element.textContent.replaceAll(/\s+/gu, ' ').trim();

/** The words of an element are read last: those of a long article are a million, and most elements cut nothing. */
const isCut = (element: Element): element is HTMLElement => {
  if (!(element instanceof HTMLElement)) return false;
  const isWider = element.scrollWidth > element.clientWidth + 1;
  const isHigher = element.scrollHeight > element.clientHeight + 4;
  if (!isWider && !isHigher) return false;
  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
  const isShort = (isWider && textOverflow === 'ellipsis') || (isHigher && webkitLineClamp !== 'none');
  return isShort && !element.title.includes(wordsOf(element));
};

/** The words under the pointer: of the element itself, or of what it stands in. */
const cutAbove = (target: Element): HTMLElement | null => {
  let element: Element | null = target;
  for (let steps = 0; element !== null && steps < 4; steps += 1) {
    if (isCut(element)) return element;
    element = element.parentElement;
  }
  return null;
};

/** The first words of a row that is reached by key; the text that is written or read in shows all of its words. */
const cutWithin = (target: Element): HTMLElement | null =>
  target instanceof HTMLElement && target.isContentEditable
    ? null
    : ([target, ...target.querySelectorAll('*')].find(isCut) ?? null);

/** Watches the window: the words that the pointer or the focus has rested on, and that are cut off. */
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
    // Measured once the pointer or the focus has rested: a text that scrolls beneath a pointer comes upon many.
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
    // A list under a field tells of the row that its keys have come to, and the field keeps the focus.
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
    // A key that moves the focus scrolls to it: that ends what is shown, and not what is about to be.
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
 * Shows in full what does not fit its place, wherever in the window that is: whatever ends in an ellipsis, and is not
 * told by a title of its own, is seen to be cut by its size. Readers of screens have the whole text anyway.
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
