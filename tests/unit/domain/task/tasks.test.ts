import { describe, expect, it } from 'vitest';
import { addDays, endOfWeek, weekdayOf } from '#domain/dates/calendar.ts';
import { articleIdSchema, passageIdSchema, tagIdSchema, taskIdSchema } from '#domain/ids.ts';
import { changeTask, repeatTask } from '#domain/task/change-task.ts';
import { groupTasks, isDue, taskGroupOf } from '#domain/task/group-tasks.ts';
import { mayAnswer } from '#domain/task/may-answer.ts';
import { newTask } from '#domain/task/new-task.ts';
import { parseTaskLine } from '#domain/task/parse-task-line.ts';
import { nextDue, printRrule, type Repeat } from '#domain/task/repeat.ts';
import type { Task } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { samplePassage, sampleTask } from '../../../support/archive/sample-records.ts';
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

  it.each([
    ['Call every monday', '2024-04-29', { unit: 'week', every: 1 }],
    ['Call every 2 weeks', '2024-04-24', { unit: 'week', every: 2 }],
    ['Call every other Friday', '2024-04-26', { unit: 'week', every: 2 }],
    ['Call fri every day', '2024-04-26', { unit: 'day', every: 1 }],
    ['Call every month 31 may', '2024-05-31', { unit: 'month', every: 1, day: 31 }],
    ['Call every year 2024-05-02', '2024-05-02', { unit: 'month', every: 12, day: 2 }],
  ])('"%s" comes again', (line, due, repeat) => {
    expect(parseTaskLine(line, today)).toEqual({ title: 'Call', due, owner: null, kind: 'other', repeat });
  });

  it.each(['Ask every member', 'Read every 0 days', 'Write every'])('"%s" comes once', (line) => {
    expect(parseTaskLine(line, today)).toEqual({ title: line, due: null, owner: null, kind: 'other' });
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

describe('the next day of a task that comes again', () => {
  const next = (repeat: Repeat, due: string) => nextDue(repeat, day(due), today);

  it('lies after the day on which it was due and after today', () => {
    expect(next({ unit: 'day', every: 1 }, '2024-04-24')).toBe('2024-04-25');
    expect(next({ unit: 'day', every: 1 }, '2024-04-26')).toBe('2024-04-27');
    expect(next({ unit: 'week', every: 1 }, '2024-04-01')).toBe('2024-04-29');
    expect(next({ unit: 'week', every: 2 }, '2024-04-24')).toBe('2024-05-08');
  });

  it('is the last day of a shorter month, and the day itself in the next that has it', () => {
    const monthly: Repeat = { unit: 'month', every: 1, day: 31 };
    expect(nextDue(monthly, day('2024-01-31'), day('2024-01-31'))).toBe('2024-02-29');
    expect(nextDue(monthly, day('2024-02-29'), day('2024-02-29'))).toBe('2024-03-31');
    expect(nextDue({ unit: 'month', every: 12, day: 29 }, day('2024-02-29'), today)).toBe('2025-02-28');
  });

  it('is none where the calendar ends', () => {
    expect(next({ unit: 'month', every: 1, day: 31 }, '9999-12-31')).toBeNull();
    expect(next({ unit: 'week', every: 999 }, '9999-12-01')).toBeNull();
  });

  it('is printed as a rule of RFC 5545', () => {
    expect(printRrule({ unit: 'week', every: 2 })).toBe('FREQ=WEEKLY;INTERVAL=2');
    expect(printRrule({ unit: 'month', every: 1, day: 15 })).toBe('FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=15');
    expect(printRrule({ unit: 'month', every: 1, day: 31 })).toBe(
      'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    );
  });
});

describe('a task that comes again', () => {
  const id = (end: number) => taskIdSchema.parse(`01900000-0000-7000-a000-00000000000${end}`);
  const monthly = newTask(
    id(1),
    {
      title: 'Check the register',
      kind: 'verify',
      due: day('2024-04-30'),
      owner: 'desk',
      repeat: { unit: 'month', every: 1, day: 30 },
      passageId: null,
    },
    at(0),
  );

  it('hands its rule on to the next when it is done', () => {
    const { done, next } = repeatTask(changeTask(monthly, { state: 'done' }, at(1)), id(2), today);
    expect(done).toEqual({ ...withoutRepeat(monthly), state: 'done', completedAt: at(1), updatedAt: at(1) });
    expect(next).toEqual({ ...monthly, id: id(2), due: '2024-05-30', createdAt: at(1), updatedAt: at(1) });
  });

  it('follows its day, and ends with it', () => {
    expect(changeTask(monthly, { due: day('2024-05-15') }, at(1)).repeat).toMatchObject({ day: 15 });
    expect(changeTask(monthly, { due: null }, at(1))).not.toHaveProperty('repeat');
    expect(changeTask(monthly, { repeat: null }, at(1))).not.toHaveProperty('repeat');
    expect(changeTask(monthly, { title: 'Check' }, at(1)).repeat).toEqual(monthly.repeat);
  });
});

describe('a task that is answered', () => {
  const answeredBy = {
    articleId: articleIdSchema.parse('01900000-0000-7000-a000-000000000008'),
    passageId: passageIdSchema.parse('01900000-0000-7000-a000-000000000009'),
  };
  const gap = newTask(
    taskIdSchema.parse('01900000-0000-7000-a000-000000000001'),
    { title: 'Who signed?', kind: 'gap', due: null, owner: null, passageId: null },
    at(0),
  );

  it('names what answers it as long as it is done', () => {
    const answered = changeTask(gap, { state: 'done', answeredBy }, at(1));
    expect(answered).toMatchObject({ answeredBy, completedAt: at(1) });
    expect(changeTask(answered, { title: 'Who?' }, at(2))).toMatchObject({ answeredBy });
    expect(changeTask(answered, { state: 'open' }, at(2))).not.toHaveProperty('answeredBy');
    expect(changeTask(answered, { answeredBy: null }, at(2))).not.toHaveProperty('answeredBy');
    expect(changeTask(gap, { answeredBy }, at(1))).not.toHaveProperty('answeredBy');
  });
});

describe('a passage that may answer a gap', () => {
  const china = tagIdSchema.parse('01900000-0000-7000-a000-000000000010');
  const gap = sampleTask('Who signed?', { kind: 'gap', createdAt: at(1) });
  const later = samplePassage('The deputy signed', { tagIds: [china], createdAt: at(2) });

  it('has a tag of it and is newer', () => {
    expect(mayAnswer(later, { task: gap, tagIds: [china] })).toBe(true);
    expect(mayAnswer(later, { task: gap, tagIds: [] })).toBe(false);
    expect(mayAnswer({ ...later, createdAt: at(0) }, { task: gap, tagIds: [china] })).toBe(false);
  });

  it('is offered for open gaps on other passages alone', () => {
    for (const changed of [{ kind: 'verify' }, { state: 'done' }, { passageId: later.id }] as const) {
      expect(mayAnswer(later, { task: { ...gap, ...changed }, tagIds: [china] })).toBe(false);
    }
  });
});

const withoutRepeat = ({ repeat: _, ...task }: Task): Task => task;
