import { useState } from 'react';
import { type Task, type TaskPlace, taskKinds } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

const kindOptions = taskKinds.map((id) => ({ id, name: id[0]?.toUpperCase() + id.slice(1) }));

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
  const save = async (): Promise<void> => {
    const change = {
      title: title.trim(),
      kind,
      due: due === null ? null : calendarDateSchema.parse(due),
      owner: owner.trim() === '' ? null : owner.trim(),
    };
    const answer = await act('task:change', { place, taskId: task.id, change });
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
      <TextField label="Owner" value={owner} onChange={setOwner} />
    </FormDialog>
  );
};
