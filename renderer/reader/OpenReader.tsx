import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import type { Publication } from '#renderer/parts/passage/card/speaker/print-speaker.ts';
import { useIsCovered, useStandAside } from '#renderer/parts/passage/related/related-store.ts';
import { useRelationCounts } from '#renderer/parts/passage/related/use-relation-counts.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { Drawer } from '#renderer/ui/overlays/Drawer.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { BoundaryHandles } from './boundaries/BoundaryHandles.tsx';
import { BoundaryHint } from './boundaries/BoundaryHint.tsx';
import { useBoundaryEdit } from './boundaries/use-boundary-edit.ts';
import { useReaderCommands } from './commands/use-reader-commands.ts';
import { CardConnector } from './connector/CardConnector.tsx';
import { AddEventDate } from './dates/AddEventDate.tsx';
import { DateTip } from './dates/DateTip.tsx';
import { useArticleDates } from './dates/use-article-dates.ts';
import { FindBar } from './find/FindBar.tsx';
import { AlteredBanner } from './head/AlteredBanner.tsx';
import { ArticleHead } from './head/ArticleHead.tsx';
import { LostRaisedTextBanner } from './head/LostRaisedTextBanner.tsx';
import { Margin } from './margin/Margin.tsx';
import { MarginList } from './margin/MarginList.tsx';
import type { MarginProps } from './margin/use-card-props.ts';
import { createPlacer, type PlacedPassage } from './passages/place-passages.ts';
import { usePassageActs } from './passages/use-passage-acts.ts';
import { usePassages } from './passages/use-passages.ts';
import { ReaderStatus } from './ReaderStatus.tsx';
import styles from './reader.module.css';
import type { ReaderPlace } from './reader-place.ts';
import { SelectionToolbar } from './selection/SelectionToolbar.tsx';
import { ReaderContext, useReader, useReaderState } from './state/reader-context.ts';
import { createReaderStore, selectPassage } from './state/reader-store.ts';
import { ArticleText } from './text/ArticleText.tsx';
import type { ArticleView } from './text/article-view.ts';
import type { PreparedArticle } from './text/prepare-article.ts';
import { scrollToOffset } from './text/scroll-text.ts';
import { useKeptPlace } from './text/use-kept-place.ts';
import { useReadToEnd } from './text/use-read-to-end.ts';
import { useTextWindow } from './text/window/use-text-window.ts';

type OpenReaderProps = ReaderPlace & {
  readonly article: PreparedArticle;
  readonly opened: OpenArticle;
  /** The text was made anew. */
  readonly onRestored: () => void;
};

/** An article that is open. */
export const OpenReader = ({ article, opened, ...place }: OpenReaderProps) => {
  const [store] = useState(() => createReaderStore(article.readingOffset));
  const [view, setView] = useState<ArticleView | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const shared = useMemo(() => ({ article, store, view, scroller }), [article, store, view]);
  return (
    <ReaderContext value={shared}>
      <ReaderPage opened={opened} onView={setView} {...place} />
    </ReaderContext>
  );
};

const usePublication = (about: OpenArticle['about'], publisher: string | null): Publication | null => {
  const { byId } = useSources();
  return useMemo(() => {
    const source = about.publicationId === null ? undefined : byId.get(about.publicationId);
    if (source !== undefined) return { id: source.id, name: source.name, reliability: source.reliability };
    return publisher === null ? null : { id: null, name: publisher, reliability: null };
  }, [byId, about.publicationId, publisher]);
};

/** Goes to the passage that was asked for, once for each asking, as soon as it is there. */
const useAskedPassage = ({ passageId, visit }: ReaderPlace, placed: readonly PlacedPassage[]): void => {
  const { store, view, scroller } = useReader();
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

/** Where an article opens and nothing has the focus (its import was just sealed, say), hands go on in the text. */
const useFocusIfNobodyHasIt = (): void => {
  const { view } = useReader();
  useEffect(() => {
    if (document.activeElement === document.body) view?.focus();
  }, [view]);
};

type ReaderPageProps = ReaderPlace & {
  readonly opened: OpenArticle;
  readonly onRestored: () => void;
  readonly onView: (view: ArticleView | null) => void;
};

/** Moves the focus to the first thing of the selected passage's card that takes it. */
const focusCard = (id: string | null): void =>
  document
    .getElementById(`card-${id}`)
    ?.querySelector<HTMLElement>('button, [contenteditable="true"]')
    ?.focus();

const ReaderPage = ({ opened, onView, onRestored, passageId, visit = 0 }: ReaderPageProps) => {
  const { article, store, view, scroller } = useReader();
  const [isFinding, setIsFinding] = useState(false);
  const passages = usePassages(opened);
  const place = useMemo(() => createPlacer(article.index), [article]);
  const placed = useMemo(() => place(passages.passages), [place, passages.passages]);
  const acts = usePassageActs(passages);
  const boundaries = useBoundaryEdit({ placed, acts });
  const relationCounts = useRelationCounts(article.article.id);
  const bibliography = effectiveBibliography(article.article, passages.about);
  const publication = usePublication(passages.about, bibliography.publisher);
  const hasMargin = useReaderState((state) => state.hasMargin);
  const isDrawerOpen = useReaderState((state) => state.isDrawerOpen);
  const isNarrow = useWindowWidth() === 'narrow';
  const isCovered = useIsCovered();
  const { readingSizePx } = useSettings();

  useStandAside(useReaderState(({ field }) => field !== null));
  useTextWindow();
  useKeptPlace(passageId !== null);
  useReadToEnd(passages.about.state, passages.passages.length);
  useAskedPassage({ passageId, visit }, placed);
  useFocusIfNobodyHasIt();
  useArticleDates(bibliography);
  useReaderCommands({
    placed,
    acts,
    bibliography,
    onFind: () => setIsFinding(true),
    onMargin: () => store.setState(isNarrow ? { isDrawerOpen: !isDrawerOpen } : { hasMargin: !hasMargin }),
  });
  useEffect(() => {
    if (!isNarrow) store.setState({ isDrawerOpen: false });
  }, [isNarrow, store]);

  const leaveCard = (): void => {
    store.setState({ field: null, isDrawerOpen: false });
    view?.focus();
  };
  const margin: MarginProps = {
    placed,
    tasks: passages.tasks,
    unsavedIds: passages.unsavedIds,
    relationCounts,
    publication,
    acts,
    onLeave: leaveCard,
  };
  return (
    <section className={styles.reader} aria-label="Reader" data-pane="reader">
      <ReaderStatus placed={placed} />
      {isFinding && <FindBar onClose={() => setIsFinding(false)} />}
      <div ref={scroller} className={styles.scroller}>
        <div className={styles.progress} aria-hidden />
        <div
          className={styles.page}
          data-has-margin={(hasMargin && !isNarrow) || undefined}
          style={{ '--reading-size': `${readingSizePx}px` } as React.CSSProperties}
        >
          <article className={styles.column}>
            <AlteredBanner opened={opened} about={passages.about} onRestored={onRestored} />
            <LostRaisedTextBanner article={opened.article} body={opened.body} />
            <ArticleHead bibliography={bibliography} about={passages.about} publication={publication} />
            <ArticleText
              placed={placed}
              onView={onView}
              onBoundaryKey={boundaries.press}
              onEnter={() => focusCard(store.getState().selectedId)}
            />
          </article>
          {hasMargin && !isNarrow && <Margin {...margin} isCovered={isCovered} />}
          <BoundaryHandles placed={placed} acts={boundaries.acts} />
          {!isCovered && <CardConnector {...margin} />}
          <SelectionToolbar placed={placed} />
          <DateTip />
        </div>
      </div>
      <BoundaryHint />
      <AddEventDate eventDates={passages.about.eventDates} placed={placed} />
      {isNarrow && (
        <Drawer
          label={`Passages, ${placed.length}`}
          side="right"
          isOpen={isDrawerOpen}
          onClose={() => store.setState({ isDrawerOpen: false, field: null })}
        >
          <MarginList {...margin} />
        </Drawer>
      )}
    </section>
  );
};
