import { Search } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { type CommandId, commandIds, commandOf } from '#domain/command/command-table.ts';
import type { Found } from '#domain/contract/rows.ts';
import { isCommandEnabled, runCommand } from '#renderer/bridge/commands.ts';
import { usePrintedKey } from '#renderer/bridge/keys.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { matchNames } from '#renderer/parts/match-names.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goToFound } from './go-to-found.ts';
import styles from './palette.module.css';

const MOST_FOUND = 30;
const MOST_COMMANDS = 8;

const kindNames: Readonly<Record<Found['kind'], string>> = {
  article: 'Article',
  passage: 'Passage',
  memo: 'Memo',
  tag: 'Tag',
  source: 'Source',
};

const offeredCommands = (text: string): readonly CommandId[] => {
  const enabled = commandIds.filter((id) => isCommandEnabled(id) && id !== 'palette.open');
  const matching = matchNames(enabled, text, (id) => [commandOf(id).name]);
  return text.trim() === '' ? matching : matching.slice(0, MOST_COMMANDS);
};

const CommandOption = ({ id, onRun }: { readonly id: CommandId; readonly onRun: () => void }) => {
  const keys = usePrintedKey(id);
  const { name, group } = commandOf(id);
  return (
    <ListBoxItem id={id} textValue={name} onAction={onRun} className={joinClasses(styles.option)}>
      <span className={styles.kind}>{group}</span>
      <span className={styles.title}>{name}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </ListBoxItem>
  );
};

const FoundOption = ({
  id,
  found,
  onRun,
}: {
  readonly id: string;
  readonly found: Found;
  readonly onRun: () => void;
}) => (
  <ListBoxItem id={id} textValue={found.title} onAction={onRun} className={joinClasses(styles.option)}>
    <span className={styles.kind}>{kindNames[found.kind]}</span>
    <span className={styles.title}>{found.title}</span>
    <span className={styles.detail}>{found.detail}</span>
  </ListBoxItem>
);

const PaletteList = ({ text, onClose }: { readonly text: string; readonly onClose: () => void }) => {
  const wanted = text.trim();
  const { data: found = [] } = useQuery(
    'search:find',
    wanted === '' ? null : { text: wanted.slice(0, 500), limit: MOST_FOUND },
    { keepsPrevious: true },
  );
  const shown = wanted === '' ? [] : found;
  const commands = offeredCommands(wanted);
  const close = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <ListBox
      aria-label="Found"
      className={joinClasses(styles.list)}
      selectionMode="none"
      renderEmptyState={() => <p className={styles.nothing}>Nothing matches “{wanted}”. Try fewer words.</p>}
    >
      {shown.length > 0 && (
        <ListBoxSection>
          <Header className={styles.heading}>In the archive</Header>
          {shown.map((item, index) => {
            const id = `found-${index}-${item.kind}`;
            return <FoundOption key={id} id={id} found={item} onRun={close(() => goToFound(item))} />;
          })}
        </ListBoxSection>
      )}
      {commands.length > 0 && (
        <ListBoxSection>
          <Header className={styles.heading}>Commands</Header>
          {commands.map((id) => (
            <CommandOption key={id} id={id} onRun={close(() => runCommand(id))} />
          ))}
        </ListBoxSection>
      )}
    </ListBox>
  );
};

/** Finds anything by its words: what is in the archive, and what can be done. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const [text, setText] = useState('');
  return (
    <ModalOverlay
      isOpen
      isDismissable
      data-blocks-keys
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={joinClasses(styles.veil)}
    >
      <Modal className={joinClasses(styles.modal)}>
        <Dialog aria-label="Find anything" className={joinClasses(styles.dialog)}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <TextField aria-label="Find anything" autoFocus className={joinClasses(styles.field)}>
              <Search size={16} aria-hidden />
              <Input
                // Typing in it moves through the list below: that is a combobox, not a mere field.
                role="combobox"
                aria-expanded
                aria-haspopup="listbox"
                className={joinClasses(styles.input)}
                placeholder="Find articles, passages, memos, commands"
              />
              <Kbd keys="Escape" />
            </TextField>
            <PaletteList text={text} onClose={onClose} />
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
