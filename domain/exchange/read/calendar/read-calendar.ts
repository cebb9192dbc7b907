/** To-dos of calendars (RFC 5545); events and what else a calendar holds is counted as left out. */
import type { Brought } from '../../brought.ts';
import { type CalendarTask, MAX_CALENDAR_TASKS, uidKey } from '../../calendar-task.ts';
import { countLeftOut, type LeftOutCounter, type LeftOutKind } from '../../left-out.ts';
import type { ExportText, TextExportReader } from '../export-file.ts';
import { type ContentLine, contentLines } from './content-lines.ts';
import { type ReadTodo, readTodo } from './read-todo.ts';

/** Parts within parts that a calendar has: an alarm in a to-do in a calendar is the third. */
const MAX_DEPTH = 8;

const elsewhere: ReadonlyMap<string, LeftOutKind> = new Map([
  ['VEVENT', 'calendar-event'],
  ['VJOURNAL', 'calendar-journal'],
]);

/** The part of a to-do that is told of; nothing is read within it (RFC 5545, 3.6.2). */
const ALARM = 'VALARM';

type Reading = {
  /** The parts that are open, the outermost first. */
  readonly open: string[];
  todo: Map<string, ContentLine> | null;
  isMessage: boolean;
  readonly todos: ReadTodo[];
  readonly left: LeftOutCounter;
};

const endTodo = ({ todo, isMessage, todos, left }: Reading): void => {
  if (todo === null) return;
  const isInstance = todo.has('RECURRENCE-ID');
  const read = isInstance ? null : readTodo(todo, isMessage, left.add);
  if (read === null) left.add(isInstance ? 'todo-instance' : 'todo-without-uid');
  else todos.push(read);
};

const begin = (reading: Reading, part: string): void => {
  const { open, left, todo } = reading;
  const kind = elsewhere.get(part);
  if (kind !== undefined) left.add(kind);
  if (open.length === 0) reading.isMessage = false;
  if (part === 'VTODO' && open.length === 1) reading.todo = new Map();
  else if (part === ALARM) todo?.set(part, { name: part, parameters: new Map(), value: part });
  open.push(part);
};

/** An end without its beginning ends nothing. */
const end = (reading: Reading, part: string): void => {
  if (reading.open.at(-1) !== part) return;
  reading.open.pop();
  if (part !== 'VTODO' || reading.open.length !== 1) return;
  endTodo(reading);
  reading.todo = null;
};

const takeLine = (reading: Reading, line: ContentLine): void => {
  const { open, todo } = reading;
  const part = line.value.trim().toUpperCase();
  if (line.name === 'BEGIN') begin(reading, part);
  else if (line.name === 'END') end(reading, part);
  else if (open.length === 1 && line.name === 'METHOD') reading.isMessage = true;
  else if (open.length === 2 && todo !== null && !todo.has(line.name)) todo.set(line.name, line);
};

/** The to-dos of a file; null where it is no calendar. */
const readFile = ({ text }: ExportText, left: LeftOutCounter): readonly ReadTodo[] | null => {
  const reading: Reading = { open: [], todo: null, isMessage: false, todos: [], left };
  let hasBegun = false;
  for (const line of contentLines(text)) {
    hasBegun ||= line?.name === 'BEGIN' && line.value.trim().toUpperCase() === 'VCALENDAR';
    if (!hasBegun || reading.open.length > MAX_DEPTH) return null;
    if (line === null) left.add('calendar-line');
    else takeLine(reading, line);
  }
  // The file ends within it: what is written of it may not be all.
  if (reading.todo !== null) left.add('cut-todo');
  return hasBegun ? reading.todos : null;
};

/** Whether `one` was written after `other`: by SEQUENCE (RFC 5545, 3.8.7.4), then by when it was changed. */
const isLater = (one: ReadTodo, other: ReadTodo): boolean =>
  one.sequence === other.sequence
    ? (one.task.revisedAt ?? '') >= (other.task.revisedAt ?? '')
    : one.sequence > other.sequence;

/** One to-do for each UID, the latest of those that bear it. */
const latestOf = (todos: readonly ReadTodo[], left: LeftOutCounter): readonly CalendarTask[] => {
  const byUid = new Map<string, ReadTodo>();
  for (const todo of todos) {
    const key = uidKey(todo.task);
    const before = byUid.get(key);
    if (before !== undefined) left.add('earlier-todo');
    if (before === undefined || isLater(todo, before)) byUid.set(key, todo);
  }
  return [...byUid.values()].map(({ task }) => task);
};

/** The to-dos of calendars whose lines are unfolded; null where a file is no calendar. */
export const readCalendar: TextExportReader = (files) => {
  const left = countLeftOut();
  const todos: ReadTodo[] = [];
  for (const file of files) {
    const read = readFile(file, left);
    if (read === null) return null;
    for (const todo of read) todos.push(todo);
  }
  const tasks = latestOf(todos, left);
  left.add('further-todo', Math.max(0, tasks.length - MAX_CALENDAR_TASKS));
  return {
    articles: [],
    tasks: tasks.slice(0, MAX_CALENDAR_TASKS),
    leftOut: left.list(),
  } satisfies Brought;
};
