import { lazy, type ReactNode, Suspense } from 'react';
import { ArticlesView } from '#renderer/articles/ArticlesView.tsx';
import { MemosView } from '#renderer/memos/MemosView.tsx';
import { NeedsView } from '#renderer/needs/NeedsView.tsx';
import { PassagesView } from '#renderer/passages/PassagesView.tsx';
import { Reader } from '#renderer/reader/Reader.tsx';
import { SearchView } from '#renderer/search/SearchView.tsx';
import { SettingsView } from '#renderer/settings/SettingsView.tsx';
import { SourcesView } from '#renderer/sources/SourcesView.tsx';
import { TagsView } from '#renderer/tags/TagsView.tsx';
import { TasksView } from '#renderer/tasks/TasksView.tsx';
import { TodayView } from '#renderer/today/TodayView.tsx';
import { TrashView } from '#renderer/trash/TrashView.tsx';
import type { ViewId, WindowPlace } from '#renderer/window/navigation.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

/** With what draws charts, which nothing else needs. */
const InsightsView = lazy(async () => ({
  default: (await import('#renderer/insights/InsightsView.tsx')).InsightsView,
}));

/** With the guide and what reads Markdown. */
const HelpView = lazy(async () => ({ default: (await import('#renderer/help/HelpView.tsx')).HelpView }));

export type ViewOfPlaceProps = {
  readonly place: WindowPlace;
  /** Changes with every going, so that going twice to one passage shows it twice. */
  readonly visit: number;
};

const views: Readonly<Record<ViewId, (props: ViewOfPlaceProps) => ReactNode>> = {
  today: () => <TodayView />,
  needs: () => <NeedsView />,
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
  tags: ({ place }) => <TagsView tagId={place.tagId} />,
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

/** The view that the place names. */
export const ViewOfPlace = (props: ViewOfPlaceProps) => views[props.place.view](props);
