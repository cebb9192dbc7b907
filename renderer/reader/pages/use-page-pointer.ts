import { type PointerEvent as PagePointerEvent, type RefObject, useEffect, useRef } from 'react';
import { offsetAt, type PointedAt } from '#domain/article/printed/offset-at.ts';
import type { PassageId } from '#domain/ids.ts';
import { growRange } from '#domain/reading/grow-range.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { announce } from '#renderer/window/live-region.ts';
import { holdPointer } from '../boundaries/hold-pointer.ts';
import type { DrawnRegion } from '../state/drawn-region.ts';
import { passageAtOffset } from '../state/find-passage.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { sayPassage, saySelected } from '../state/say-passage.ts';
import { scrollToOffset } from '../text/scroll-text.ts';
import { usePages } from './pages-context.ts';
import { CLICK_PX, type FramePointer, type Point, scrollAlong, sheetAt } from './use-frame-pointer.ts';

const between = (anchor: PointedAt, head: PointedAt): TextRange | null => {
  const [start, end] = [Math.min(anchor.boundary, head.boundary), Math.max(anchor.boundary, head.boundary)];
  return start === end ? null : { start, end };
};

/** The text at a point of the window, found through the page under it. */
const usePointing = (scroller: RefObject<HTMLElement | null>) => {
  const { article } = useReader();
  const { letters } = usePages();
  return (point: Point): PointedAt | null => {
    const sheet = scroller.current === null ? null : sheetAt(scroller.current, point);
    if (sheet === null) return null;
    const { left, top, width, height } = sheet.getBoundingClientRect();
    const onPage = { x: (point.clientX - left) / width, y: (point.clientY - top) / height };
    return offsetAt(letters.known(Number(sheet.dataset.sheet)), onPage, article.index.text);
  };
};

/** Acts on a page are done in the text, which gets the focus and all its keys. */
const useSelectInText = () => {
  const { article, store, view, scroller } = useReader();
  const { placed } = useOpenPassages();
  const show = (offset: number): void => {
    if (view === null || scroller.current === null) return;
    view.focus();
    scrollToOffset({ view, scroller: scroller.current, offset, to: 'sight' });
  };
  return {
    /** Shows a selection that is being drawn. */
    select(range: TextRange): void {
      view?.select(range);
      selectPassage(store, null);
      store.setState({ selected: { caret: range.end, range }, isSelecting: true });
    },
    /** The selection is complete. */
    finish(range: TextRange): void {
      store.setState({ isSelecting: false });
      show(range.start);
      announce(saySelected([article.index.text.slice(range.start, range.end)]));
    },
    /** A press on a page: selects the passage there, else sets the caret. */
    press(offset: number): void {
      view?.select({ start: offset, end: offset });
      store.setState({ selected: { caret: offset, range: null }, isSelecting: false });
      const passage = passageAtOffset(placed, offset)?.passage;
      selectPassage(store, passage?.id ?? null);
      show(offset);
      if (passage !== undefined) announce(sayPassage(passage));
    },
    /** A press on a region of a page: its card is aligned with the text beside it. */
    pressRegion({ id, offset, says }: DrawnRegion): void {
      view?.select({ start: offset, end: offset });
      store.setState({ selected: { caret: offset, range: null }, isSelecting: false });
      selectPassage(store, id);
      show(offset);
      announce(says);
    },
    /** The pointer is over a region, a letter, or neither. */
    hover(offset: number | null, regionId: PassageId | null): void {
      const letterId = offset === null ? null : (passageAtOffset(placed, offset)?.passage.id ?? null);
      const hotId = regionId ?? letterId;
      if (store.getState().hotId !== hotId) store.setState({ hotId });
    },
  };
};

/**
 * The pointer on the pages. Dragging over words selects them in the text, also across pages; a press selects the region
 * or passage there or sets the caret; a double press selects the word. `onDone` is called when the text was scrolled to
 * a place.
 */
export const usePagePointer = (
  scroller: RefObject<HTMLElement | null>,
  { regionAt, pressedAt }: Pick<FramePointer, 'regionAt' | 'pressedAt'>,
  onDone: () => void,
) => {
  const { article } = useReader();
  const inText = useSelectInText();
  const pointing = usePointing(scroller);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const select = (range: TextRange): TextRange => {
    const whole = snapToGraphemes(article.index.text, range);
    inText.select(whole);
    return whole;
  };
  const press = (point: Point, anchor: PointedAt | null): void => {
    const region = pressedAt(point);
    if (region !== null) inText.pressRegion(region);
    else if (anchor !== null) inText.press(anchor.letter);
  };
  const begin = (pressed: Point, anchor: PointedAt): void => {
    let last: Point = pressed;
    let isDrawn = false;
    let selected: TextRange | null = null;
    const draw = (): void => {
      const head = isDrawn ? pointing(last) : null;
      const range = head === null ? null : between(anchor, head);
      if (range !== null) selected = select(range);
    };
    const end = (): void => {
      stop.current = null;
      if (selected === null) press(pressed, anchor);
      else inText.finish(selected);
      onDone();
    };
    stop.current = holdPointer({
      moved(event) {
        last = event;
        const far = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY);
        isDrawn ||= far > CLICK_PX;
        draw();
      },
      framePassed() {
        if (isDrawn && scrollAlong(scroller.current, last)) draw();
      },
      released: end,
      cancelled() {
        stop.current = null;
        inText.press(anchor.letter);
      },
    });
  };

  return {
    onPointerDown(event: PagePointerEvent): void {
      if (event.button !== 0 || stop.current !== null) return;
      const anchor = pointing(event);
      if (anchor === null) {
        press(event, null);
        return;
      }
      // The focus stays until it moves to the text: a press on a page itself takes no focus.
      event.preventDefault();
      begin(event, anchor);
    },
    onDoubleClick(event: React.MouseEvent): void {
      const at = pointing(event)?.letter;
      const word = at === undefined ? null : growRange(article.reading, { start: at, end: at });
      if (word === null) return;
      inText.finish(select(word));
      onDone();
    },
    onPointerMove(event: PagePointerEvent): void {
      if (event.buttons !== 0) return;
      const at = pointing(event);
      inText.hover(at?.isOn === true ? at.letter : null, regionAt(event)?.id ?? null);
    },
    onPointerLeave(): void {
      if (stop.current === null) inText.hover(null, null);
    },
  };
};
