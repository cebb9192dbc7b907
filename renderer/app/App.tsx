import { Component, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { archiveFaults, type FaultRow } from '#domain/contract/archive.ts';
import { capital } from '#domain/text/capital.ts';
import { ArticlesView } from '#renderer/articles/ArticlesView.tsx';
import { BoardsView } from '#renderer/boards/BoardsView.tsx';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { onEvent } from '#renderer/bridge/window-bridge.ts';
import { ChronologyView } from '#renderer/chronology/ChronologyView.tsx';
import { MemosView } from '#renderer/memos/MemosView.tsx';
import { PrintLayer } from '#renderer/memos/print/PrintLayer.tsx';
import { PadPane } from '#renderer/pad/PadPane.tsx';
import { importFilesDropped, refuseLink, takeHandedFiles } from '#renderer/parts/article/imports.ts';
import { followInbox } from '#renderer/parts/inbox-acts.ts';
import { useFollowLabels } from '#renderer/parts/passage/labels.ts';
import { PassagesView } from '#renderer/passages/PassagesView.tsx';
import { Reader } from '#renderer/reader/Reader.tsx';
import { RelatedPane } from '#renderer/related/RelatedPane.tsx';
import { ReviewView } from '#renderer/review/ReviewView.tsx';
import { SearchView } from '#renderer/search/SearchView.tsx';
import { SettingsView } from '#renderer/settings/SettingsView.tsx';
import { SourcesView } from '#renderer/sources/SourcesView.tsx';
import { TagsView } from '#renderer/tags/TagsView.tsx';
import { TasksView } from '#renderer/tasks/TasksView.tsx';
import { TodayView } from '#renderer/today/TodayView.tsx';
import { TrashView } from '#renderer/trash/TrashView.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { CutTooltip } from '#renderer/ui/overlays/CutTooltip.tsx';
import { drawPaneWidth, KeepPaneWidth, type PaneKind, paneKinds } from '#renderer/ui/panes/pane-width.ts';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Dialogs } from '#renderer/window/dialogs.tsx';
import { useFocusTarget } from '#renderer/window/focus-targets.ts';
import {
  goTo,
  useGuideOver,
  useNavigation,
  usePlace,
  type ViewId,
  type WindowPlace,
} from '#renderer/window/navigation.ts';
import { CloseGuard } from './CloseGuard.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import { useKeyDispatch } from './key-dispatcher.ts';
import {
  BackupProgress,
  BulkProgress,
  ExchangeProgress,
  ImportProgress,
  MarksProgress,
  OcrProgress,
  PrintProgress,
  TranslationProgress,
} from './progress-banners.tsx';
import { Sidebar, useSidebar } from './Sidebar.tsx';
import { StatusBar } from './StatusBar.tsx';
import styles from './shell.module.css';
import { SoughtMarks } from './sought/SoughtMarks.tsx';
import { TopBar } from './TopBar.tsx';
import { FirstSteps } from './tour/FirstSteps.tsx';
import { UnsavedBanner } from './UnsavedBanner.tsx';
import { useAppCommands } from './use-app-commands.tsx';

const showsPassages = (view: ViewId): boolean =>
  view === 'articles' || view === 'passages' || view === 'memos';

const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;
const hasLink = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes('text/uri-list') === true;

const take = (transfer: DataTransfer | null): void => {
  if (transfer === null) return;
  const files = [...transfer.files];
  if (files.length > 0) void importFilesDropped(files);
  else if (hasLink(transfer)) refuseLink();
};

/** Imports files passed to the app by a file manager or a second start, and reports imports from the inbox. */
const useHandedFiles = (): void => {
  useEffect(() => onEvent('files-handed', () => void takeHandedFiles()), []);
  useEffect(followInbox, []);
};

/** Imports files dropped anywhere on the window; returns whether files are being dragged over it. */
const useFileDrop = (): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer) && !hasLink(event.dataTransfer)) return;
      event.preventDefault();
      setIsOver(hasFiles(event.dataTransfer));
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver;
};

/** Loaded lazily: it brings the chart library, which nothing else needs. */
const InsightsView = lazy(async () => ({
  default: (await import('#renderer/insights/InsightsView.tsx')).InsightsView,
}));

/** Loaded lazily: it brings the guide and the Markdown parser. */
const HelpView = lazy(async () => ({ default: (await import('#renderer/help/HelpView.tsx')).HelpView }));
const GuideOver = lazy(async () => ({ default: (await import('#renderer/help/HelpView.tsx')).GuideOver }));

type ViewOfPlaceProps = {
  readonly place: WindowPlace;
  /** Changes with each navigation, so that going to the same passage twice shows it twice. */
  readonly visit: number;
};

/** A message may contain the text of a whole article. */
const MESSAGE_LENGTH = 160;

type ErrorBoundaryProps = {
  /** When it changes (the place did), the view is shown again. */
  readonly resetKey: string;
  readonly children: ReactNode;
};
type ErrorBoundaryState = { readonly error: Error | null; readonly resetKey: string };

/** Limits a bug in one view to that view. Saved work is on the disk. */
class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return resetKey === state.resetKey ? null : { error: null, resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <EmptyState
        title="This view stopped working"
        actions={<Button onPress={() => this.setState({ error: null })}>Reload the view</Button>}
      >
        Your saved work is safe. Reload this view, or go to another. ({error.message.slice(0, MESSAGE_LENGTH)}
        )
      </EmptyState>
    );
  }
}

const views: Readonly<Record<ViewId, (props: ViewOfPlaceProps) => ReactNode>> = {
  today: () => <TodayView />,
  review: () => <ReviewView />,
  articles: ({ place, visit }) => (
    <ArticlesView
      place={place}
      reader={
        place.articleId !== null && (
          <ErrorBoundary resetKey={`${place.articleId} ${visit}`}>
            <Reader articleId={place.articleId} passageId={place.passageId} visit={visit} />
          </ErrorBoundary>
        )
      }
    />
  ),
  passages: () => <PassagesView />,
  memos: ({ place }) => <MemosView memoId={place.memoId} />,
  tasks: () => <TasksView />,
  sources: ({ place }) => <SourcesView sourceId={place.sourceId} />,
  boards: ({ place }) => <BoardsView boardId={place.boardId} />,
  tags: ({ place }) => <TagsView tagId={place.tagId} />,
  chronology: ({ place }) => <ChronologyView eventId={place.eventId} />,
  search: ({ visit }) => <SearchView visit={visit} />,
  insights: () => (
    <Suspense fallback={<div aria-busy />}>
      <InsightsView />
    </Suspense>
  ),
  trash: () => <TrashView />,
  settings: () => <SettingsView />,
  help: ({ place }) => (
    <Suspense fallback={<div aria-busy />}>
      <HelpView place={place.helpPlace} />
    </Suspense>
  ),
};

const ViewOfPlace = (props: ViewOfPlaceProps) => views[props.place.view](props);

/** Applies the pane widths that the analyst has set. */
const usePaneWidths = (): void => {
  const { paneWidths } = useSettings();
  useEffect(() => {
    for (const kind of paneKinds) drawPaneWidth(kind, paneWidths[kind] ?? null);
  }, [paneWidths]);
};

/** Saves a width in the settings; null resets it. */
const keepPaneWidth = (kind: PaneKind, width: number | null): void => {
  const { [kind]: _, ...others } = useAppState.getState().settings.paneWidths;
  void changeSettings({ paneWidths: width === null ? others : { ...others, [kind]: width } });
};

/** Sets theme, text size and row height on the page; the theme "system" leaves light or dark to the media query. */
const useTheme = (): void => {
  const { theme, readingSizePx, rowHeight } = useSettings();
  useEffect(() => {
    const page = document.documentElement;
    if (theme === 'system') delete page.dataset.theme;
    else page.dataset.theme = theme;
    page.dataset.rows = rowHeight;
    page.style.setProperty('--reading-size', `${readingSizePx}px`);
  }, [theme, readingSizePx, rowHeight]);
};

const countWords = (faults: readonly FaultRow[], kind: FaultRow['kind']): string | null => {
  const { length } = faults.filter((fault) => fault.kind === kind);
  if (length === 0) return null;
  return length === 1 ? `one ${kind}` : `${length} ${kind}s`;
};

/** Says in every view that lists and counts leave out unreadable records; Review names them. */
const FaultBanner = () => {
  const { data: faults = [] } = useQuery(archiveFaults, {});
  const { view } = usePlace();
  // If the archive is gone nothing can be read, and another banner says so.
  const isGone = useAppState(({ refusal }) => refusal?.code === 'archive-gone');
  if (faults.length === 0 || view === 'review' || isGone) return null;
  const named = [countWords(faults, 'article'), countWords(faults, 'memo')].filter((words) => words !== null);
  return (
    <div className={styles.banner} role="status">
      <p>
        <strong>{capital(named.join(' and '))} can’t be read in full.</strong> Its contents are missing from
        lists, counts and searches. Nothing was changed.
      </p>
      <Button isSmall onPress={() => goTo({ view: 'review' })}>
        Show in Review
      </Button>
    </div>
  );
};

/** The window: top bar, sidebar, the current view, status bar. */
export const App = () => {
  const place = usePlace();
  const visit = useNavigation((state) => state.visit);
  useFollowLabels();
  useAppCommands();
  const isDropping = useFileDrop();
  useHandedFiles();
  useKeyDispatch();
  useTheme();
  usePaneWidths();
  const { isCollapsed } = useSidebar();
  const guidePlace = useGuideOver((state) => state.place);
  const covers = place.view === 'articles' ? 'margin' : 'side';
  // If nothing else is open on the right, the pad is laid out beside the page and does not cover it.
  const pad = showsPassages(place.view) ? covers : 'beside';
  return (
    <div className={styles.shell} data-sidebar={isCollapsed ? 'collapsed' : 'words'}>
      <TopBar />
      <div className={styles.banners}>
        <UnsavedBanner />
        <FaultBanner />
      </div>
      <div className={styles.body}>
        <Sidebar />
        <main ref={useFocusTarget('view')} className={styles.main}>
          <ErrorBoundary resetKey={`${place.view} ${visit}`}>
            <KeepPaneWidth value={keepPaneWidth}>
              <ViewOfPlace place={place} visit={visit} />
            </KeepPaneWidth>
          </ErrorBoundary>
          {showsPassages(place.view) && <RelatedPane covers={covers} />}
          <PadPane covers={pad} />
        </main>
      </div>
      <StatusBar />
      <FirstSteps />
      <ImportProgress />
      <OcrProgress />
      <MarksProgress />
      <TranslationProgress />
      <BulkProgress />
      <ExchangeProgress />
      <BackupProgress />
      <PrintProgress />
      <CloseGuard />
      <ContextMenu />
      <CutTooltip />
      <SoughtMarks />
      <Dialogs />
      {guidePlace !== null && (
        <Suspense fallback={null}>
          <GuideOver place={guidePlace} />
        </Suspense>
      )}
      <PrintLayer />
      {isDropping && <div className={styles.dropping}>Drop to import</div>}
    </div>
  );
};
