import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { articleOpen, type OpenArticle } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { RestoreTextButton } from '#renderer/parts/article/RestoreTextButton.tsx';
import type { TextDate } from '#renderer/parts/dates/dates-in-block.ts';
import { printResolved } from '#renderer/parts/dates/print-resolved.ts';
import { useIsCovered, useStandAside } from '#renderer/parts/passage/related/related-store.ts';
import { useSpelling } from '#renderer/parts/use-spelling.ts';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { Drawer } from '#renderer/ui/overlays/Drawer.tsx';
import { PaneEdge } from '#renderer/ui/panes/PaneEdge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { announce } from '#renderer/window/live-region.ts';
import { usePageView } from '#renderer/window/side-panes.ts';
import { takeSought } from '#renderer/window/sought-words.ts';
import { useStatusItems } from '#renderer/window/status-line.ts';
import { AddEventDate } from './AddEventDate.tsx';
import { ArticleFind } from './ArticleFind.tsx';
import { ArticlePrint } from './ArticlePrint.tsx';
import { BoundaryHandles, BoundaryHint } from './boundaries/BoundaryHandles.tsx';
import { useBoundaryEdit } from './boundaries/use-boundary-edit.ts';
import { CardConnector, CardStrip } from './connector/CardConnector.tsx';
import { DateTip } from './DateTip.tsx';
import { createArticleDates } from './drawing/article-dates.ts';
import { ExportMarked } from './ExportMarked.tsx';
import { ArticleHead } from './head/ArticleHead.tsx';
import {
  AlteredBanner,
  ExcerptsBanner,
  LostRaisedTextBanner,
  ScannedPagesBanner,
} from './head/article-banners.tsx';
import { Margin } from './margin/Margin.tsx';
import { MarginDrawer } from './margin/MarginDrawer.tsx';
import { NamePopover, useArticleNames } from './names/NamePopover.tsx';
import { PagesPane } from './pages/PagesPane.tsx';
import pagesStyles from './pages/pages.module.css';
import { useReaderRoom } from './pages/use-reader-room.ts';
import { PassagesProvider } from './passages/PassagesProvider.tsx';
import { createPictureLoader } from './pictures/load-picture.ts';
import { PictureDialog } from './pictures/PictureDialog.tsx';
import styles from './reader.module.css';
import { SelectionToolbar } from './selection/SelectionToolbar.tsx';
import { turnAt } from './state/find-passage.ts';
import { useOpenPassages } from './state/passages-context.ts';
import type { PlacedPassage } from './state/place-passages.ts';
import { type PreparedArticle, prepareArticle } from './state/prepare-article.ts';
import type { ArticleView } from './state/reader-context.ts';
import { ReaderContext, useReader, useReaderState } from './state/reader-context.ts';
import { createReaderStore, selectPassage } from './state/reader-store.ts';
import { ArticleText } from './text/ArticleText.tsx';
import { scrollToOffset } from './text/scroll-text.ts';
import { useKeptPlace } from './text/use-kept-place.ts';
import { useReadToEnd } from './text/use-read-to-end.ts';
import { useTextWindow } from './text/use-text-window.ts';
import { TranslationHead } from './translation/TranslationHead.tsx';
import { TranslationSlots } from './translation/TranslationSlots.tsx';
import { type OpenTranslation, useOpenTranslation } from './translation/use-open-translation.ts';
import { useTranslationCommands } from './translation/use-translation-commands.ts';
import { useReaderCommands } from './use-reader-commands.ts';

/** A place in an article for the reader to go to. */
type ReaderPlace = {
  /** The passage to go to; null goes to where reading stopped. */
  readonly passageId: PassageId | null;
  /** Changes with each navigation, so that going to the same passage twice shows it twice. */
  readonly visit?: number;
};

export type ReaderProps = ReaderPlace & { readonly articleId: ArticleId };

type OpenedProps = ReaderPlace & { readonly opened: OpenArticle; readonly onRestored: () => void };

type ReaderPageProps = ReaderPlace & {
  readonly opened: OpenArticle;
  /** The text was restored. */
  readonly onRestored: () => void;
  readonly onView: (view: ArticleView | null) => void;
};

type OpenReaderProps = Omit<ReaderPageProps, 'onView'> & { readonly article: PreparedArticle };

/** The reader of an open article. */
const OpenReader = ({ article, ...page }: OpenReaderProps) => {
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
        <ExportMarked />
      </PassagesProvider>
    </ReaderContext>
  );
};

/** "2 of 4 here": which of several passages at the caret is selected. */
const useTurnItems = (placed: readonly PlacedPassage[]): readonly string[] => {
  const selectedId = useReaderState((state) => state.selectedId);
  const caret = useReaderState((state) => state.selected.caret);
  if (selectedId === null) return [];
  const turn = turnAt(placed, caret, selectedId);
  return turn === null || turn.of < 2 ? [] : [`${turn.turn} of ${turn.of} here`];
};

/** Keeps the store's dates in step with the article's language and publication date. */
const useArticleDates = ({ language, publishedAt, dateCertainty }: Bibliography): void => {
  const { article, store } = useReader();
  const dates = useMemo(
    () => createArticleDates(article, { language, publishedAt, dateCertainty }),
    [article, language, publishedAt, dateCertainty],
  );
  useLayoutEffect(() => store.setState({ dates }), [store, dates]);
};

const sayDate = (date: TextDate | null): string =>
  date === null ? '' : `${date.words}: ${printResolved(date.resolved)}`;

/**
 * The meaning of the relative date at the caret, announced to screen readers when the caret gets there; empty for none.
 */
const useDateAtCaret = (): string => {
  const said = useReaderState(({ selected: { caret, range }, dates }) =>
    range === null ? sayDate(dates.at(caret)) : '',
  );
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  return said;
};

/** The status bar's facts about the place of the caret. */
const ReaderStatus = () => {
  const { placed } = useOpenPassages();
  const dateAtCaret = useDateAtCaret();
  const dated = dateAtCaret === '' ? [] : [dateAtCaret];
  useStatusItems([...useTurnItems(placed), ...dated]);
  return null;
};

/** Goes to the requested passage, once for each request, as soon as it is there. */
const useAskedPassage = ({ passageId, visit = 0 }: ReaderPlace): void => {
  const { store, view, scroller } = useReader();
  const { placed } = useOpenPassages();
  const asked = useRef<string | null>(null);
  const key = `${passageId} ${visit}`;
  useLayoutEffect(() => {
    const wanted = placed.find(({ passage }) => passage.id === passageId);
    if (wanted === undefined || asked.current === key || view === null || scroller.current === null) return;
    asked.current = key;
    selectPassage(store, wanted.passage.id);
    if (wanted.start < 0) return;
    view.select({ start: wanted.start, end: wanted.start });
    scrollToOffset({ view, scroller: scroller.current, offset: wanted.start, to: 'sight' });
    view.focus();
  }, [key, passageId, placed, store, view, scroller]);
};

/** If an article opens while nothing has the focus (its import was just kept, for example), the text gets it. */
const useFocusIfNobodyHasIt = (): void => {
  const { view } = useReader();
  useEffect(() => {
    if (isFocusLost()) view?.focus();
  }, [view]);
};

/**
 * Tracks where the article is read: starts at the requested place, else where it was left, and notes if its end is
 * reached.
 */
const useReadingPlace = (place: ReaderPlace): void => {
  const { about, placed } = useOpenPassages();
  useTextWindow();
  useKeptPlace(place.passageId !== null);
  useReadToEnd(about.state, placed.length);
  useAskedPassage(place);
  useFocusIfNobodyHasIt();
};

/** The pages in a column of their own, left of the text, with a resizable edge. */
const PagesColumn = ({ onClose }: { readonly onClose: () => void }) => {
  useEffect(() => {
    usePageView.setState({ isBeside: true });
    return () => usePageView.setState({ isBeside: false });
  }, []);
  return (
    <div className={pagesStyles.column}>
      <PagesPane onClose={onClose} onDone={() => undefined} />
      <PaneEdge kind="original" label="the pages" />
    </div>
  );
};

type PagesDrawerProps = { readonly isOpen: boolean; readonly onClose: () => void };

/**
 * The pages if there is no room beside the text. Going to a place in the text closes the drawer, so that it is visible.
 */
const PagesDrawer = ({ isOpen, onClose }: PagesDrawerProps) => {
  const { view } = useReader();
  const afterDialog = useAfterDialog(isOpen);
  const leave = (): void => {
    afterDialog(() => view?.focus());
    onClose();
  };
  return (
    <Drawer label="Pages of the original" side="left" isWide isOpen={isOpen} onClose={leave}>
      <PagesPane onClose={leave} onDone={leave} />
    </Drawer>
  );
};

/** The paragraphs of the translation, if one is shown. */
const Translation = ({ open }: { readonly open: OpenTranslation | null }) =>
  open === null || open.place === null ? null : <TranslationSlots chosen={open.chosen} place={open.place} />;

const ReaderPage = ({ opened, onView, onRestored, ...place }: ReaderPageProps) => {
  const { store, scroller } = useReader();
  const { about, bibliography, publication } = useOpenPassages();
  // Opened from a search, the reader goes to the words that were searched for.
  const [sought] = useState(() => takeSought(opened.article.id));
  const [isFinding, setIsFinding] = useState(sought !== null);
  const { measure, pages, hasMargin, hasMarginRoom, togglePages, hasRoomBeside } = useReaderRoom();
  const { open: translation, choose } = useOpenTranslation(hasRoomBeside);
  useTranslationCommands(translation, choose);
  const isCovered = useIsCovered();
  const { readingSizePx, spelling } = useSettings();
  useSpelling(bibliography.language, spelling.language);
  const boundaries = useBoundaryEdit();

  useStandAside(useReaderState(({ field }) => field !== null));
  useReadingPlace(place);
  useArticleDates(bibliography);
  useArticleNames();
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
            data-translation={translation?.place ?? undefined}
            style={{ '--reading-size': `${readingSizePx}px` } as React.CSSProperties}
          >
            <article className={styles.column}>
              <AlteredBanner opened={opened} about={about} onRestored={onRestored} />
              <LostRaisedTextBanner article={opened.article} body={opened.body} />
              <ScannedPagesBanner article={opened.article} body={opened.body} />
              <ExcerptsBanner article={opened.article} />
              <ArticleHead bibliography={bibliography} about={about} publication={publication} />
              <TranslationHead open={translation} />
              <ArticleText onView={onView} onBoundaryKey={boundaries.press} />
            </article>
            <Translation open={translation} />
            {hasMargin && <Margin isCovered={isCovered} />}
            <BoundaryHandles acts={boundaries.acts} />
            {hasMargin && !isCovered && <CardConnector />}
            <SelectionToolbar />
            <DateTip />
            <NamePopover />
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

const Opened = ({ opened, ...place }: OpenedProps) => {
  const article = useMemo(() => prepareArticle(opened), [opened]);
  return <OpenReader article={article} opened={opened} {...place} />;
};

/** Whether the text itself is damaged or missing, and can perhaps be restored. */
const isBodyFault = (error: AppError): boolean => 'file' in error && error.file.endsWith('/body.json');

/** The right part of Articles: an article's text with its highlights, and the margin. */
export const Reader = ({ articleId, ...place }: ReaderProps) => {
  const [reading, setReading] = useState(0);
  // Its text never changes, and what may change is queried separately.
  const answer = useQueryOnce(articleOpen, { articleId }, reading);
  if (answer === null) return <div className={styles.reader} aria-busy />;
  if (!answer.ok) {
    const { title, text } = errorWords(answer.error);
    return (
      <div className={styles.reader}>
        <EmptyState
          title={title}
          actions={
            isBodyFault(answer.error) && (
              <RestoreTextButton articleId={articleId} onRestored={() => setReading(reading + 1)} />
            )
          }
        >
          {text}
        </EmptyState>
      </div>
    );
  }
  return (
    <Opened
      key={`${articleId} ${answer.value.textSha256}`}
      opened={answer.value}
      onRestored={() => setReading(reading + 1)}
      {...place}
    />
  );
};
