import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { useFollowScroll } from '#renderer/ui/use-follow-scroll.ts';

/** In CSS pixels; the style sheet says the same. */
export const LINE_HEIGHT = 30;
/** So much above and below what is in sight is drawn too, in CSS pixels. */
const BEYOND = 480;
/** Lines that come and go together. */
const CHUNK = 8;

export type Span = { readonly first: number; readonly end: number };

/** What scrolls `element`: the nearest around it that does, else the page. */
export const scrollerOf = (element: HTMLElement): HTMLElement => {
  for (let each: HTMLElement | null = element; each !== null; each = each.parentElement)
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  return document.documentElement;
};

const spanOf = (element: HTMLElement): Span => {
  const scroller = scrollerOf(element);
  const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
  const chunkAt = (height: number): number => Math.floor(Math.max(0, height) / LINE_HEIGHT / CHUNK) * CHUNK;
  return { first: chunkAt(top - BEYOND), end: chunkAt(top + scroller.clientHeight + BEYOND) + CHUNK };
};

/** The lines of `element` that are in sight of what scrolls it, or nearly so. All lines are of one height. */
export const useLinesInSight = (place: RefObject<HTMLElement | null>): Span => {
  const [span, setSpan] = useState<Span>({ first: 0, end: 0 });
  const look = useCallback(() => {
    if (place.current === null) return;
    const next = spanOf(place.current);
    setSpan((last) => (last.first === next.first && last.end === next.end ? last : next));
  }, [place]);
  // What stands above it may have grown or shrunk with whatever was drawn just now.
  useLayoutEffect(look);
  useFollowScroll(
    useCallback(() => (place.current === null ? null : scrollerOf(place.current)), [place]),
    look,
  );
  return span;
};
