import { Bookmark, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import type { SearchRow } from '#domain/contract/search.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { RenameSearch } from '#renderer/parts/search/saved/RenameSearch.tsx';
import { openSearch, searchEntries } from '#renderer/parts/search/saved/saved-search-acts.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { Tooltip } from '#renderer/ui/overlays/Tooltip.tsx';
import styles from './rail.module.css';

const number = new Intl.NumberFormat('en-GB');

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
export const SavedSearches = ({ isNarrow }: { readonly isNarrow: boolean }) => {
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
