import { printDay } from '../memo/print/print-date.ts';
import { printCount } from '../print-count.ts';
import { sayRepeat } from '../task/repeat.ts';
import { capital } from '../text/capital.ts';
import type { CalendarDate } from '../time.ts';
import type { TodoPart, TodoRow } from './lay-todo.ts';

const partNames: Readonly<Record<TodoPart, string>> = {
  state: 'that it is done',
  title: 'title',
  due: 'day',
  kind: 'kind',
  owner: 'owner',
  rule: 'rule of repetition',
};

const stateNames = { open: 'open', waiting: 'waiting', done: 'done', cancelled: 'cancelled' } as const;

const sayDue = (due: CalendarDate | null): string => (due === null ? 'no due day' : `due ${printDay(due)}`);
const sayWas = (due: CalendarDate | null): string => (due === null ? 'had none' : `was ${printDay(due)}`);

/** "Done, due 5 May 2024 (was 1 May 2024)" */
const sayChange = ({ takes: { state, title, due, kind, owner }, task }: TodoRow): string =>
  capital(
    [
      ...(state === undefined ? [] : [stateNames[state]]),
      ...(title === undefined ? [] : [`title “${title}”`]),
      ...(due === undefined ? [] : [`${sayDue(due)} (${sayWas(task.due)})`]),
      ...(kind === undefined ? [] : [`kind ${kind} (was ${task.kind})`]),
      ...(owner === undefined ? [] : [`owner ${owner} (was ${task.owner ?? 'nobody'})`]),
    ].join(', '),
  );

const sayNew = ({ task: { state, due, kind, owner, repeat }, extras }: TodoRow): string => {
  const said = [
    'New',
    ...(state === 'open' ? [] : [stateNames[state]]),
    ...(due === null ? [] : [`due ${printDay(due)}`]),
    ...(repeat === null ? [] : [sayRepeat(repeat)]),
    ...(kind === 'other' ? [] : [kind]),
    ...(owner === null ? [] : [`owner ${owner}`]),
  ].join(', ');
  return extras.length === 0 ? said : `${said}; without its ${extras.join(', ')}`;
};

const refusals = {
  'in-trash': 'Not imported: in the trash here',
  'no-title': 'Not imported: no title',
} as const;

const sayWhat = (row: TodoRow): string => {
  if (row.refusal !== null) return refusals[row.refusal];
  if (row.becomes === 'new') return sayNew(row);
  return row.becomes === 'changed' ? sayChange(row) : 'Already here';
};

/** What becomes of a to-do, and what stays as it is here. */
export const sayTodoRow = (row: TodoRow): string =>
  row.keeps.length === 0
    ? sayWhat(row)
    : `${sayWhat(row)}; unchanged here: ${row.keeps.map((part) => partNames[part]).join(', ')}`;

/** "2 tasks done, 1 task changed, 3 new tasks, 12 unchanged, 1 not taken"; empty where there is none. */
export const sayTodos = (rows: readonly TodoRow[]): string => {
  const of = (becomes: TodoRow['becomes']) => rows.filter((row) => row.becomes === becomes);
  const closed = of('changed').filter(({ takes }) => takes.state !== undefined).length;
  const counts: readonly (readonly [number, (count: number) => string])[] = [
    [closed, (count) => `${printCount(count, 'task')} done or cancelled`],
    [of('changed').length - closed, (count) => `${printCount(count, 'task')} changed`],
    [of('new').length, (count) => printCount(count, 'new task')],
    [of('same').length, (count) => `${count.toLocaleString('en-GB')} unchanged`],
    [of('refused').length, (count) => `${count.toLocaleString('en-GB')} not imported`],
  ];
  return counts.flatMap(([count, say]) => (count === 0 ? [] : [say(count)])).join(', ');
};
