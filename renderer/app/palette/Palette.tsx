import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  ListBox,
  ListBoxSection,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import { flushSync } from 'react-dom';
import type { Found } from '#domain/contract/search.ts';
import { useInArticlesRead } from '#renderer/bridge/use-so-far.ts';
import { runCommand, useEnabledCommands } from '#renderer/commands/commands.ts';
import { useFoundRecords } from '#renderer/parts/record/use-found-records.ts';
import { ListFilter } from '#renderer/ui/filters/ListFilter.tsx';
import { useFirstOption } from '#renderer/ui/filters/use-first-option.ts';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useBlockedKeys } from '#renderer/ui/use-blocked-keys.ts';
import { recentRecords } from '#renderer/window/navigation.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { goToFound } from './go-to-found.ts';
import { CommandOption, FoundOption } from './PaletteOption.tsx';
import styles from './palette.module.css';
import { type PaletteGroup, paletteGroups } from './palette-groups.ts';

const MOST = { found: 30, recent: 6 };
const MAX_TYPED = 500;

const idOf = (found: Found, index: number): string => `${index} ${found.kind} ${found.title}`;

/**
 * Closes the palette, gives the focus back to what had it before, and then runs what was chosen: a dialog that it opens
 * has to know where the focus goes when it closes.
 */
const useCloseBefore = (onClose: () => void) => {
  // Before it is drawn, the focus is still where it was.
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
  /** Closes the palette and then runs what was chosen. */
  readonly close: (run: () => void) => () => void;
};

const PaletteList = ({ text, field, close }: PaletteListProps) => {
  const wanted = text.trim().slice(0, MAX_TYPED);
  const [places] = useState(recentRecords);
  const { found, isCurrent } = useFoundRecords(wanted, places, MOST);
  const isEnabled = useEnabledCommands();
  const groups = paletteGroups(wanted, found, isEnabled);
  // Enter is faster than an answer at times: a command is known at once, what is found is waited for.
  useFirstOption(field, text, isCurrent || (groups[0]?.commands.length ?? 0) > 0);
  /** What was found for other words is not opened. */
  const open = (item: Found) => (isCurrent ? close(() => goToFound(item)) : () => undefined);
  const draw = ({ name, commands, found: items }: PaletteGroup) => (
    <ListBoxSection key={name} id={name}>
      <Header className={joinClasses('group-heading', styles.heading)}>{name}</Header>
      {commands.map((id) => (
        <CommandOption key={id} id={id} command={id} onRun={close(() => runCommand(id))} />
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

/** Finds anything by its words: what is in the archive, and what can be done. What was typed last stands there again. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  useBlockedKeys();
  const [text, setText] = useViewState('palette.text', '');
  const input = useRef<HTMLInputElement>(null);
  const close = useCloseBefore(onClose);
  const inArticlesRead = useInArticlesRead();
  // Typing replaces what was kept; Enter takes it up again.
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
