import { X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import type { PassageId } from '#domain/ids.ts';
import { labels, labelTable, printLabelKeys } from '#domain/passage/label.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { changeMany } from '#renderer/parts/passage/acts/change-many.ts';
import type { CardField } from '#renderer/parts/passage/card/card-field.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { BulkField } from './BulkField.tsx';
import styles from './bulk.module.css';

export type BulkBarProps = {
  readonly ids: readonly PassageId[];
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  /** Back to one row. */
  readonly onLeave: () => void;
};

const fields = [
  { field: 'tags', name: 'Tags', command: 'passage.tags' },
  { field: 'source', name: 'Speaker', command: 'passage.source' },
  { field: 'grade', name: 'Grade', command: 'passage.grade' },
  { field: 'note', name: 'Note', command: 'passage.note' },
  { field: 'task', name: 'Follow-up', command: 'passage.task' },
] as const satisfies readonly { field: CardField; name: string; command: CommandId }[];

const fieldNames: Readonly<Record<CardField, string>> = {
  tags: 'Tags of all',
  source: 'Speaker of all',
  grade: 'Grade of all',
  note: 'Note to all',
  task: 'Follow-up on all',
  manner: 'Attribution of all',
};

const LabelMenu = ({ ids }: Pick<BulkBarProps, 'ids'>) => (
  <Menu
    label="Label of all"
    trigger={
      <Button isSmall variant="quiet">
        Label <Kbd keys={printLabelKeys('–')} />
      </Button>
    }
    entries={labels.map((label) => ({
      id: label,
      name: labelTable[label].name,
      keys: labelTable[label].key,
      run: () => void changeMany(ids, { does: 'label', label }),
    }))}
  />
);

/** What can be done to all that is chosen, from two on. */
export const BulkBar = ({ ids, field, onField, onLeave }: BulkBarProps) => {
  const bar = useRef<HTMLElement>(null);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || field !== null) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <section
      ref={bar}
      className={styles.bar}
      aria-label="Selection"
      data-single-keys
      data-above-status
      onKeyDown={leave}
    >
      <strong className={styles.count}>{ids.length.toLocaleString('en-GB')} selected</strong>
      <LabelMenu ids={ids} />
      {fields.map((each) => (
        <Button
          key={each.field}
          isSmall
          variant="quiet"
          aria-expanded={field === each.field}
          onPress={() => onField(each.field)}
        >
          {each.name} <CommandKbd command={each.command} />
        </Button>
      ))}
      <Button isSmall variant="quiet" onPress={() => runCommand('passage.cite')}>
        Cite in memo <CommandKbd command="passage.cite" />
      </Button>
      <Button isSmall variant="quiet" onPress={() => runCommand('passage.new-memo')}>
        New memo
      </Button>
      <Button isSmall variant="quiet" onPress={() => runCommand('passage.delete')}>
        {commandOf('passage.delete').name} <CommandKbd command="passage.delete" />
      </Button>
      <span className={styles.end}>
        <IconButton icon={X} label="Clear selection" keys="Escape" isSmall onPress={onLeave} />
      </span>
      <Popover
        label={field === null ? 'All' : fieldNames[field]}
        triggerRef={bar}
        placement="top start"
        isOpen={field !== null}
        onOpenChange={(isOpen) => !isOpen && onField(null)}
      >
        {field !== null && <BulkField ids={ids} field={field} onDone={() => onField(null)} />}
      </Popover>
    </section>
  );
};
