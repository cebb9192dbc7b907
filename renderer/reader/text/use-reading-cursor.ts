import { useRef } from 'react';
import { nextQuotation } from '#domain/reading/find-quotation.ts';
import { growRange, shrinkRange } from '#domain/reading/grow-range.ts';
import { type CursorStep, moveCursor, type ReadingCursor } from '#domain/reading/move-cursor.ts';
import { unitAt } from '#domain/reading/reading-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { announce } from '#renderer/window/live-region.ts';
import { sayHint } from '#renderer/window/notices.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { useReader } from '../state/reader-context.ts';
import { saySelected } from '../state/say-passage.ts';
import type { TextSelected } from '../state/selected-text.ts';
import { selectBeside, selectedRanges } from '../state/selected-text.ts';
import { cursorStepOf } from './cursor-key.ts';
import { scrollToOffset } from './scroll-text.ts';

const SAID_LENGTH = 160;

const cursorOf = ({ caret, range }: TextSelected): ReadingCursor => {
  if (range === null) return { anchor: caret, head: caret };
  return { anchor: caret <= range.start ? range.end : range.start, head: caret };
};

/** Moves caret and selection as a key would: shown, in view, and reported as the analyst's own. */
const useSetting = (onSelected: (selected: TextSelected) => void) => {
  const { view, scroller, article } = useReader();
  const set = ({ anchor, head }: ReadingCursor, others: readonly TextRange[] = []): void => {
    if (view === null || scroller.current === null) return;
    const range = anchor === head ? null : { start: Math.min(anchor, head), end: Math.max(anchor, head) };
    const selected = selectBeside({ caret: head, range }, others);
    view.select({ start: anchor, end: head });
    onSelected(selected);
    scrollToOffset({ view, scroller: scroller.current, offset: head, to: 'sight' });
    const ranges = selectedRanges(selected);
    if (ranges.length === 0) return;
    announce(saySelected(ranges.map(({ start, end }) => article.index.text.slice(start, end))));
  };
  return set;
};

/** Where the growing selection started, as long as it is still the same selection. */
type Growth = { readonly caret: number; readonly range: TextRange };

const isSame = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end;

/**
 * The reading cursor of the text: arrow keys by word, sentence and paragraph, and the commands that grow and shrink the
 * selection. `onSelected` is called as for a selection made by hand.
 */
export const useReadingCursor = (
  placed: readonly PlacedPassage[],
  onSelected: (selected: TextSelected) => void,
) => {
  const { article, store, view } = useReader();
  const { reading } = article;
  const set = useSetting(onSelected);
  const growth = useRef<Growth | null>(null);

  const select = (range: TextRange, others: readonly TextRange[] = []): void => {
    view?.focus();
    set({ anchor: range.start, head: range.end }, others);
  };
  /** Everything selected, with the text between its parts; else the caret. */
  const place = (): TextRange => {
    const { selected } = store.getState();
    const ranges = selectedRanges(selected);
    const { caret } = selected;
    return { start: ranges[0]?.start ?? caret, end: ranges.at(-1)?.end ?? caret };
  };
  /** What has been read: the selection, else the passage that begins at the caret: the selected one, or a quotation. */
  const endOfHere = (): number => {
    const { selected, selectedId } = store.getState();
    if (selectedRanges(selected).length > 0) return place().end;
    const behind = placed.find(
      ({ passage, start }) =>
        start === selected.caret && (passage.id === selectedId || passage.manner === 'direct'),
    );
    return behind?.end ?? selected.caret;
  };
  const growthOf = (range: TextRange): number => {
    const { current } = growth;
    return current !== null && isSame(current.range, range) ? current.caret : range.start;
  };
  const resize = (range: TextRange | null, caret: number, otherwise: string): void => {
    if (range === null) {
      sayHint(otherwise);
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
    const [first, second] = selectedRanges(store.getState().selected);
    if (first !== undefined && second !== undefined) {
      select(first);
      return;
    }
    const range = place();
    const caret = growthOf(range);
    resize(shrinkRange(reading, range, caret), caret, 'Nothing smaller to select');
  });
  useCommand('passage.next-quotation', () => {
    const parts = nextQuotation(reading, endOfHere());
    const last = parts.at(-1);
    if (last === undefined) sayHint('No more quotations');
    else select(last, parts.slice(0, -1));
  });

  const sayPlace = ({ unit }: CursorStep, { head }: ReadingCursor): void => {
    const range = unitAt(reading, head, unit);
    if (range !== null) announce(reading.text.slice(range.start, range.end).slice(0, SAID_LENGTH));
  };
  /** Returns whether the key was one of the cursor's. */
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
