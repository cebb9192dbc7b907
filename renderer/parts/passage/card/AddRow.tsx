import type { CommandId } from '#domain/command/command-table.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { CommandKbd } from '../../menu/CommandKbd.tsx';
import type { CardField } from './card-field.ts';
import styles from './passage-card.module.css';

export type AddRowProps = {
  readonly hasNote: boolean;
  readonly hasTags: boolean;
  readonly hasSource: boolean;
  readonly hasManner: boolean;
  readonly hasGrade: boolean;
  readonly hasTaskLine: boolean;
  readonly hasRelations: boolean;
  readonly onField: (field: CardField) => void;
};

const acts = [
  { field: 'note', name: 'Note', command: 'passage.note', has: 'hasNote' },
  { field: 'tags', name: 'Tags', command: 'passage.tags', has: 'hasTags' },
  { field: 'source', name: 'Speaker', command: 'passage.source', has: 'hasSource' },
  { field: 'manner', name: 'Attribution', command: 'passage.manner', has: 'hasManner' },
  { field: 'grade', name: 'Grade', command: 'passage.grade', has: 'hasGrade' },
  { field: 'task', name: 'Follow-up', command: 'passage.task', has: 'hasTaskLine' },
] as const satisfies readonly {
  field: CardField;
  name: string;
  command: CommandId;
  has: keyof AddRowProps;
}[];

/** What may still be said of a passage, each with its key. */
export const AddRow = ({ onField, ...has }: AddRowProps) => (
  <div className={styles.addRow}>
    {acts
      .filter((act) => !has[act.has])
      .map(({ field, name, command }) => (
        <Button key={field} isSmall variant="quiet" onPress={() => onField(field)}>
          {name} <CommandKbd command={command} />
        </Button>
      ))}
    {!has.hasRelations && (
      <Button isSmall variant="quiet" onPress={() => runCommand('passage.related')}>
        Related <CommandKbd command="passage.related" />
      </Button>
    )}
  </div>
);
