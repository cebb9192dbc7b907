import {
  Bookmark,
  CalendarRange,
  ChartColumn,
  CircleHelp,
  Ellipsis,
  FilePen,
  FileText,
  Highlighter,
  Landmark,
  ListChecks,
  type LucideIcon,
  Scale,
  Search,
  Settings,
  Sunrise,
  Tags,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { type Counts, countsGet } from '#domain/contract/archive.ts';
import { sumToReview } from '#domain/contract/review-kinds.ts';
import { type SearchRow, searchList } from '#domain/contract/search.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { useCollidedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useAreListsKnown } from '#renderer/bridge/use-so-far.ts';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { RenameSearch } from '#renderer/parts/search/RenameSearch.tsx';
import { openSearch, searchEntries } from '#renderer/parts/search/saved-search-acts.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { Tooltip } from '#renderer/ui/overlays/Tooltip.tsx';
import { useWidthDrag } from '#renderer/ui/use-width-drag.ts';
import { useHasRoomForWords } from '#renderer/ui/use-window-width.ts';
import { goToView, usePlace, type ViewId } from '#renderer/window/navigation.ts';
import styles from './sidebar.module.css';

type Entry = {
  /** The guide has no entry: it is opened by key and menu. */
  readonly view: Exclude<ViewId, 'help'>;
  readonly icon: LucideIcon;
  readonly count?: (counts: Counts) => number;
  /** The count of items that wait for the analyst is also shown on the icon of the collapsed sidebar. */
  readonly waits?: boolean;
};

const first: readonly Entry[] = [
  { view: 'search', icon: Search },
  { view: 'today', icon: Sunrise, count: ({ dueTasks }) => dueTasks, waits: true },
  { view: 'review', icon: CircleHelp, count: ({ toReview }) => sumToReview(toReview), waits: true },
];
const records: readonly Entry[] = [
  { view: 'articles', icon: FileText, count: ({ articles }) => articles },
  { view: 'passages', icon: Highlighter, count: ({ passages }) => passages },
  { view: 'memos', icon: FilePen, count: ({ memos }) => memos },
  { view: 'tasks', icon: ListChecks, count: ({ openTasks }) => openTasks },
  { view: 'sources', icon: Landmark, count: ({ sources }) => sources },
  { view: 'tags', icon: Tags, count: ({ tags }) => tags },
  { view: 'chronology', icon: CalendarRange, count: ({ events }) => events },
  { view: 'boards', icon: Scale, count: ({ boards }) => boards },
];
const last: readonly Entry[] = [
  { view: 'insights', icon: ChartColumn },
  { view: 'trash', icon: Trash2, count: ({ trash }) => trash },
  { view: 'settings', icon: Settings },
];

/** Custom keys are stored by command id: these two ids are older than the names of their views. */
const commandOfView = (view: Entry['view']): CommandId => {
  if (view === 'search') return 'search.archive';
  return view === 'review' ? 'view.needs' : `view.${view}`;
};
const nameOf = (view: Entry['view']): string =>
  view === 'search' ? 'Search' : commandOf(commandOfView(view)).name;

const number = new Intl.NumberFormat('en-GB');
/** An icon has room for a short number only: "1.2K". */
const shortNumber = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

const go = (view: Entry['view']): void => {
  if (view === 'search') runCommand('search.archive');
  else goToView(view);
};

type EntryButtonProps = {
  readonly entry: Entry;
  readonly count: number;
  readonly isCollapsed: boolean;
};

const EntryButton = ({
  entry: { view, icon: Icon, waits = false },
  count,
  isCollapsed,
}: EntryButtonProps) => {
  const place = usePlace();
  const name = nameOf(view);
  const keys = usePrintedKey(commandOfView(view));
  const printed = number.format(count);
  const button = (
    <Button
      className={joinClasses(styles.entry)}
      {...(place.view === view ? { 'aria-current': 'page' as const } : {})}
      onPress={() => go(view)}
    >
      <Icon size={isCollapsed ? 18 : 16} strokeWidth={1.6} aria-hidden />
      <span className={styles.name}>{name}</span>
      {count > 0 && <span className={isCollapsed ? 'visually-hidden' : styles.count}>{printed}</span>}
      {count > 0 && isCollapsed && waits && (
        <span className={styles.badge} aria-hidden>
          {shortNumber.format(count)}
        </span>
      )}
    </Button>
  );
  return (
    <Tooltip text={isCollapsed && count > 0 ? `${name}: ${printed}` : name} keys={keys} placement="right">
      {button}
    </Tooltip>
  );
};

type ListProps = {
  readonly searches: readonly SearchRow[];
  readonly onOpen?: () => void;
  readonly onRename: (search: SearchRow) => void;
};

const SearchList = ({ searches, onOpen, onRename }: ListProps) => (
  <ul className="plain-list" aria-label="Saved searches">
    {searches.map((search) => (
      <li key={search.id} className={styles.search}>
        <Button
          className={joinClasses(styles.entry)}
          onPress={() => {
            onOpen?.();
            openSearch(search);
          }}
        >
          <span className="clipped">{search.name}</span>
          {search.count !== null && <span className={styles.count}>{number.format(search.count)}</span>}
        </Button>
        <Menu
          label={search.name}
          entries={searchEntries(search, searches, () => onRename(search))}
          trigger={<IconButton icon={Ellipsis} label={`Change ${search.name}`} isSmall />}
        />
      </li>
    ))}
  </ul>
);

/** One icon that opens the list. */
const SearchMenu = ({ searches, onRename }: ListProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Tooltip text="Saved searches" placement="right">
        <Button className={joinClasses(styles.entry)} aria-label="Saved searches">
          <Bookmark size={18} strokeWidth={1.6} aria-hidden />
          <span className={styles.name}>Saved</span>
        </Button>
      </Tooltip>
      <Popover label="Saved searches" placement="right top">
        <div className={styles.menu}>
          <SearchList
            searches={searches}
            onOpen={() => setIsOpen(false)}
            onRename={(search) => {
              setIsOpen(false);
              onRename(search);
            }}
          />
        </div>
      </Popover>
    </DialogTrigger>
  );
};

/** The saved searches with their counts: a list, or a menu if the sidebar is collapsed. */
const SavedSearches = ({ isCollapsed }: { readonly isCollapsed: boolean }) => {
  const { data: searches = [] } = useQuery(searchList, {});
  const [renamedId, setRenamedId] = useState<SearchRow['id'] | null>(null);
  // If another window deletes the search, its dialog closes too.
  const renamed = searches.find(({ id }) => id === renamedId);
  const rename = ({ id }: SearchRow): void => setRenamedId(id);
  if (searches.length === 0) return null;
  return (
    <div>
      {!isCollapsed && <h2 className={joinClasses('group-heading', styles.heading)}>Saved searches</h2>}
      {isCollapsed ? (
        <SearchMenu searches={searches} onRename={rename} />
      ) : (
        <SearchList searches={searches} onRename={rename} />
      )}
      {renamed !== undefined && <RenameSearch search={renamed} onClose={() => setRenamedId(null)} />}
    </div>
  );
};

type EntriesProps = {
  readonly entries: readonly Entry[];
  readonly countOf: (entry: Entry) => number;
  readonly isCollapsed: boolean;
};

const Entries = ({ entries, countOf, isCollapsed }: EntriesProps) => (
  <ul className="plain-list">
    {entries.map((entry) => (
      <li key={entry.view}>
        <EntryButton entry={entry} count={countOf(entry)} isCollapsed={isCollapsed} />
      </li>
    ))}
  </ul>
);

/** Dragging the edge below this width collapses the sidebar. */
const COLLAPSES_BELOW_PX = 120;

/** Whether the sidebar shows icons only: by the analyst's choice, or for lack of room. */
export const useSidebar = () => {
  const { isSidebarCollapsed } = useSettings();
  const hasRoom = useHasRoomForWords();
  return {
    isCollapsed: isSidebarCollapsed || !hasRoom,
    hasRoom,
    collapse: (isCollapsed: boolean): void => {
      if (isCollapsed !== isSidebarCollapsed) void changeSettings({ isSidebarCollapsed: isCollapsed });
    },
  };
};

/** For the mouse only: the keyboard has a command for it. */
const Edge = ({ collapse }: { readonly collapse: (isCollapsed: boolean) => void }) => {
  const drag = useWidthDrag({
    side: 'right',
    minWidth: 0,
    onWidth: (width) => collapse(width < COLLAPSES_BELOW_PX),
  });
  return <div className={styles.edge} aria-hidden {...drag} />;
};

/** The views of the window, each with its count. */
export const Sidebar = () => {
  const { isCollapsed, hasRoom, collapse } = useSidebar();
  const { data: counts } = useQuery(countsGet, {});
  const areKnown = useAreListsKnown(counts);
  const collided = useCollidedEdits().length;
  useCommand('pane.sidebar', () => collapse(!isCollapsed), hasRoom);
  const countOf = ({ view, count }: Entry): number =>
    (counts === undefined || !areKnown ? 0 : (count?.(counts) ?? 0)) + (view === 'review' ? collided : 0);
  const group = (entries: readonly Entry[]) => (
    <Entries entries={entries} countOf={countOf} isCollapsed={isCollapsed} />
  );
  return (
    <nav className={joinClasses(styles.sidebar, isCollapsed && styles.collapsed)} aria-label="Main" data-pane>
      <div className={styles.places}>
        {group(first)}
        {group(records)}
        <SavedSearches isCollapsed={isCollapsed} />
        <div className={styles.last}>{group(last)}</div>
      </div>
      {hasRoom && <Edge collapse={collapse} />}
    </nav>
  );
};
