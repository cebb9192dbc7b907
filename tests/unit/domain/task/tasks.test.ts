import { describe, expect, it } from 'vitest';
import { addDays, endOfWeek, weekdayOf } from '#domain/dates/calendar.ts';
import { taskIdSchema } from '#domain/ids.ts';
import { changeTask } from '#domain/task/change-task.ts';
import { groupTasks, isDue, taskGroupOf } from '#domain/task/group-tasks.ts';
import { newTask } from '#domain/task/new-task.ts';
import { parseTaskLine } from '#domain/task/parse-task-line.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { at } from '../tree/build-tree.ts';

const day = (date: string) => calendarDateSchema.parse(date);
/** A Wednesday. */
const today = day('2024-04-24');

describe('reckoning with days', () => {
  it('crosses months and leap days', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2024-12-31'), 1)).toBe('2025-01-01');
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
  });

  it('ends the week on Sunday', () => {
    expect(weekdayOf(day('2024-04-28'))).toBe(7);
    expect(endOfWeek(today)).toBe('2024-04-28');
    expect(endOfWeek(day('2024-04-28'))).toBe('2024-04-28');
  });
});

describe('the group of a task', () => {
  it.each([
    ['open', '2024-04-23', 'overdue'],
    ['open', '2024-04-24', 'today'],
    ['open', '2024-04-25', 'this-week'],
    ['open', '2024-04-28', 'this-week'],
    ['open', '2024-04-29', 'later'],
    ['open', null, 'no-date'],
    ['waiting', '2024-04-23', 'waiting'],
    ['done', '2024-04-23', null],
    ['cancelled', null, null],
  ] as const)('of one that is %s and due %s is %s', (state, due, group) => {
    expect(taskGroupOf({ state, due: due === null ? null : day(due) }, today)).toBe(group);
  });

  it('puts the earlier due first', () => {
    const items = ['2024-04-27', '2024-04-25', null].map((due) => ({
      state: 'open' as const,
      due: due === null ? null : day(due),
    }));
    const groups = groupTasks(items, (item) => item, today);
    expect(groups.get('this-week')?.map(({ due }) => due)).toEqual(['2024-04-25', '2024-04-27']);
    expect([...groups.keys()]).toEqual(['overdue', 'today', 'this-week', 'later', 'no-date', 'waiting']);
  });

  it('counts as due what is overdue or due today', () => {
    expect(isDue({ state: 'open', due: day('2024-04-01') }, today)).toBe(true);
    expect(isDue({ state: 'open', due: day('2024-04-25') }, today)).toBe(false);
    expect(isDue({ state: 'done', due: day('2024-04-01') }, today)).toBe(false);
  });
});

describe('a typed task', () => {
  it('names owner, kind and day', () => {
    expect(parseTaskLine('Ask trade desk for HS 8457 fri @trade !gap', today)).toEqual({
      title: 'Ask trade desk for HS 8457',
      due: '2024-04-26',
      owner: 'trade',
      kind: 'gap',
    });
  });

  it.each([
    ['Call today', '2024-04-24'],
    ['Call tomorrow', '2024-04-25'],
    ['Call wed', '2024-05-01'],
    ['Call by Thursday', '2024-04-25'],
    ['Call 2024-05-02', '2024-05-02'],
    ['Call in 3 days', '2024-04-27'],
    ['Call in 2 weeks', '2024-05-08'],
    ['Call on 26 Apr', '2024-04-26'],
    ['Call 3 march', '2025-03-03'],
    ['Call 3 march 2024', '2024-03-03'],
  ])('"%s" is due %s', (line, due) => {
    expect(parseTaskLine(line, today)).toMatchObject({ title: 'Call', due });
  });

  it.each(['Read the Sunday paper again', 'Check 2024-13-45', 'Check 31 feb', 'Ask them we'])(
    '"%s" has no day, and keeps its words',
    (line) => {
      expect(parseTaskLine(line, today)).toEqual({ title: line, due: null, owner: null, kind: 'other' });
    },
  );

  it('takes an owner of several words in quotation marks, and marks in any order', () => {
    expect(parseTaskLine('@"trade desk" Ask for figures !verify', today)).toEqual({
      title: 'Ask for figures',
      due: null,
      owner: 'trade desk',
      kind: 'verify',
    });
  });

  it('leaves what it does not know in the title', () => {
    expect(parseTaskLine('Write to a@b.example !soon', today).title).toBe('Write to a@b.example !soon');
  });

  it('has no title where only marks were typed', () => {
    expect(parseTaskLine('@trade !gap', today).title).toBe('');
  });
});

describe('changing a task', () => {
  const task = newTask(
    taskIdSchema.parse('01900000-0000-7000-a000-000000000001'),
    { title: 'Ask', kind: 'gap', due: null, owner: '  ', passageId: null },
    at(0),
  );

  it('keeps the instant at which it was done, until it is opened again', () => {
    const done = changeTask(task, { state: 'done' }, at(1));
    expect(done.completedAt).toBe(at(1));
    expect(changeTask(done, { title: 'Asked' }, at(2)).completedAt).toBe(at(1));
    expect(changeTask(done, { state: 'open' }, at(3)).completedAt).toBeNull();
  });

  it('knows no owner of nothing but white space', () => {
    expect(task.owner).toBeNull();
  });
});
