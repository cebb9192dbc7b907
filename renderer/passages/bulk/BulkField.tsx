import { useState } from 'react';
import type { BulkChange } from '#domain/contract/bulk-change.ts';
import type { PassageId, TagId } from '#domain/ids.ts';
import { type Grade, isUngraded, ungraded } from '#domain/tradecraft/grade.ts';
import type { GradeWish } from '#domain/tradecraft/grade-wish.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import styles from '#renderer/parts/bulk/bulk.module.css';
import { CarriedTags } from '#renderer/parts/bulk/CarriedTags.tsx';
import { changeMany } from '#renderer/parts/passage/acts/change-many.ts';
import type { CardField } from '#renderer/parts/passage/card/card-field.ts';
import { GradeBox } from '#renderer/parts/passage/card/grade/GradeBox.tsx';
import { SourcePicker } from '#renderer/parts/source/SourcePicker.tsx';
import { TagPicker } from '#renderer/parts/tag/TagPicker.tsx';
import { TaskLineField } from '#renderer/parts/task/TaskLine.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';

export type BulkFieldProps = {
  readonly ids: readonly PassageId[];
  readonly field: CardField;
  readonly onDone: () => void;
};

type FieldProps = Pick<BulkFieldProps, 'ids' | 'onDone'>;

const TagsField = ({ ids, onDone }: FieldProps) => {
  const { data } = useQuery('passage:selection', { passageIds: [...ids] }, { keepsPrevious: true });
  const change = (add: readonly TagId[], remove: readonly TagId[]) =>
    void changeMany(ids, { does: 'tag', add: [...add], remove: [...remove] });
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
  const change = (sourceId: Extract<BulkChange, { does: 'source' }>['sourceId']): void => {
    onDone();
    void changeMany(ids, { does: 'source', sourceId });
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

/** What is not given is each passage's own: a digit alone goes with its letter, a letter alone leaves its digit. */
export const wishOf = ({ reliability, credibility }: Grade): GradeWish =>
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
        void changeMany(ids, { does: 'grade', grade: wishOf(grade), confirmedBecause })
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
    void changeMany(ids, { does: 'append-note', text: text.trim() });
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
  <TaskLineField autoFocus onDone={onDone} onAdd={(task) => changeMany(ids, { does: 'task', task })} />
);

const forms: Readonly<Record<Exclude<CardField, 'manner'>, (props: FieldProps) => React.ReactNode>> = {
  tags: TagsField,
  source: SpeakerField,
  grade: GradeField,
  note: NoteField,
  task: TaskField,
};

/** One field for all that is chosen. */
export const BulkField = ({ ids, field, onDone }: BulkFieldProps) => {
  if (field === 'manner') return null;
  const Form = forms[field];
  return <Form ids={ids} onDone={onDone} />;
};
