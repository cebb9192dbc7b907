import { useEffect, useLayoutEffect, useRef } from 'react';
import { appOpenLink } from '#domain/contract/app.ts';
import type { PassageId } from '#domain/ids.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { isCommandEnabled, runCommand } from '#renderer/commands/commands.ts';
import { passageActs } from '#renderer/commands/context-menu.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { focusTarget, registerFocusTarget } from '#renderer/window/focus-targets.ts';
import { useDrawing } from '../drawing/use-drawing.ts';
import { openPicture } from '../pictures/open-picture.ts';
import { passageAtOffset } from '../state/find-passage.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import type { ArticleView } from '../state/reader-context.ts';
import { useReader } from '../state/reader-context.ts';
import { openCard, type ReaderStore, selectPassage } from '../state/reader-store.ts';
import type { TextSelected } from '../state/selected-text.ts';
import { selectBeside, selectedRanges } from '../state/selected-text.ts';
import { openArticleView } from './article-view.ts';
import { isPlainPress } from './cursor-key.ts';
import { useReadingCursor } from './use-reading-cursor.ts';

export type ArticleTextProps = {
  readonly onView: (view: ArticleView | null) => void;
  /** Returns whether the key was handled as moving boundaries. */
  readonly onBoundaryKey: (event: KeyboardEvent) => boolean;
};

/** Moves into the translation of the paragraph at the caret; returns whether the article has one. */
const writeTranslation = (store: ReaderStore): boolean =>
  store.getState().selected.range === null &&
  isCommandEnabled('translation.show') &&
  runCommand('translation.edit');

/** How selection, clicks and keys in the text affect passages. */
const textEvents = (store: ReaderStore, placed: readonly PlacedPassage[]) => ({
  selectionChanged(selected: TextSelected): void {
    store.setState({ selected });
    const { selectedId } = store.getState();
    const current = placed.find(({ passage }) => passage.id === selectedId);
    const isInCurrent = current?.ranges.some(
      ({ start, end }) => start <= selected.caret && selected.caret <= end,
    );
    if (selectedRanges(selected).length > 0) selectPassage(store, null);
    else if (isInCurrent !== true) this.clicked(selected.caret);
  },
  clicked(offset: number): void {
    selectPassage(store, passageAtOffset(placed, offset)?.passage.id ?? null);
  },
  /** A press on a region: the text gets the focus and handles its keys. */
  regionPressed(id: PassageId): void {
    const region = placed.find(({ passage }) => passage.id === id);
    if (region === undefined) return;
    focusTarget('article-text');
    store.setState({ selected: { caret: region.start, range: null } });
    selectPassage(store, id);
  },
  /** The right button keeps a selection that it is pressed on; otherwise it acts like a click. */
  pointedAt(offset: number): void {
    const ranges = selectedRanges(store.getState().selected);
    if (ranges.some(({ start, end }) => start <= offset && offset <= end)) return;
    store.setState({ selected: { caret: offset, range: null } });
    this.clicked(offset);
  },
  /**
   * Enter moves into the card of the selected passage, else into the translation of the paragraph if there is one; Esc
   * deselects the passage.
   */
  keyPressed(event: KeyboardEvent): boolean {
    if (!isPlainPress(event)) return false;
    const { selectedId } = store.getState();
    switch (event.key) {
      case 'Enter':
        if (selectedId === null) return writeTranslation(store);
        openCard(store, selectedId);
        return true;
      case 'Escape':
        // Held down, the Esc that closed a field would also act here.
        if (!event.repeat) selectPassage(store, null);
        return selectedId !== null;
      default:
        return false;
    }
  },
});

/** Held to add to a selection: it does not end one. */
const isModifier = (key: string): boolean => ['Control', 'Meta', 'Shift', 'Alt'].includes(key);

/** Ends pointer states: nothing is hovered after scrolling, and selecting ends with the release. */
const usePointerGone = (): void => {
  const { store, scroller } = useReader();
  // The text has moved under the pointer; the next movement updates it.
  useEffect(() => {
    const element = scroller.current;
    const cool = (): void => {
      if (store.getState().hotId !== null) store.setState({ hotId: null });
    };
    element?.addEventListener('scroll', cool, { passive: true });
    return () => element?.removeEventListener('scroll', cool);
  }, [store, scroller]);

  useEffect(() => {
    const release = (): void => store.setState({ isSelecting: false });
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', release);
    return () => {
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', release);
    };
  }, [store]);
};

/** The text of the article, with its highlights. */
export const ArticleText = (props: ArticleTextProps) => {
  const { article, store, view, load } = useReader();
  const { placed } = useOpenPassages();
  const place = useRef<HTMLDivElement>(null);
  /** The selection when the pointer began to add to it; empty if it started a new one, or a key was pressed. */
  const kept = useRef<readonly TextRange[]>([]);
  const ownEvents = textEvents(store, placed);
  const events = useLatest(ownEvents);
  const moveByKey = useLatest(useReadingCursor(placed, (selected) => ownEvents.selectionChanged(selected)));
  const onView = useLatest(props.onView);
  const onBoundaryKey = useLatest(props.onBoundaryKey);

  useLayoutEffect(() => {
    if (place.current === null) return;
    const opened = openArticleView(place.current, article, {
      selectionChanged: (selected) => events.current.selectionChanged(selectBeside(selected, kept.current)),
      selectedBeside: () => store.getState().selected.others ?? [],
      clicked: (offset) => events.current.clicked(offset),
      linkOpened: (href) => void act(appOpenLink, { href }),
      passageHovered: (hotId) => store.setState({ hotId }),
      pictureOpened: (offset) => openPicture(store, article, offset),
      regionPressed: (id) => events.current.regionPressed(id),
      loadPicture: load,
      keyPressed: (event) => {
        if (!isModifier(event.key)) kept.current = [];
        return (
          onBoundaryKey.current(event) ||
          moveByKey.current(event, useAppState.getState().app?.platform === 'darwin') ||
          events.current.keyPressed(event)
        );
      },
    });
    onView.current(opened);
    const release = registerFocusTarget('article-text')(opened.dom);
    return () => {
      onView.current(null);
      release?.();
      opened.destroy();
    };
  }, [article, store, load]);
  useDrawing(placed);

  usePointerGone();

  return (
    <ContextMenuArea
      ref={place}
      acts={passageActs}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        const { selected } = store.getState();
        kept.current = event.ctrlKey || event.metaKey ? selectedRanges(selected) : [];
        store.setState({ isSelecting: true });
      }}
      onContextTarget={({ clientX, clientY }, isByKey) => {
        if (view === null) return null;
        const offset = view.offsetAt(clientX, clientY);
        if (!isByKey && offset !== null) ownEvents.pointedAt(offset);
        const { selected, selectedId } = store.getState();
        return selected.range === null && selectedId === null ? null : { returnTo: view.dom };
      }}
    />
  );
};
