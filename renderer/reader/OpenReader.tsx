import { useMemo, useRef, useState } from 'react';
import type { OpenArticle } from '#domain/contract/article.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useIsCovered, useStandAside } from '#renderer/parts/passage/related/related-store.ts';
import { useSpelling } from '#renderer/parts/spelling/use-spelling.ts';
import { takeSought } from '#renderer/window/sought-words.ts';
import { BoundaryHandles } from './boundaries/BoundaryHandles.tsx';
import { BoundaryHint } from './boundaries/BoundaryHint.tsx';
import { useBoundaryEdit } from './boundaries/use-boundary-edit.ts';
import { useReaderCommands } from './commands/use-reader-commands.ts';
import { CardConnector } from './connector/CardConnector.tsx';
import { CardStrip } from './connector/CardStrip.tsx';
import { AddEventDate } from './dates/AddEventDate.tsx';
import { DateTip } from './dates/DateTip.tsx';
import { useArticleDates } from './dates/use-article-dates.ts';
import { ArticleFind } from './find/ArticleFind.tsx';
import { ArticleHead } from './head/ArticleHead.tsx';
import { AlteredBanner } from './head/banners/AlteredBanner.tsx';
import { ExcerptsBanner } from './head/banners/ExcerptsBanner.tsx';
import { LostRaisedTextBanner } from './head/banners/LostRaisedTextBanner.tsx';
import { ScannedPagesBanner } from './head/banners/ScannedPagesBanner.tsx';
import { MarginDrawer } from './margin/drawer/MarginDrawer.tsx';
import { Margin } from './margin/Margin.tsx';
import { PagesColumn } from './pages/room/PagesColumn.tsx';
import { PagesDrawer } from './pages/room/PagesDrawer.tsx';
import { useReaderRoom } from './pages/room/use-reader-room.ts';
import { PassagesProvider } from './passages/PassagesProvider.tsx';
import { createPictureLoader } from './pictures/load-picture.ts';
import { PictureDialog } from './pictures/PictureDialog.tsx';
import { ArticlePrint } from './print/ArticlePrint.tsx';
import { ReaderStatus } from './ReaderStatus.tsx';
import styles from './reader.module.css';
import type { ReaderPlace } from './reader-place.ts';
import { SelectionToolbar } from './selection/SelectionToolbar.tsx';
import { useOpenPassages } from './state/passages-context.ts';
import { ReaderContext, useReader, useReaderState } from './state/reader-context.ts';
import { createReaderStore } from './state/reader-store.ts';
import { ArticleText } from './text/ArticleText.tsx';
import type { ArticleView } from './text/article-view.ts';
import type { PreparedArticle } from './text/prepare-article.ts';
import { useReadingPlace } from './use-reading-place.ts';

type ReaderPageProps = ReaderPlace & {
  readonly opened: OpenArticle;
  /** The text was made anew. */
  readonly onRestored: () => void;
  readonly onView: (view: ArticleView | null) => void;
};

type OpenReaderProps = Omit<ReaderPageProps, 'onView'> & { readonly article: PreparedArticle };

/** An article that is open. */
export const OpenReader = ({ article, ...page }: OpenReaderProps) => {
  const [store] = useState(() => createReaderStore(article.readingOffset));
  const [view, setView] = useState<ArticleView | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [load] = useState(() => createPictureLoader(article.article.id));
  const shared = useMemo(() => ({ article, store, view, scroller, load }), [article, store, view, load]);
  return (
    <ReaderContext value={shared}>
      <PassagesProvider opened={page.opened}>
        <ReaderPage {...page} onView={setView} />
        <ArticlePrint />
      </PassagesProvider>
    </ReaderContext>
  );
};

const ReaderPage = ({ opened, onView, onRestored, ...place }: ReaderPageProps) => {
  const { store, scroller } = useReader();
  const { about, bibliography, publication } = useOpenPassages();
  // Come from a search, the reader stands at the words that were sought.
  const [sought] = useState(() => takeSought(opened.article.id));
  const [isFinding, setIsFinding] = useState(sought !== null);
  const { measure, pages, hasMargin, hasMarginRoom, togglePages } = useReaderRoom();
  const isCovered = useIsCovered();
  const { readingSizePx, spelling } = useSettings();
  useSpelling(bibliography.language, spelling.language);
  const boundaries = useBoundaryEdit();

  useStandAside(useReaderState(({ field }) => field !== null));
  useReadingPlace(place);
  useArticleDates(bibliography);
  useReaderCommands({
    onFind: () => setIsFinding(true),
    onMargin: () =>
      store.setState((state) =>
        hasMarginRoom ? { hasMargin: !state.hasMargin } : { isDrawerOpen: !state.isDrawerOpen },
      ),
  });
  return (
    <section className={styles.reader} aria-label="Reader" data-pane="reader">
      <ReaderStatus />
      {pages === 'beside' && <PagesColumn onClose={togglePages} />}
      <PagesDrawer isOpen={pages === 'over'} onClose={togglePages} />
      <div ref={measure} className={styles.room}>
        {isFinding && <ArticleFind sought={sought} onClose={() => setIsFinding(false)} />}
        <div ref={scroller} className={styles.scroller}>
          <div className={styles.progress} aria-hidden />
          <div
            className={styles.page}
            data-has-margin={hasMargin || undefined}
            data-beside-pages={pages === 'beside' || undefined}
            style={{ '--reading-size': `${readingSizePx}px` } as React.CSSProperties}
          >
            <article className={styles.column}>
              <AlteredBanner opened={opened} about={about} onRestored={onRestored} />
              <LostRaisedTextBanner article={opened.article} body={opened.body} />
              <ScannedPagesBanner article={opened.article} body={opened.body} />
              <ExcerptsBanner article={opened.article} />
              <ArticleHead bibliography={bibliography} about={about} publication={publication} />
              <ArticleText onView={onView} onBoundaryKey={boundaries.press} />
            </article>
            {hasMargin && <Margin isCovered={isCovered} />}
            <BoundaryHandles acts={boundaries.acts} />
            {hasMargin && !isCovered && <CardConnector />}
            <SelectionToolbar />
            <DateTip />
          </div>
        </div>
        {!hasMargin && <CardStrip />}
        <BoundaryHint />
      </div>
      <AddEventDate />
      <PictureDialog />
      {!hasMarginRoom && <MarginDrawer />}
    </section>
  );
};
