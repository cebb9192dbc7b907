import {
  Bookmark,
  ChartColumn,
  Ellipsis,
  FilePen,
  FileText,
  Highlighter,
  Landmark,
  ListChecks,
  type LucideIcon,
  Settings,
  Sunrise,
  Tags,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import type { Counts } from '#domain/contract/archive.ts';
import type { SearchRow } from '#domain/contract/search.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { RenameSearch } from '#renderer/parts/search/RenameSearch.tsx';
import { openSearch, searchEntries } from '#renderer/parts/search/saved-search-acts.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { Tooltip } from '#renderer/ui/overlays/Tooltip.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { goToView, usePlace, type ViewId } from '#renderer/window/navigation.ts';
import styles from './rail.module.css';

type RailEntry = {
  /** Search and help are no places of their own: they are asked for by key and menu. */
  readonly view: Exclude<ViewId, 'search' | 'help'>;
  readonly icon: LucideIcon;
  readonly count?: (counts: Counts) => number;
};

const entries: readonly RailEntry[] = [
  { view: 'today', icon: Sunrise, count: ({ dueTasks }) => dueTasks },
  { view: 'articles', icon: FileText, count: ({ articles }) => articles },
  { view: 'passages', icon: Highlighter, count: ({ passages }) => passages },
  { view: 'memos', icon: FilePen, count: ({ memos }) => memos },
  { view: 'tasks', icon: ListChecks, count: ({ openTasks }) => openTasks },
  { view: 'sources', icon: Landmark, count: ({ sources }) => sources },
  { view: 'tags', icon: Tags, count: ({ tags }) => tags },
];
const lastEntries: readonly RailEntry[] = [
  { view: 'insights', icon: ChartColumn },
  { view: 'trash', icon: Trash2, count: ({ trash }) => trash },
  { view: 'settings', icon: Settings },
];

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

/** One icon, which opens the list. */
const SearchMenu = ({ searches, onRename }: ListProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Tooltip text="Saved searches">
        <Button className={joinClasses(styles.entry)} aria-label="Saved searches">
          <Bookmark size={18} strokeWidth={1.6} aria-hidden />
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

/** The saved searches with how much each finds: a list, or a menu where the rail is narrow. */
const SavedSearches = ({ isNarrow }: { readonly isNarrow: boolean }) => {
  const { data: searches = [] } = useQuery('search:list', {});
  const [renamedId, setRenamedId] = useState<SearchRow['id'] | null>(null);
  // One that another hand takes away takes its dialog with it.
  const renamed = searches.find(({ id }) => id === renamedId);
  const rename = ({ id }: SearchRow): void => setRenamedId(id);
  if (searches.length === 0) return null;
  return (
    <div className={styles.searches}>
      {!isNarrow && <h2 className={joinClasses('group-heading', styles.heading)}>Saved searches</h2>}
      {isNarrow ? (
        <SearchMenu searches={searches} onRename={rename} />
      ) : (
        <SearchList searches={searches} onRename={rename} />
      )}
      {renamed !== undefined && <RenameSearch search={renamed} onClose={() => setRenamedId(null)} />}
    </div>
  );
};

const number = new Intl.NumberFormat('en-GB');
/** Under an icon there is room for "1.2K". */
const shortNumber = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

type RailButtonProps = {
  readonly entry: RailEntry;
  readonly counts: Counts | undefined;
  readonly isNarrow: boolean;
};

/** Under an icon it is short; it is read out in full. */
const Count = ({ count, isNarrow }: Pick<RailButtonProps, 'isNarrow'> & { readonly count: number }) => (
  <>
    <span className={isNarrow ? 'visually-hidden' : styles.count}>{number.format(count)}</span>
    {isNarrow && (
      <span className={styles.count} aria-hidden>
        {shortNumber.format(count)}
      </span>
    )}
  </>
);

const RailButton = ({ entry, counts, isNarrow }: RailButtonProps) => {
  const { view } = usePlace();
  const command: CommandId = `view.${entry.view}`;
  const { name } = commandOf(command);
  const count = counts === undefined ? 0 : (entry.count?.(counts) ?? 0);
  const Icon = entry.icon;
  const button = (
    <Button
      className={joinClasses(styles.entry)}
      {...(view === entry.view ? { 'aria-current': 'page' as const } : {})}
      onPress={() => goToView(entry.view)}
    >
      {isNarrow ? <Icon size={18} strokeWidth={1.6} aria-hidden /> : null}
      <span className={isNarrow ? 'visually-hidden' : undefined}>{name}</span>
      {count > 0 && <Count count={count} isNarrow={isNarrow} />}
    </Button>
  );
  const keys = usePrintedKey(command);
  return isNarrow ? (
    <Tooltip text={count > 0 ? `${name}: ${number.format(count)}` : name} keys={keys} placement="right">
      {button}
    </Tooltip>
  ) : (
    button
  );
};

/** The places of the window, each with how much stands in it. */
export const Rail = () => {
  const isNarrow = useWindowWidth() !== 'wide';
  const { data: counts } = useQuery('counts:get', {});
  const list = (group: readonly RailEntry[]) => (
    <ul className="plain-list">
      {group.map((entry) => (
        <li key={entry.view}>
          <RailButton entry={entry} counts={counts} isNarrow={isNarrow} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav className={joinClasses(styles.rail, isNarrow && styles.narrow)} aria-label="Main" data-pane>
      {list(entries)}
      <SavedSearches isNarrow={isNarrow} />
      <div className={styles.last}>{list(lastEntries)}</div>
    </nav>
  );
};
