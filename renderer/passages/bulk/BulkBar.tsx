import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import type { PassageId } from '#domain/ids.ts';
import { labels, labelTable, printLabelKeys } from '#domain/passage/label.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { SelectionBar } from '#renderer/parts/bulk/SelectionBar.tsx';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { changeMany } from '#renderer/parts/passage/acts/change-many.ts';
import type { CardField } from '#renderer/parts/passage/card/card-field.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { BulkField } from './BulkField.tsx';

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

/** What can be done to all passages that are selected. */
export const BulkBar = ({ ids, field, onField, onLeave }: BulkBarProps) => {
  const close = (): void => onField(null);
  const open = field === null ? null : <BulkField ids={ids} field={field} onDone={close} />;
  return (
    <SelectionBar
      count={ids.length}
      field={field === null ? null : { label: fieldNames[field], content: open }}
      onCloseField={close}
      onLeave={onLeave}
    >
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
    </SelectionBar>
  );
};
