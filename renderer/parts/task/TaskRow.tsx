import { Ellipsis, Repeat } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { taskChange, taskDelete } from '#domain/contract/task.ts';
import { isSettled } from '#domain/task/group-tasks.ts';
import { sayRepeat } from '#domain/task/repeat.ts';
import type { Task, TaskPlace, TaskState } from '#domain/task/task.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { act } from '#renderer/bridge/act.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RowBody } from '#renderer/ui/collections/rows.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu, type MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { DueText } from './DueText.tsx';
import { TaskEditor } from './TaskEditor.tsx';
import styles from './task.module.css';

export type TaskRowProps = {
  readonly task: Task;
  readonly place: TaskPlace;
  /** What the task is about: an article's title, a quote. */
  readonly about?: string | undefined;
  /** The passage that answers it, if known. */
  readonly answer?: string | null;
  /** Whether a heading above the row says how soon it is due. */
  readonly isGrouped?: boolean;
  /** Acts on it besides those in its menu. */
  readonly acts?: ReactNode;
};

const kindNames: Readonly<Record<Task['kind'], string | null>> = {
  gap: 'gap',
  verify: 'verify',
  contact: 'contact',
  other: null,
};

const Facts = ({ task, isGrouped = false }: Pick<TaskRowProps, 'task' | 'isGrouped'>) => {
  const kind = kindNames[task.kind];
  return (
    <>
      {task.state === 'waiting' && <Badge>waiting</Badge>}
      {kind !== null && <Badge>{kind}</Badge>}
      {task.repeat !== undefined && (
        <span className={styles.repeat}>
          <Repeat size={12} aria-hidden /> {sayRepeat(task.repeat)}
        </span>
      )}
      <DueText task={task} isGrouped={isGrouped} />
    </>
  );
};

/** Whether the line has any of those facts. */
const hasFacts = ({ state, kind, repeat, due }: Task): boolean =>
  state === 'waiting' || kindNames[kind] !== null || repeat !== undefined || due !== null;

/** One task: done or not, what, who, by when. */
export const TaskRow = ({ task, place, about, answer = null, isGrouped = false, acts }: TaskRowProps) => {
  const [asking, setAsking] = useState<'edit' | 'answer' | null>(null);
  const Asked = asking === 'edit' ? TaskEditor : AnswerDialog;
  const { answeredBy } = task;
  const setState = (state: TaskState) => void act(taskChange, { place, taskId: task.id, change: { state } });
  const entries: readonly MenuEntry[] = [
    { id: 'edit', name: 'Edit…', run: () => setAsking('edit') },
    { id: 'answer', name: 'Answered by…', isDisabled: isSettled(task), run: () => setAsking('answer') },
    task.state === 'waiting'
      ? { id: 'open', name: 'No longer waiting', run: () => setState('open') }
      : { id: 'waiting', name: 'Waiting for someone', run: () => setState('waiting') },
    { id: 'cancel', name: 'Cancel the task', isDisabled: isSettled(task), run: () => setState('cancelled') },
    'separator',
    {
      id: 'delete',
      name: 'Move to trash',
      isDangerous: true,
      run: () => void act(taskDelete, { place, taskId: task.id }),
    },
  ];

  const said = joinFacts([task.owner, about]);
  return (
    <>
      <RowBody
        look="name"
        title={<span className={joinClasses(isSettled(task) && styles.settled)}>{task.title}</span>}
        sign={
          <Checkbox
            aria-label={`Done: ${task.title}`}
            isSelected={task.state === 'done'}
            onChange={(isDone) => setState(isDone ? 'done' : 'open')}
          />
        }
        lead={
          answeredBy !== undefined && (
            <button
              type="button"
              className={joinClasses('word-button', styles.answer)}
              onClick={() => goTo({ view: 'articles', ...answeredBy })}
            >
              Answered by {answer ?? 'a passage'}
            </button>
          )
        }
        meta={said}
        facts={hasFacts(task) && <Facts task={task} isGrouped={isGrouped} />}
        acts={
          <>
            {acts}
            <Menu
              label={`More for ${task.title}`}
              trigger={<IconButton icon={Ellipsis} label="More" isSmall />}
              entries={entries}
            />
          </>
        }
      />
      {asking !== null && <Asked task={task} place={place} onClose={() => setAsking(null)} />}
    </>
  );
};
