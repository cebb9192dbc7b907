import {
  CalendarRange,
  ChevronRight,
  FilePen,
  FileText,
  Highlighter,
  Landmark,
  type LucideIcon,
  NotebookPen,
  Scale,
  Settings2,
  Tags,
} from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import { flushSync } from 'react-dom';
import type { CommandGroup } from '#domain/command/command.ts';
import { type CommandId, commandIds, commandIn, commandOf } from '#domain/command/command-table.ts';
import type { Found } from '#domain/contract/search.ts';
import { useInArticlesRead } from '#renderer/bridge/use-so-far.ts';
import { runCommand, useEnabledCommands } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { labelsNow, useLabels } from '#renderer/parts/passage/labels.ts';
import { useFoundRecords } from '#renderer/parts/record/use-found-records.ts';
import { type SettingsPageId, settingsPages, showSettings } from '#renderer/parts/show-settings.ts';
import { RowBody, type RowBodyProps } from '#renderer/ui/collections/rows.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { useReturnedFocus } from '#renderer/ui/focus/return-focus.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ListFilter } from '#renderer/ui/ListFilter.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useBlockedKeys } from '#renderer/ui/use-blocked-keys.ts';
import { useFirstOption } from '#renderer/ui/use-first-option.ts';
import { seekJudgement } from '#renderer/window/last-memo.ts';
import { goTo, recentRecords } from '#renderer/window/navigation.ts';
import { showPad } from '#renderer/window/side-panes.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { matchCommands, matchSettings } from './match-commands.ts';
import styles from './palette.module.css';

const MOST = { found: 30, recent: 6 };
const MAX_TYPED = 500;

const idOf = (found: Found, index: number): string => `${index} ${found.kind} ${found.title}`;

/**
 * Closes the palette, returns the focus to the element that had it, then runs the chosen entry: a dialog that it opens
 * must know where to return the focus.
 */
const useCloseBefore = (onClose: () => void) => {
  // On the first render the focus has not moved yet.
  const [opener] = useState(() => document.activeElement);
  return (run: () => void) => () => {
    flushSync(onClose);
    if (opener instanceof HTMLElement && isFocusLost()) opener.focus({ preventScroll: true });
    run();
  };
};

type PaletteListProps = {
  readonly text: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Closes the palette, then calls `run`. */
  readonly close: (run: () => void) => () => void;
};

/** Goes to the place of a hit. */
const goToFound = (found: Found): void => {
  switch (found.kind) {
    case 'article':
      goTo({ view: 'articles', articleId: found.articleId });
      break;
    case 'passage':
      goTo({ view: 'articles', articleId: found.articleId, passageId: found.passageId });
      break;
    case 'memo':
      if (found.judgement !== null) seekJudgement(found.memoId, found.judgement);
      goTo({ view: 'memos', memoId: found.memoId });
      break;
    case 'pad':
      showPad();
      break;
    case 'tag':
      goTo({ view: 'tags', tagId: found.tagId });
      break;
    case 'source':
      goTo({ view: 'sources', sourceId: found.sourceId });
      break;
    case 'event':
      goTo({ view: 'chronology', eventId: found.eventId });
      break;
    case 'board':
      goTo({ view: 'boards', boardId: found.boardId });
      break;
  }
};

/** Lines of the palette below one heading. */
type PaletteGroup = {
  readonly name: string;
  readonly commands: readonly CommandId[];
  readonly found: readonly Found[];
  readonly settings?: readonly SettingsPageId[];
  /** Whether its commands are unavailable and only say what they need. */
  readonly isAway?: boolean;
};

const MAX_COMMANDS = 6;

/** The palette is open already: commands that open it are left out. */
const ofPalette: ReadonlySet<CommandId> = new Set(['palette.open', 'search.archive']);

const offeredCommands = (text: string, isEnabled: (id: CommandId) => boolean): readonly CommandId[] => {
  const enabled = commandIds.filter((id) => isEnabled(id) && !ofPalette.has(id));
  const matching = matchCommands(enabled, text);
  return text === '' ? matching : matching.slice(0, MAX_COMMANDS);
};

const MAX_AWAY = 3;

/** What the commands of a group act on: they are unavailable until it is open or selected. */
const neededFor: Partial<Readonly<Record<CommandGroup, string>>> = {
  Passage: 'Select a passage first',
  Article: 'Open an article first',
  Memo: 'Open a memo first',
  Format: 'Open a memo first',
  Task: 'Select a task first',
  Source: 'Open a source first',
  Tag: 'Open a tag first',
  Review: 'Open Review first',
  Trash: 'Select an item in the trash first',
};

/** Matching commands that are unavailable here: each says what it needs. */
const awayCommands = (text: string, isEnabled: (id: CommandId) => boolean): readonly CommandId[] =>
  text === ''
    ? []
    : matchCommands(
        commandIds.filter(
          (id) =>
            !isEnabled(id) &&
            neededFor[commandOf(id).group] !== undefined &&
            commandIn(labelsNow(), id) !== null,
        ),
        text,
      ).slice(0, MAX_AWAY);

/** Group headings by kind, in the order of the groups. */
const groupNames: Readonly<Record<Found['kind'], string>> = {
  article: 'Articles',
  memo: 'Memos',
  pad: 'Scratch pad',
  passage: 'Passages',
  event: 'Events',
  board: 'Boards',
  tag: 'Tags',
  source: 'Sources',
};

/** The groups shown for `text`: commands and hits, by kind; recent records and all commands if nothing is typed. */
const paletteGroups = (
  text: string,
  found: readonly Found[],
  isEnabled: (id: CommandId) => boolean,
): readonly PaletteGroup[] => {
  const commands: PaletteGroup = { name: 'Commands', commands: offeredCommands(text, isEnabled), found: [] };
  const groups =
    text === ''
      ? [{ name: 'Recent', commands: [], found }, commands]
      : [
          commands,
          ...Object.entries(groupNames).map(([kind, name]) => ({
            name,
            commands: [],
            found: found.filter((each) => each.kind === kind),
          })),
          { name: 'Settings', commands: [], found: [], settings: matchSettings(text) },
          { name: 'Not available here', commands: awayCommands(text, isEnabled), found: [], isAway: true },
        ];
  return groups.filter(
    ({ commands: acts, found: items, settings = [] }: PaletteGroup) =>
      acts.length + items.length + settings.length > 0,
  );
};

type OptionProps = { readonly id: string; readonly onRun: () => void };

type CommandOptionProps = OptionProps & { readonly command: CommandId; readonly isAway: boolean };

/** A command with its group and key, or with what it needs if it is unavailable here. */
const CommandOption = ({ command, id, onRun, isAway }: CommandOptionProps) => {
  const { name, group } = commandIn(useLabels(), command) ?? commandOf(command);
  return (
    <ListBoxItem
      id={id}
      textValue={name}
      isDisabled={isAway}
      onAction={onRun}
      className={joinClasses('option', styles.option)}
    >
      <RowBody
        look="name"
        title={name}
        sign={<ChevronRight size={15} className={styles.icon} aria-hidden />}
      />
      <span className={joinClasses('clipped', styles.detail)}>{isAway ? neededFor[group] : group}</span>
      <CommandKbd command={command} />
    </ListBoxItem>
  );
};

const SettingsOption = ({ page, id, onRun }: OptionProps & { readonly page: SettingsPageId }) => {
  const { name } = settingsPages[page];
  return (
    <ListBoxItem id={id} textValue={name} onAction={onRun} className={joinClasses('option', styles.option)}>
      <RowBody
        look="name"
        title={`Settings: ${name}`}
        sign={<Settings2 size={15} strokeWidth={1.75} className={styles.icon} aria-hidden />}
      />
    </ListBoxItem>
  );
};

const icons: Readonly<Record<Found['kind'], LucideIcon>> = {
  article: FileText,
  passage: Highlighter,
  memo: FilePen,
  pad: NotebookPen,
  tag: Tags,
  source: Landmark,
  event: CalendarRange,
  board: Scale,
};

const looks: Readonly<Record<Found['kind'], Required<RowBodyProps>['look']>> = {
  article: 'work',
  passage: 'quote',
  memo: 'work',
  pad: 'name',
  tag: 'name',
  source: 'name',
  event: 'name',
  board: 'work',
};

/** A hit with its location. A passage is shown by its words and its label. */
const FoundOption = ({ found, id, onRun }: OptionProps & { readonly found: Found }) => {
  const Icon = icons[found.kind];
  return (
    <ListBoxItem
      id={id}
      textValue={found.title}
      onAction={onRun}
      className={joinClasses('option', styles.option)}
    >
      <RowBody
        look={looks[found.kind]}
        title={found.title}
        meta={found.detail}
        sign={
          found.kind === 'passage' ? (
            <span className={styles.icon}>
              <LabelSign label={found.label} hasName={false} />
            </span>
          ) : (
            <Icon size={15} strokeWidth={1.75} className={styles.icon} aria-hidden />
          )
        }
      />
    </ListBoxItem>
  );
};

const PaletteList = ({ text, field, close }: PaletteListProps) => {
  const wanted = text.trim().slice(0, MAX_TYPED);
  const [places] = useState(recentRecords);
  const { found, isCurrent } = useFoundRecords(wanted, places, MOST);
  const isEnabled = useEnabledCommands();
  const groups = paletteGroups(wanted, found, isEnabled);
  // Enter may come before the answer: a command runs at once, a hit is waited for.
  const [first] = groups;
  const hasCommands = first !== undefined && first.isAway !== true && first.commands.length > 0;
  useFirstOption(field, text, isCurrent || hasCommands);
  /** Hits for an earlier text are not opened. */
  const open = (item: Found) => (isCurrent ? close(() => goToFound(item)) : () => undefined);
  const draw = ({ name, commands, found: items, settings = [], isAway = false }: PaletteGroup) => (
    <ListBoxSection key={name} id={name}>
      <Header className={joinClasses('group-heading', styles.heading)}>{name}</Header>
      {commands.map((id) => (
        <CommandOption key={id} id={id} command={id} isAway={isAway} onRun={close(() => runCommand(id))} />
      ))}
      {settings.map((page) => (
        <SettingsOption
          key={page}
          id={`settings ${page}`}
          page={page}
          onRun={close(() => showSettings(page))}
        />
      ))}
      {items.map((item, index) => {
        const id = `${name} ${idOf(item, index)}`;
        return <FoundOption key={id} id={id} found={item} onRun={open(item)} />;
      })}
    </ListBoxSection>
  );
  return (
    <ListBox
      aria-label="Found"
      className={joinClasses(styles.list)}
      selectionMode="none"
      renderEmptyState={() => (
        <p className={styles.nothing}>{isCurrent && `Nothing matches “${wanted}”. Try fewer words.`}</p>
      )}
    >
      {groups.map(draw)}
    </ListBox>
  );
};

/** Finds records of the archive and commands by their words. Starts with the text typed last. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  useBlockedKeys();
  useReturnedFocus();
  const [text, setText] = useViewState('palette.text', '');
  const input = useRef<HTMLInputElement>(null);
  const close = useCloseBefore(onClose);
  const inArticlesRead = useInArticlesRead();
  // Selected, so that typing replaces the kept text and Enter uses it again.
  useEffect(() => input.current?.select(), []);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={joinClasses('veil', styles.veil)}
    >
      <Modal className={joinClasses('float', styles.modal)}>
        <Dialog aria-label="Find anything" className={joinClasses(styles.dialog)}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <ListFilter
              label="Find anything"
              placeholder="Find articles, passages, memos, commands"
              input={input}
              looks="head"
              autoFocus
            >
              <Kbd keys="Escape" />
            </ListFilter>
            <PaletteList text={text} field={input} close={close} />
          </Autocomplete>
          <footer className={styles.foot}>
            <span>
              <Kbd keys="↑ ↓" /> choose
            </span>
            <span>
              <Kbd keys="Enter" /> open
            </span>
            {inArticlesRead !== null && <span>Found {inArticlesRead}</span>}
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
