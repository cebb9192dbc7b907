import type { PassageId } from '#domain/ids.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { announce } from '#renderer/window/live-region.ts';
import { passageAtOffset } from '../../passages/find-passage.ts';
import type { DrawnRegion } from '../../regions/drawn-region.ts';
import { sayPassage, saySelected } from '../../say-passage.ts';
import { useOpenPassages } from '../../state/passages-context.ts';
import { useReader } from '../../state/reader-context.ts';
import { selectPassage } from '../../state/reader-store.ts';
import { scrollToOffset } from '../../text/scroll-text.ts';

/** What is done on a page is done in the text: there the hands go on, with all its keys. */
export const useSelectInText = () => {
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
    /** The selection stands. */
    finish(range: TextRange): void {
      store.setState({ isSelecting: false });
      show(range.start);
      announce(saySelected([article.index.text.slice(range.start, range.end)]));
    },
    /** A press on a page: the passage there, else a caret. */
    press(offset: number): void {
      view?.select({ start: offset, end: offset });
      store.setState({ selected: { caret: offset, range: null }, isSelecting: false });
      const passage = passageAtOffset(placed, offset)?.passage;
      selectPassage(store, passage?.id ?? null);
      show(offset);
      if (passage !== undefined) announce(sayPassage(passage));
    },
    /** A press on a region of a page: its card stands beside its text. */
    pressRegion({ id, offset, says }: DrawnRegion): void {
      view?.select({ start: offset, end: offset });
      store.setState({ selected: { caret: offset, range: null }, isSelecting: false });
      selectPassage(store, id);
      show(offset);
      announce(says);
    },
    /** The pointer stands over a region, a letter, or neither. */
    hover(offset: number | null, regionId: PassageId | null): void {
      const letterId = offset === null ? null : (passageAtOffset(placed, offset)?.passage.id ?? null);
      const hotId = regionId ?? letterId;
      if (store.getState().hotId !== hotId) store.setState({ hotId });
    },
  };
};
