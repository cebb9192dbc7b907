import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { regionOf } from '#domain/passage/passage.ts';
import type { PageRegion } from '#domain/passage/region/page-region.ts';
import { isOfPage } from '#domain/passage/region/region-selector.ts';
import { boxOf } from '#renderer/parts/picture/frame.ts';
import type { OpenPdf, PageSize } from '#renderer/pdf/draw-pdf.ts';
import { useDrawnPage } from '#renderer/pdf/use-drawn-page.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { pressOnFrame, pressOnRegion } from '../regions/frame-key.ts';
import { RegionBar } from '../regions/RegionBar.tsx';
import regionsStyles from '../regions/regions.module.css';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { PageMarks } from './PageMarks.tsx';
import { PagesHead } from './PagesHead.tsx';
import type { LaidPage, PagePlace } from './page-layout.ts';
import { createPageLetters, type PageLetters } from './page-letters.ts';
import pageSheetStyles from './page-sheet.module.css';
import styles from './pages.module.css';
import { PagesContext, usePages } from './pages-context.ts';
import { useFramePointer } from './use-frame-pointer.ts';
import { type PageFraming, usePageFrame } from './use-page-frame.ts';
import { usePagePointer } from './use-page-pointer.ts';
import { type PageScroll, usePageScroll } from './use-page-scroll.ts';

export type OriginalPagesProps = {
  readonly pdf: OpenPdf;
  readonly sizes: readonly PageSize[];
  readonly onClose: () => void;
  /** The text was scrolled to a place. */
  readonly onDone: () => void;
};

/** The pages of an open original, as many as are visible. */
export const OriginalPages = (props: OriginalPagesProps) => {
  const { article } = useReader();
  const { pdf } = props;
  const shared = useMemo(() => ({ pdf, letters: createPageLetters(article, pdf) }), [article, pdf]);
  return (
    <PagesContext value={shared}>
      <Pages {...props} />
    </PagesContext>
  );
};

/** After the change by a key is rendered. */
const bringIntoSight = (scroller: EventTarget & Element): void => {
  requestAnimationFrame(() =>
    scroller.querySelector('[data-frame]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
  );
};

/**
 * Keys on the pages: on the drawn frame, on the selected region, or to start a frame; Esc stops framing. Returns
 * whether the key was handled.
 */
const pressOnPages = (event: KeyboardEvent<HTMLElement>, framing: PageFraming): boolean => {
  const { frame, current, isOn } = framing;
  if (frame !== null) {
    if (!pressOnFrame(event, framing.sizeOf(frame.page), frame, framing)) return false;
    bringIntoSight(event.currentTarget);
    return true;
  }
  if (event.key === 'Enter') {
    framing.begin(null);
    bringIntoSight(event.currentTarget);
  } else if (event.key === 'Escape' && isOn) framing.turn(false);
  else return current !== null && pressOnRegion(event, current, framing);
  return true;
};

type PageRegionBarProps = {
  readonly framing: PageFraming;
  readonly scroller: RefObject<HTMLElement | null>;
};

/** Shown below the pages while a frame is being drawn, or a new region waits for its description. */
const PageRegionBar = ({ framing, scroller }: PageRegionBarProps) => {
  const { placed, acts } = useOpenPassages();
  const { current, frame, isOn, madeId, turn } = framing;
  const isDescribed = current !== null && current.id === madeId;
  if (!isOn && frame === null && !isDescribed) return null;
  const passage = isDescribed
    ? (placed.find((each) => each.passage.id === current.id)?.passage ?? null)
    : null;
  return (
    <RegionBar
      framing={framing}
      passage={passage}
      onEdit={(edit, editId) => (passage === null ? Promise.resolve() : acts.edit(passage.id, edit, editId))}
      onDone={() => scroller.current?.focus()}
      onDescribed={() => {
        turn(false);
        scroller.current?.focus();
      }}
    />
  );
};

type PageSheetProps = {
  /** Its place in the file, from 1. */
  readonly page: number;
  readonly laid: LaidPage;
  readonly framing: PageFraming;
};

/** "Page 14", or "Page xii, file page 12". */
const namePage = (page: number, label: string | null): string =>
  label === null || label === String(page) ? `Page ${page}` : `Page ${label}, file page ${page}`;

type PageRegionsProps = {
  readonly page: number;
  readonly framing: PageFraming;
};

/** The regions on a page, and the frame being drawn. Screen readers get them from the cards. */
const PageRegions = ({ page, framing: { regions, current, frame, sizeOf } }: PageRegionsProps) => {
  const hotId = useReaderState((state) => state.hotId);
  const size = sizeOf(page);
  return (
    <div className={regionsStyles.layer} aria-hidden>
      {regions
        .filter((region) => region.page === page && region.id !== frame?.of)
        .map((region) => (
          <span
            key={region.id}
            className={regionsStyles.region}
            data-label={region.label}
            data-region={region.id}
            data-selected={region.id === current?.id || undefined}
            data-hot={region.id === hotId || undefined}
            style={boxOf(region.xywh, size)}
          />
        ))}
      {frame?.page === page && (
        <span className={regionsStyles.frame} data-frame style={boxOf(frame.xywh, size)} />
      )}
    </div>
  );
};

/** One page of the original: drawn as pixels, with the passages over it. */
const PageSheet = ({ page, laid, framing }: PageSheetProps) => {
  const { pdf, letters } = usePages();
  const { canvas, hasFailed } = useDrawnPage({ pdf, number: page, pageKey: String(page) });
  return (
    <div className={pageSheetStyles.sheet} style={laid} data-sheet={page}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${namePage(page, letters.labelOf(page))} of the original`}
      />
      {hasFailed && (
        <p className={pageSheetStyles.failed}>This page could not be drawn. Its text is unchanged.</p>
      )}
      <PageMarks page={page} />
      <PageRegions page={page} framing={framing} />
    </div>
  );
};

/** How long the place in the text must be unchanged before the pages follow. */
const REST_MS = 120;

/** The current offset: of the selected passage, else of the selection, else of the caret; or its region. */
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
 * Scrolls the pages to the current place in the text whenever that changes. `isReady` once pages are laid out; changes
 * while they are `isHeld` are ignored.
 */
const useFollowText = (
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

const Pages = ({ sizes, onClose, onDone }: OriginalPagesProps) => {
  const { view } = useReader();
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useViewState('reader.pageZoom', 1);
  const { layout, drawn, current, goTo } = usePageScroll(scroller, sizes, zoom);
  const framing = usePageFrame(scroller, sizes, current + 1);
  const isReady = drawn.length > 0;
  useFollowText(goTo, { isReady, isHeld: framing.frame !== null });
  const { onPointerDown, ...regions } = useFramePointer(scroller, framing);
  const inText = usePagePointer(scroller, regions, onDone);
  useEffect(() => {
    if (framing.isOn && isReady) scroller.current?.focus();
  }, [framing.isOn, isReady]);
  return (
    <>
      <PagesHead
        page={current + 1}
        zoom={zoom}
        onPage={(page) => goTo({ index: page - 1, share: 0 }, true)}
        onZoom={setZoom}
        isFraming={framing.isOn}
        onFraming={framing.turn}
        onClose={onClose}
      />
      {/* Words are being selected in the text by keys: the pages only show that. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        ref={scroller}
        className={styles.scroller}
        data-pane-focus
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        data-framing={framing.isOn || undefined}
        onKeyDown={(event) => {
          if (event.defaultPrevented) return;
          if (pressOnPages(event, framing)) {
            event.preventDefault();
            event.stopPropagation();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            view?.focus();
          }
        }}
        {...(framing.isOn ? { onPointerDown } : inText)}
      >
        <div className={styles.roll} style={{ width: layout.width, height: layout.height }}>
          {drawn.map((index) => {
            const laid = layout.pages[index];
            return laid && <PageSheet key={index} page={index + 1} laid={laid} framing={framing} />;
          })}
        </div>
      </div>
      <PageRegionBar framing={framing} scroller={scroller} />
    </>
  );
};
