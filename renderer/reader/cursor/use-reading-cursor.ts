import { useMemo, useRef } from 'react';
import { countWords } from '#domain/article/count-words.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import { nextQuotation } from '#domain/reading/find-quotation.ts';
import { growRange, shrinkRange } from '#domain/reading/grow-range.ts';
import { type CursorStep, moveCursor, type ReadingCursor } from '#domain/reading/move-cursor.ts';
import { type ReadingText, unitAt } from '#domain/reading/reading-text.ts';
import { useCommand } from '#renderer/bridge/commands.ts';
import { announce } from '#renderer/bridge/live-region.ts';
import { useReader } from '../state/reader-context.ts';
import type { TextSelected } from '../text/article-view.ts';
import { scrollToOffset } from '../text/scroll-text.ts';
import { cursorStepOf } from './cursor-key.ts';

/** Longer selections are told by their length and their beginning. */
const SAID_LENGTH = 160;

const saySelected = (exact: string): string => {
  const count = countWords(exact, null);
  const said = exact.length > SAID_LENGTH ? `${exact.slice(0, SAID_LENGTH).trimEnd()}…` : exact;
  return `Selected, ${count === 1 ? '1 word' : `${count} words`}: ${said}`;
};

const cursorOf = ({ caret, range }: TextSelected): ReadingCursor => {
  if (range === null) return { anchor: caret, head: caret };
  return { anchor: caret <= range.start ? range.end : range.start, head: caret };
};

/** Moves caret and selection as a key would: shown, in sight, and told as the analyst's own. */
const useSetting = (onSelected: (selected: TextSelected) => void) => {
  const { view, scroller, article } = useReader();
  const set = ({ anchor, head }: ReadingCursor): void => {
    if (view === null || scroller.current === null) return;
    const range = anchor === head ? null : { start: Math.min(anchor, head), end: Math.max(anchor, head) };
    view.select({ start: anchor, end: head });
    onSelected({ caret: head, range });
    scrollToOffset({ view, scroller: scroller.current, offset: head, to: 'sight' });
    if (range !== null) announce(saySelected(article.index.text.slice(range.start, range.end)));
  };
  return set;
};

const useReading = (): ReadingText => {
  const { article } = useReader();
  return useMemo(
    () => ({
      text: article.index.text,
      paragraphs: article.spans,
      language: article.article.bibliography.language ?? 'und',
    }),
    [article],
  );
};

/** Where the selection began to grow, as long as it is still the one that grew. */
type Growth = { readonly caret: number; readonly range: TextRange };

const isSame = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end;

/**
 * The reading cursor of the text: arrow keys by word, sentence and paragraph, and the commands that grow and shrink
 * the selection. `onSelected` hears of a selection as if it were drawn by hand.
 */
export const useReadingCursor = (onSelected: (selected: TextSelected) => void) => {
  const { store, view } = useReader();
  const reading = useReading();
  const set = useSetting(onSelected);
  const growth = useRef<Growth | null>(null);

  const select = (range: TextRange): void => {
    view?.focus();
    set({ anchor: range.start, head: range.end });
  };
  const place = (): TextRange => {
    const { range, caret } = store.getState().selected;
    return range ?? { start: caret, end: caret };
  };
  const growthOf = (range: TextRange): number => {
    const { current } = growth;
    return current !== null && isSame(current.range, range) ? current.caret : range.start;
  };
  const resize = (range: TextRange | null, caret: number, otherwise: string): void => {
    if (range === null) {
      announce(otherwise);
      return;
    }
    growth.current = { caret, range };
    select(range);
  };

  useCommand('passage.grow', () => {
    const range = place();
    resize(growRange(reading, range), growthOf(range), 'The whole paragraph is selected');
  });
  useCommand('passage.shrink', () => {
    const range = place();
    const caret = growthOf(range);
    resize(shrinkRange(reading, range, caret), caret, 'Nothing smaller to select');
  });
  useCommand('passage.next-quotation', () => {
    const next = nextQuotation(reading, place().end);
    if (next === null) announce('No quotation after this');
    else select(next);
  });

  const sayPlace = ({ unit }: CursorStep, { head }: ReadingCursor): void => {
    const range = unitAt(reading, head, unit);
    if (range !== null) announce(reading.text.slice(range.start, range.end).slice(0, SAID_LENGTH));
  };
  /** Answers whether the key was one of the cursor's. */
  return (event: KeyboardEvent, isMac: boolean): boolean => {
    const isRightToLeft = view?.dom.dir === 'rtl';
    const step = cursorStepOf(event, { isMac, isRightToLeft });
    if (step === null) return false;
    const next = moveCursor(reading, cursorOf(store.getState().selected), step);
    set(next);
    if (!step.extends) sayPlace(step, next);
    return true;
  };
};
