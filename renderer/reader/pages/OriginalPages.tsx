import { useEffect, useMemo, useRef } from 'react';
import type { OpenPdf, PageSize } from '#renderer/pdf/draw-pdf.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { useReader } from '../state/reader-context.ts';
import { PageRegionBar } from './frame/PageRegionBar.tsx';
import { pressOnPages } from './frame/page-key.ts';
import { useFramePointer } from './frame/use-frame-pointer.ts';
import { usePageFrame } from './frame/use-page-frame.ts';
import { PagesHead } from './PagesHead.tsx';
import styles from './pages.module.css';
import { PagesContext } from './pages-context.ts';
import { usePagePointer } from './pointer/use-page-pointer.ts';
import { useFollowText } from './scroll/use-follow-text.ts';
import { usePageScroll } from './scroll/use-page-scroll.ts';
import { PageSheet } from './sheet/PageSheet.tsx';
import { createPageLetters } from './sheet/page-letters.ts';

export type OriginalPagesProps = {
  readonly pdf: OpenPdf;
  readonly sizes: readonly PageSize[];
  readonly onClose: () => void;
  /** Something was gone to in the text. */
  readonly onDone: () => void;
};

/** The pages of an original that is open, as many as are in sight. */
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

const Pages = ({ sizes, onClose, onDone }: OriginalPagesProps) => {
  const { view } = useReader();
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useViewState('reader.pageZoom', 1);
  const { layout, drawn, current, goTo } = usePageScroll(scroller, sizes, zoom);
  const framing = usePageFrame(scroller, sizes);
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
      {/* Words are chosen in the text by keys: the pages only show them. */}
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
