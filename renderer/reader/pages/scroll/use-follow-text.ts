import { useEffect, useRef } from 'react';
import { regionOf } from '#domain/passage/passage.ts';
import type { PageRegion } from '#domain/passage/region/page-region.ts';
import { isOfPage } from '#domain/passage/region/region-selector.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useOpenPassages } from '../../state/passages-context.ts';
import { useReaderState } from '../../state/reader-context.ts';
import { usePages } from '../pages-context.ts';
import type { PageLetters } from '../sheet/page-letters.ts';
import type { PagePlace } from './page-layout.ts';
import type { PageScroll } from './use-page-scroll.ts';

/** What was gone to in the text has to rest so long before the pages go after it. */
const REST_MS = 120;

/** The offset that the analyst is at: of the selected passage, else of what is selected, else of the caret; or its region. */
const useOffsetAtHand = (): number | PageRegion => {
  const { placed } = useOpenPassages();
  const selectedId = useReaderState((state) => state.selectedId);
  const selected = useReaderState((state) => state.selected);
  const passage = placed.find(({ passage: { id } }) => id === selectedId);
  const region = passage === undefined ? null : regionOf(passage.passage);
  if (region !== null && isOfPage(region) && passage?.start !== -1) return region;
  if (passage !== undefined && passage.start >= 0) return passage.start;
  return selected.range?.start ?? selected.caret;
};

const placeOfOffset = async (letters: PageLetters, offset: number): Promise<PagePlace | null> => {
  const page = letters.pageOf(offset);
  if (page === null) return null;
  const placed = await letters.read(page);
  const letter = placed.find(({ end }) => end > offset) ?? placed.at(-1);
  return { index: page - 1, share: letter?.box.top ?? 0 };
};

const placeOfRegion = ({ page, viewrect }: PageRegion): PagePlace => ({
  index: page.number - 1,
  share: viewrect.y / page.height,
});

/**
 * Shows the place on the pages of what is at hand in the text, whenever it is another. `isReady` once pages are laid; what is
 * at hand while they are `isHeld` is never gone to.
 */
export const useFollowText = (
  goTo: PageScroll['goTo'],
  { isReady, isHeld }: { readonly isReady: boolean; readonly isHeld: boolean },
): void => {
  const { letters } = usePages();
  const atHand = useOffsetAtHand();
  const isSelecting = useReaderState((state) => state.isSelecting);
  const latest = useLatest(goTo);
  const isFirst = useRef(true);
  const held = useRef<ReturnType<typeof useOffsetAtHand> | null>(null);
  useEffect(() => {
    if (isHeld) held.current = atHand;
    if (!isReady || isSelecting || held.current === atHand) return;
    held.current = null;
    let isWanted = true;
    const follow = async (): Promise<void> => {
      const place = typeof atHand === 'number' ? await placeOfOffset(letters, atHand) : placeOfRegion(atHand);
      if (isWanted && place !== null) latest.current(place);
    };
    const timer = setTimeout(() => void follow(), isFirst.current ? 0 : REST_MS);
    isFirst.current = false;
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [atHand, isReady, isHeld, isSelecting, letters]);
};
