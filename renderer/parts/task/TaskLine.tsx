import { useState } from 'react';
import { articleLanguages } from '#domain/contract/article.ts';
import { taskAdd } from '#domain/contract/task.ts';
import { dayLanguagesOf, type LanguageCount } from '#domain/dates/day-words.ts';
import { newTaskIdSchema } from '#domain/ids.ts';
import { parseTaskLine } from '#domain/task/parse-task-line.ts';
import { sayRepeat } from '#domain/task/repeat.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { outcomeOf } from '#renderer/bridge/outcome.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useToday } from '#renderer/window/today.ts';
import { printDue } from '../dates/print-date.ts';
import styles from './task.module.css';

const noCounts: readonly LanguageCount[] = [];

type SaidTask = ReturnType<typeof parseTaskLine>;

export type TaskLineFieldProps = {
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  /** Whether the syntax is shown while the line is empty. */
  readonly hasSigns?: boolean;
  /** Returns whether the task was created, or is kept until it can be. */
  readonly onAdd: (task: SaidTask) => Promise<boolean>;
  /** On Enter: the field is done, whatever happens to the task. */
  readonly onDone?: (() => void) | undefined;
};

/** The syntax that may follow the words of a task. */
const Signs = () => (
  <div className={styles.parsed}>
    <span>
      <Badge>fri</Badge> day
    </span>
    <span>
      <Badge>@name</Badge> owner
    </span>
    <span>
      <Badge>!gap</Badge> or <Badge>!verify</Badge> kind
    </span>
    <span>
      <Badge>every week</Badge> repeats
    </span>
  </div>
);

/** A task typed on one line, with its interpretation shown while typing; Enter creates it. */
export const TaskLineField = ({
  autoFocus = false,
  placeholder = 'New task',
  hasSigns = false,
  onAdd,
  onDone,
}: TaskLineFieldProps) => {
  const [line, setLine] = useState('');
  const today = useToday();
  const { data: counts = noCounts } = useQuery(articleLanguages, line === '' ? null : {});
  const parsed = parseTaskLine(line, today, dayLanguagesOf(counts));
  const add = async (): Promise<void> => {
    if (line.trim() !== '' && parsed.title === '') return;
    setLine('');
    onDone?.();
    if (line.trim() === '' || (await onAdd(parsed))) return;
    // It was refused: the text is restored, unless something else has been typed since.
    setLine((typed) => (typed === '' ? line : typed));
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
      {line === '' && hasSigns && <Signs />}
      {parsed.title !== '' && (
        <div className={styles.parsed} aria-live="polite">
          <span>{parsed.title}</span>
          {parsed.kind !== 'other' && <Badge>{parsed.kind}</Badge>}
          {parsed.owner !== null && <Badge>@{parsed.owner}</Badge>}
          {parsed.due !== null && <Badge tone="accent">{printDue(parsed.due, today)}</Badge>}
          {parsed.repeat !== undefined && <Badge>{sayRepeat(parsed.repeat)}</Badge>}
          <Kbd keys="Enter" />
        </div>
      )}
    </div>
  );
};

export type TaskLineProps = Omit<TaskLineFieldProps, 'onAdd'> & { readonly place: TaskPlace };

/** A task typed on one line, created at `place`. */
export const TaskLine = ({ place, ...field }: TaskLineProps) => {
  const add = async (task: SaidTask): Promise<boolean> => {
    const input = { place, taskId: newId(newTaskIdSchema), task };
    return outcomeOf(taskAdd, input, await act(taskAdd, input)) !== 'refused';
  };
  return <TaskLineField {...field} onAdd={add} />;
};
