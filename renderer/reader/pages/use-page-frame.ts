import { type RefObject, useEffect, useRef, useState } from 'react';
import { passageKeepPixels } from '#domain/contract/passage-region.ts';
import type { PassageId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { sayPageRectangle, wholePoints } from '#domain/passage/region/page-region.ts';
import { middleRectangle, type PictureSize, type Rectangle } from '#domain/passage/region/rectangle.ts';
import { act } from '#renderer/bridge/act.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import type { PageSize } from '#renderer/pdf/draw-pdf.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { announce } from '#renderer/window/live-region.ts';
import { sayFailed } from '#renderer/window/notices.ts';
import { FIRST_LABEL, type Frame, type Framing, useRegionAtHand } from '../regions/framing.ts';
import { type DrawnOnPage, drawnOnPages } from '../state/drawn-region.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { scrollToOffset } from '../text/scroll-text.ts';
import { usePages } from './pages-context.ts';
import { seenOfPages } from './seen-of-pages.ts';

/** A frame on the page of that number, from 1, in whole points. */
export type PageFrame = Frame & { readonly page: number };

export type PageFraming = Framing & {
  /** The larger first. */
  readonly regions: readonly DrawnOnPage[];
  readonly frame: PageFrame | null;
  /** Whether the pointer draws frames instead of selecting words. */
  readonly isOn: boolean;
  turn(isOn: boolean): void;
  sizeOf(page: number): PictureSize;
  select(region: DrawnOnPage | null): void;
  drawOn(frame: PageFrame): void;
};

const NOT_DRAWN = 'Nothing was added, and the original is unchanged. Draw a smaller frame.';

/** Stores the pixels of a frame, then makes a passage of it or moves its region's edges. One at a time. */
const useKeeping = (sizeOf: PageFraming['sizeOf'], onMade: (id: PassageId | null) => void) => {
  const { article } = useReader();
  const { pdf } = usePages();
  const { acts } = useOpenPassages();
  const [job, setJob] = useState<AbortController | null>(null);
  const latest = useRef<AbortController | null>(null);
  useEffect(() => () => latest.current?.abort(), []);
  const { id: articleId, originalSha256: original } = article.article;

  const pixelsOf = async ({ page, xywh }: PageFrame, { signal }: AbortController) => {
    const drawn = await pdf.region(page, xywh, signal).catch(() => null);
    if (signal.aborted) return null;
    if (drawn === null) {
      sayFailed('This part of the page could not be drawn.', NOT_DRAWN);
      return null;
    }
    const kept = await act(passageKeepPixels, {
      articleId,
      bytes: new Uint8Array(await drawn.arrayBuffer()),
    });
    return kept.ok && !signal.aborted ? kept.value : null;
  };

  const keep = async (frame: PageFrame, label: LabelId): Promise<void> => {
    const controller = new AbortController();
    latest.current = controller;
    setJob(controller);
    const picture = await pixelsOf(frame, controller);
    if (latest.current !== controller || controller.signal.aborted) return;
    setJob(null);
    if (picture === null) return;
    const { page: number, xywh: viewrect, of } = frame;
    if (of !== null) {
      onMade(null);
      void announceOutcome('Edges moved', acts.edit(of, { kind: 'reframe-page', viewrect, picture }));
      return;
    }
    const page = { original, number, ...sizeOf(number) };
    const { id, outcome } = acts.makePageRegion({ page, viewrect, picture }, label);
    onMade(id);
    void announceOutcome(`${labelsNow().of(label).name} added: ${sayPageRectangle(viewrect)}`, outcome);
  };
  return {
    isKeeping: job !== null,
    keep,
    cancel(): void {
      job?.abort();
      setJob(null);
    },
  };
};

/** Starts with the region whose edges are to be moved, as soon as it is requested and loaded. */
const useFramedFirst = (regions: readonly DrawnOnPage[], begin: (region: DrawnOnPage) => void): void => {
  const { store } = useReader();
  const framedId = useReaderState((state) => state.framedId);
  const latest = useLatest({ regions, begin });
  useEffect(() => {
    const framed = latest.current.regions.find(({ id }) => id === framedId);
    if (framed === undefined) return;
    store.setState({ framedId: null });
    latest.current.begin(framed);
  }, [framedId, store]);
};

/** Scrolls the card of a new region into view, beside its text. */
const useMadeInSight = (made: DrawnOnPage | undefined): void => {
  const { view, scroller } = useReader();
  const offset = made?.offset ?? null;
  useEffect(() => {
    if (offset === null || view === null || scroller.current === null) return;
    scrollToOffset({ view, scroller: scroller.current, offset, to: 'sight' });
  }, [offset, view, scroller]);
};

/**
 * The regions on the pages of the original, the selected one, and the frame being drawn on a page. `readPage` is the
 * number of the current page, from 1.
 */
export const usePageFrame = (
  scroller: RefObject<HTMLElement | null>,
  sizes: readonly PageSize[],
  readPage: number,
): PageFraming => {
  const { store } = useReader();
  const { placed } = useOpenPassages();
  const isOn = useReaderState((state) => state.isFraming);
  const regions = drawnOnPages(placed);
  const { madeId, setMadeId, ...atHand } = useRegionAtHand(regions);
  const [frame, setFrame] = useState<PageFrame | null>(null);
  const sizeOf = (page: number): PictureSize => wholePoints(sizes[page - 1] ?? { width: 1, height: 1 });
  const turn = (next: boolean): void => {
    store.setState({ isFraming: next });
    setMadeId(null);
    if (!next) setFrame(null);
  };
  const keeping = useKeeping(sizeOf, (id) => {
    turn(false);
    setMadeId(id);
  });
  const show = (next: PageFrame): void => {
    store.setState({ isFraming: true });
    setMadeId(null);
    setFrame(next);
    announce(`Frame on page ${next.page}: ${sayPageRectangle(next.xywh)}`);
    scroller.current?.focus();
  };
  const beginWith = ({ id: of, page, xywh }: DrawnOnPage): void => show({ page, xywh, of });
  const beginAnew = (): void => {
    // Right after a long scroll the visible pages are not rendered yet.
    const seen = scroller.current === null ? null : seenOfPages(scroller.current, sizeOf);
    const page = seen?.page ?? readPage;
    show({ page, xywh: middleRectangle(sizeOf(page), seen?.xywh), of: null });
  };
  useFramedFirst(regions, beginWith);
  useMadeInSight(regions.find(({ id }) => id === madeId));
  return {
    on: 'page',
    ...atHand,
    madeId,
    regions,
    frame,
    isOn,
    turn,
    sizeOf,
    isKeeping: keeping.isKeeping,
    say: sayPageRectangle,
    begin(region) {
      const own = regions.find(({ id }) => id === region?.id);
      if (own === undefined) beginAnew();
      else beginWith(own);
    },
    draw: (xywh: Rectangle) => frame !== null && !keeping.isKeeping && setFrame({ ...frame, xywh }),
    drawOn: (next) => !keeping.isKeeping && setFrame(next),
    leave() {
      keeping.cancel();
      turn(false);
    },
    keep(label = FIRST_LABEL) {
      if (frame !== null && !keeping.isKeeping) void keeping.keep(frame, label);
    },
  };
};
