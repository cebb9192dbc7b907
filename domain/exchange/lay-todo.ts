/**
 * A to-do of a calendar laid over the tasks that are here. Its UID (RFC 5545, 3.8.4.7) is the id of the task, since an
 * export writes it so.
 *
 * - That it is done or cancelled (STATUS, 3.8.1.11) is taken where the task is still open here, whenever the file was
 *   written: somebody has done it, whatever else has been said of it since. Nothing is opened again by a file.
 * - Another title, day, kind or owner is taken only where the to-do was changed later than the task: by LAST-MODIFIED
 *   (3.8.7.3), or by DTSTAMP (3.8.7.2) in its place. Where neither says when, what stands here stays. A calendar counts
 *   in seconds, so within one second the two are as old.
 * - IN-PROCESS is not taken for waiting: other programs write it for what was begun.
 * - The rule of repetition stays as it is here, and follows a new day (see changeTask).
 * - A to-do that is not known is offered as a new task on nothing; one that is done or cancelled too, but not chosen at
 *   first, for a calendar keeps years of them.
 */
import type { TaskId } from '../ids.ts';
import { changeTask } from '../task/change-task.ts';
import { isSettled } from '../task/group-tasks.ts';
import { newTask } from '../task/new-task.ts';
import { type Repeat, repeatFrom } from '../task/repeat.ts';
import { isOpenTask, type Task } from '../task/task.ts';
import type { CalendarDate, Timestamp } from '../time.ts';
import type { CalendarRule, CalendarTask } from './calendar-task.ts';

/** A to-do whose day is that of the reader. */
export type DatedTodo = Omit<CalendarTask, 'due'> & { readonly due?: CalendarDate | null };

export type TodoPart = 'state' | 'title' | 'due' | 'kind' | 'owner' | 'rule';

/** What is taken of a to-do whose task is here. */
export type TodoChange = Partial<Pick<Task, 'state' | 'title' | 'due' | 'kind' | 'owner'>>;

export type TodoRow = {
  readonly uid: string;
  /** As it is here, or as the calendar has it where it is new. */
  readonly title: string;
  readonly becomes: 'new' | 'changed' | 'same' | 'refused';
  /** Whether it is chosen until somebody says otherwise. */
  readonly isOffered: boolean;
  readonly takes: TodoChange;
  /** As it is here before, or becomes where it is new; null where it is refused. */
  readonly task: Pick<Task, 'state' | 'due' | 'kind' | 'owner'> & { readonly repeat: Repeat | null };
  /** What the two say otherwise: it stays as it is here. */
  readonly keeps: readonly TodoPart[];
  /** What a new task has no place for. */
  readonly extras: CalendarTask['extras'];
  readonly refusal: 'in-trash' | 'no-title' | null;
};

const secondOf = (at: Timestamp): string => at.slice(0, 19);

const isLater = ({ revisedAt }: DatedTodo, { updatedAt }: Task): boolean =>
  revisedAt !== null && secondOf(revisedAt) > secondOf(updatedAt);

const repeatOf = (rule: CalendarRule | null, due: CalendarDate | null): Repeat | null => {
  if (rule === null || due === null) return null;
  const { unit, every, day } = rule;
  return unit === 'month' && day !== null ? { unit, every, day } : repeatFrom(unit, every, due);
};

const hasSameRule = ({ rule, extras, due = null }: DatedTodo, { repeat }: Task): boolean => {
  const there = repeatOf(rule, due);
  if (repeat === undefined || there === null)
    return repeat === undefined && there === null && !extras.includes('rule of repetition');
  const [one, other] = [repeat, there].map((each) => `${each.unit} ${each.every}`);
  return one === other;
};

/** The parts in which the two differ and that a later to-do changes. */
const differencesOf = ({ title, due, kind, owner }: DatedTodo, task: Task): TodoChange => ({
  ...(title !== null && title !== task.title && { title }),
  ...(due !== undefined && due !== task.due && { due }),
  ...(kind !== null && kind !== task.kind && { kind }),
  ...(owner !== null && owner !== task.owner && { owner }),
});

const isReopened = ({ state }: DatedTodo, task: Task): boolean =>
  state !== null && !isSettled({ state }) && !isOpenTask(task);

/** What becomes of the task that is here. */
export const layTodo = (todo: DatedTodo, task: Task): TodoRow => {
  const { uid, state } = todo;
  const later = isLater(todo, task);
  const closes = state !== null && isSettled({ state }) && isOpenTask(task);
  const differing = differencesOf(todo, task);
  const takes: TodoChange = { ...(closes && { state }), ...(later && differing) };
  const stays = later ? [] : (Object.keys(differing) as (keyof TodoChange)[]);
  return {
    uid,
    title: task.title,
    becomes: Object.keys(takes).length === 0 ? 'same' : 'changed',
    isOffered: true,
    takes,
    task: {
      state: task.state,
      due: task.due,
      kind: task.kind,
      owner: task.owner,
      repeat: task.repeat ?? null,
    },
    keeps: [
      ...stays,
      ...(later && isReopened(todo, task) ? ['state' as const] : []),
      ...(closes || isSettled(task) || hasSameRule(todo, task) ? [] : ['rule' as const]),
    ],
    extras: [],
    refusal: null,
  };
};

/** What becomes of a to-do whose task lies in the trash, or is not known here. */
export const layStrangeTodo = (todo: DatedTodo, isInTrash: boolean): TodoRow => {
  const { uid, title, due = null, rule, extras } = todo;
  const refusal = isInTrash ? ('in-trash' as const) : null;
  const why = title === null ? (refusal ?? 'no-title') : refusal;
  const state = todo.state ?? 'open';
  return {
    uid,
    title: title ?? 'Untitled',
    becomes: why === null ? 'new' : 'refused',
    isOffered: why === null && !isSettled({ state }),
    takes: {},
    task: { state, due, kind: todo.kind ?? 'other', owner: todo.owner, repeat: repeatOf(rule, due) },
    keeps: [],
    extras: why === null ? extras : [],
    refusal: why,
  };
};

/** When it was done by the calendar, which is never later than now. */
const doneAt = ({ completedAt, revisedAt }: DatedTodo, now: Timestamp): Timestamp => {
  const said = completedAt ?? revisedAt ?? now;
  return said < now ? said : now;
};

const withDoneAt = (task: Task, todo: DatedTodo, now: Timestamp): Task =>
  task.state === 'done' ? { ...task, completedAt: doneAt(todo, now) } : task;

/** The task with what is taken of the to-do. */
export const takeTodo = (task: Task, todo: DatedTodo, at: Timestamp): Task => {
  const { takes } = layTodo(todo, task);
  const changed = changeTask(task, takes, at);
  return takes.state === undefined ? changed : withDoneAt(changed, todo, at);
};

/** The new task that a to-do becomes; null where it has no title. */
export const makeTodo = (id: TaskId, todo: DatedTodo, at: Timestamp): Task | null => {
  const { title } = todo;
  if (title === null) return null;
  const { state, kind, due, owner, repeat } = layStrangeTodo(todo, false).task;
  const said = { title, kind, due, owner, passageId: null };
  const open = newTask(id, repeat === null || isSettled({ state }) ? said : { ...said, repeat }, at);
  return withDoneAt(changeTask(open, { state }, at), todo, at);
};
