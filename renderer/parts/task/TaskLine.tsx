import { useState } from 'react';
import { parseTaskLine } from '#domain/task/parse-task-line.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { act } from '#renderer/bridge/act.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useToday } from '#renderer/window/today.ts';
import { printDue } from '../dates/print-date.ts';
import styles from './task.module.css';

type SaidTask = ReturnType<typeof parseTaskLine>;

export type TaskLineFieldProps = {
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  /** Answers whether the task was made. */
  readonly onAdd: (task: SaidTask) => Promise<boolean>;
  /** After a task was made, or on Enter where nothing was typed. */
  readonly onDone?: (() => void) | undefined;
};

/** A task typed on one line, with what was understood shown as it is typed; Enter makes it. */
export const TaskLineField = ({
  autoFocus = false,
  placeholder = 'Ask trade desk for HS 8457 fri @trade !gap',
  onAdd,
  onDone,
}: TaskLineFieldProps) => {
  const [line, setLine] = useState('');
  const today = useToday();
  const parsed = parseTaskLine(line, today);
  const add = async (): Promise<void> => {
    if (line.trim() !== '' && (parsed.title === '' || !(await onAdd(parsed)))) return;
    setLine('');
    onDone?.();
  };
  return (
    <div className={styles.line}>
      <TextField
        label="New task"
        isLabelHidden
        placeholder={placeholder}
        autoFocus={autoFocus}
        value={line}
        onChange={setLine}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void add();
        }}
      />
      {parsed.title !== '' && (
        <div className={styles.parsed} aria-live="polite">
          <span>{parsed.title}</span>
          {parsed.kind !== 'other' && <Badge>{parsed.kind}</Badge>}
          {parsed.owner !== null && <Badge>@{parsed.owner}</Badge>}
          {parsed.due !== null && <Badge tone="accent">{printDue(parsed.due, today)}</Badge>}
          <Kbd keys="Enter" />
        </div>
      )}
    </div>
  );
};

export type TaskLineProps = Omit<TaskLineFieldProps, 'onAdd'> & { readonly place: TaskPlace };

/** A task typed on one line, made on `place`. */
export const TaskLine = ({ place, ...field }: TaskLineProps) => (
  <TaskLineField {...field} onAdd={async (task) => (await act('task:add', { place, task })).ok} />
);
