import {
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  List,
  NotebookPen,
  PanelLeftClose,
  PanelLeftOpen,
  Search,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { runCommand, useIsCommandEnabled } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { useNavigation } from '#renderer/window/navigation.ts';
import { togglePad, usePadPane, usePageView, useTranslationView } from '#renderer/window/side-panes.ts';
import { useSidebar } from './Sidebar.tsx';
import styles from './shell.module.css';

const ImportMenu = () => (
  <Menu
    label="Import"
    trigger={
      <Button variant="quiet">
        Import <ChevronDown size={13} aria-hidden />
      </Button>
    }
    entries={[
      {
        id: 'files',
        name: 'Files…',
        keys: usePrintedKey('import.files'),
        run: () => runCommand('import.files'),
      },
      { id: 'folder', name: 'Folder…', run: () => runCommand('import.folder') },
      {
        id: 'clipboard',
        name: 'Clipboard',
        keys: usePrintedKey('import.clipboard'),
        run: () => runCommand('import.clipboard'),
      },
    ]}
  />
);

/** If the list is a drawer, the mouse needs a button for it. */
const ListButton = () => {
  const isWindowNarrow = useWindowWidth() === 'narrow';
  // Pages of an original, or a translation, take the list's room: it is a drawer then.
  const hasPages = usePageView(({ isBeside }) => isBeside);
  const hasTranslation = useTranslationView(({ isBeside }) => isBeside);
  const isNarrow = isWindowNarrow || hasPages || hasTranslation;
  const hasList = useIsCommandEnabled('pane.list');
  const keys = usePrintedKey('pane.list');
  return isNarrow && hasList ? (
    <IconButton icon={List} label="List" keys={keys} onPress={() => runCommand('pane.list')} />
  ) : null;
};

const HistoryButtons = () => {
  const canGoBack = useNavigation(({ index }) => index > 0);
  const canGoForward = useNavigation(({ index, history }) => index < history.length - 1);
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        label="Back"
        keys={usePrintedKey('history.back')}
        isDisabled={!canGoBack}
        onPress={() => runCommand('history.back')}
      />
      <IconButton
        icon={ChevronRight}
        label="Forward"
        keys={usePrintedKey('history.forward')}
        isDisabled={!canGoForward}
        onPress={() => runCommand('history.forward')}
      />
    </>
  );
};

/** Shows the pad beside the view, or hides it. */
const PadButton = () => (
  <IconButton
    icon={NotebookPen}
    label="Scratch pad"
    keys={usePrintedKey('view.pad')}
    isOn={usePadPane(({ isShown }) => isShown)}
    onPress={togglePad}
  />
);

/** Not rendered if the window has no room for the words. */
const SidebarButton = () => {
  const { isCollapsed, hasRoom, collapse } = useSidebar();
  const keys = usePrintedKey('pane.sidebar');
  return hasRoom ? (
    <IconButton
      icon={isCollapsed ? PanelLeftOpen : PanelLeftClose}
      label={isCollapsed ? 'Expand the sidebar' : 'Collapse the sidebar'}
      keys={keys}
      onPress={() => collapse(!isCollapsed)}
    />
  ) : null;
};

/** Name, history, the search field, and the two buttons that create records from anywhere. */
export const TopBar = () => (
  <header className={styles.bar} data-pane>
    <div className={styles.name}>
      <span className={styles.wordmark}>Precis</span>
      <SidebarButton />
    </div>
    <div className={styles.start}>
      <ListButton />
      <HistoryButtons />
    </div>
    <AriaButton
      className={joinClasses(styles.find)}
      onPress={() => runCommand('palette.open')}
      data-pane-focus
    >
      <Search size={16} aria-hidden />
      <span>Find or do anything</span>
      <CommandKbd command="palette.open" />
    </AriaButton>
    <div className={styles.end}>
      <PadButton />
      <ImportMenu />
      <Button variant="quiet" onPress={() => runCommand('memo.new')}>
        <span className={styles.accent}>New memo</span>
      </Button>
    </div>
  </header>
);
