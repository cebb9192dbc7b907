import { useState } from 'react';
import { taskChange } from '#domain/contract/task.ts';
import { type Repeat, repeatFrom, sayRepeat } from '#domain/task/repeat.ts';
import { type Task, type TaskPlace, taskKinds } from '#domain/task/task.ts';
import { capital } from '#domain/text/capital.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

const kindOptions = taskKinds.map((id) => ({ id, name: capital(id) }));

type Rule = Pick<Repeat, 'unit' | 'every'>;

const commonRules: readonly Rule[] = [
  { unit: 'day', every: 1 },
  { unit: 'week', every: 1 },
  { unit: 'week', every: 2 },
  { unit: 'month', every: 1 },
  { unit: 'month', every: 3 },
  { unit: 'month', every: 12 },
];

const repeatId = (rule?: Rule): string => (rule === undefined ? 'never' : sayRepeat(rule));

/** Common rules, and the task's own if it is a different one. */
const repeatRules = (own?: Rule): readonly Rule[] =>
  own === undefined || commonRules.some((rule) => repeatId(rule) === repeatId(own))
    ? commonRules
    : [...commonRules, own];

const repeatOptions = (own?: Rule) => [
  { id: repeatId(), name: 'Never' },
  ...repeatRules(own).map((rule) => {
    const said = sayRepeat(rule);
    return { id: said, name: capital(said) };
  }),
];

export type TaskEditorProps = {
  readonly task: Task;
  readonly place: TaskPlace;
  readonly onClose: () => void;
};

/** All of a task's fields at once. */
export const TaskEditor = ({ task, place, onClose }: TaskEditorProps) => {
  const [title, setTitle] = useState(task.title);
  const [kind, setKind] = useState(task.kind);
  const [due, setDue] = useState<string | null>(task.due);
  const [owner, setOwner] = useState(task.owner ?? '');
  const [repeat, setRepeat] = useState<string>(repeatId(task.repeat));
  const save = async (): Promise<void> => {
    const day = due === null ? null : calendarDateSchema.parse(due);
    const rule = repeatRules(task.repeat).find((each) => repeatId(each) === repeat);
    const change = {
      title: title.trim(),
      kind,
      due: day,
      repeat: day === null || rule === undefined ? null : repeatFrom(rule.unit, rule.every, day),
      owner: owner.trim() === '' ? null : owner.trim(),
    };
    const answer = await act(taskChange, { place, taskId: task.id, change });
    if (answer.ok) onClose();
  };
  return (
    <FormDialog
      title="Task"
      submitName="Save"
      isReady={title.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField label="What" value={title} onChange={setTitle} autoFocus />
      <div className="pair">
        <DateField label="Due" value={due} onChange={setDue} />
        <Select label="Kind" options={kindOptions} value={kind} onChange={setKind} />
      </div>
      <div className="pair">
        <TextField label="Owner" value={owner} onChange={setOwner} />
        <Select
          label="Repeats"
          options={repeatOptions(task.repeat)}
          value={due === null ? repeatId() : repeat}
          isDisabled={due === null}
          onChange={setRepeat}
        />
      </div>
    </FormDialog>
  );
};
