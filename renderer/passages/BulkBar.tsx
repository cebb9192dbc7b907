import { useState } from 'react';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import type { BulkChange } from '#domain/contract/bulk-change.ts';
import { passageSelection } from '#domain/contract/passage.ts';
import type { PassageId, SourceId, TagId } from '#domain/ids.ts';
import { printLabelKeys } from '#domain/passage/label.ts';
import { type Grade, isUngraded, ungraded } from '#domain/tradecraft/grade.ts';
import type { GradeWish } from '#domain/tradecraft/grade-wish.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import styles from '#renderer/parts/bulk.module.css';
import { CarriedTags } from '#renderer/parts/CarriedTags.tsx';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { GradeBox } from '#renderer/parts/passage/card/GradeBox.tsx';
import { changeMany } from '#renderer/parts/passage/change-many.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { SelectionBar } from '#renderer/parts/SelectionBar.tsx';
import { ConcernedField } from '#renderer/parts/source/ConcernedField.tsx';
import { SourcePicker } from '#renderer/parts/source/SourcePicker.tsx';
import { TagPicker } from '#renderer/parts/tag/TagPicker.tsx';
import { TaskLineField } from '#renderer/parts/task/TaskLine.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';

export type BulkBarProps = {
  readonly ids: readonly PassageId[];
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  /** Returns to one row. */
  readonly onLeave: () => void;
};

const fields = [
  { field: 'tags', name: 'Tags', command: 'passage.tags' },
  { field: 'source', name: 'Speaker', command: 'passage.source' },
  { field: 'concerned', name: 'Concerned', command: 'passage.concerned' },
  { field: 'grade', name: 'Grade', command: 'passage.grade' },
  { field: 'note', name: 'Note', command: 'passage.note' },
  { field: 'task', name: 'Task', command: 'passage.task' },
] as const satisfies readonly { field: CardField; name: string; command: CommandId }[];

const none: readonly SourceId[] = [];

const fieldNames: Readonly<Record<CardField, string>> = {
  tags: 'Tags of all',
  source: 'Speaker of all',
  concerned: 'Concerned of all',
  grade: 'Grade of all',
  note: 'Note on all',
  task: 'Task on all',
  manner: 'Attribution of all',
  translation: 'Translation of all',
};

const LabelMenu = ({ ids }: Pick<BulkBarProps, 'ids'>) => {
  const labels = useLabels();
  return (
    <Menu
      label="Label of all"
      trigger={
        <Button isSmall variant="quiet">
          Label <Kbd keys={printLabelKeys(labels, '–')} />
        </Button>
      }
      entries={labels.offered.map(({ id, name, key }) => ({
        id,
        name,
        keys: key,
        run: () => void changeMany(ids, { kind: 'label', label: id }),
      }))}
    />
  );
};

type BulkFieldProps = {
  readonly ids: readonly PassageId[];
  readonly field: CardField;
  readonly onDone: () => void;
};

type FieldProps = Pick<BulkFieldProps, 'ids' | 'onDone'>;

const TagsField = ({ ids, onDone }: FieldProps) => {
  const { data } = useQuery(passageSelection, { passageIds: [...ids] }, { keepsPrevious: true });
  const change = (add: readonly TagId[], remove: readonly TagId[]) =>
    void changeMany(ids, { kind: 'tag', add: [...add], remove: [...remove] });
  return (
    <>
      <CarriedTags
        label="Tags on these passages"
        tags={data?.tags ?? []}
        count={ids.length}
        onRemove={(id) => change([], [id])}
      />
      <TagPicker autoFocus tagIds={[]} onChange={(add) => change(add, [])} onDone={onDone} />
    </>
  );
};

const SpeakerField = ({ ids, onDone }: FieldProps) => {
  const change = (sourceId: Extract<BulkChange, { kind: 'source' }>['sourceId']): void => {
    onDone();
    void changeMany(ids, { kind: 'source', sourceId });
  };
  return (
    <>
      <SourcePicker label="Speaker" sourceId={null} autoFocus onChange={change} onDone={onDone} />
      <Button isSmall variant="quiet" onPress={() => change(null)}>
        No speaker
      </Button>
    </>
  );
};

/** Adds to those concerned; a single one is removed on the card of its passage. */
const ConcernedOfAll = ({ ids, onDone }: FieldProps) => (
  <ConcernedField
    ids={none}
    autoFocus
    onAdd={(id) => void changeMany(ids, { kind: 'concerned', add: [id], remove: [] })}
    onRemove={() => undefined}
    onDone={onDone}
  />
);

/** What is not set stays as it is in each passage: a digit or a letter can be set alone. */
const wishOf = ({ reliability, credibility }: Grade): GradeWish =>
  isUngraded({ reliability, credibility })
    ? { reliability: null, credibility: null }
    : { reliability: reliability ?? 'own', credibility: credibility ?? 'own' };

const GradeField = ({ ids, onDone }: FieldProps) => (
  <>
    <p className={styles.hint}>
      A digit alone keeps each passage’s letter, or takes its speaker’s current one.
    </p>
    <GradeBox
      on={null}
      grade={ungraded}
      confirmedBecause={null}
      offer={null}
      onSet={(grade, confirmedBecause) =>
        void changeMany(ids, { kind: 'grade', grade: wishOf(grade), confirmedBecause })
      }
      onDone={onDone}
    />
  </>
);

const NoteField = ({ ids, onDone }: FieldProps) => {
  const [text, setText] = useState('');
  const add = (): void => {
    if (text.trim() === '') return;
    onDone();
    void changeMany(ids, { kind: 'append-note', text: text.trim() });
  };
  return (
    <>
      <TextArea
        label="Note"
        hint="Added below each existing note."
        autoFocus
        rows={2}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add();
          else event.continuePropagation();
        }}
      />
      <Button isSmall variant="primary" isDisabled={text.trim() === ''} onPress={add}>
        Add to all
      </Button>
    </>
  );
};

const TaskField = ({ ids, onDone }: FieldProps) => (
  <TaskLineField autoFocus onDone={onDone} onAdd={(task) => changeMany(ids, { kind: 'task', task })} />
);

const forms: Readonly<
  Record<Exclude<CardField, 'manner' | 'translation'>, (props: FieldProps) => React.ReactNode>
> = {
  tags: TagsField,
  source: SpeakerField,
  concerned: ConcernedOfAll,
  grade: GradeField,
  note: NoteField,
  task: TaskField,
};

/** One field for all selected passages. */
const BulkField = ({ ids, field, onDone }: BulkFieldProps) => {
  if (field === 'manner' || field === 'translation') return null;
  const Form = forms[field];
  return <Form ids={ids} onDone={onDone} />;
};

/** The acts on all selected passages. */
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
