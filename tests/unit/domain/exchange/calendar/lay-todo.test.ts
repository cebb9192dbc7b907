import { describe, expect, it } from 'vitest';
import { type DatedTodo, layStrangeTodo, layTodo, makeTodo, takeTodo } from '#domain/exchange/lay-todo.ts';
import { sayTodoRow, sayTodos } from '#domain/exchange/say-todo.ts';
import type { Task } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { newTaskId } from '../../../../support/archive/sample-ids.ts';
import { sampleTask } from '../../../../support/archive/sample-records.ts';
import { at } from '../../tree/build-tree.ts';

const day = (date: string) => calendarDateSchema.parse(date);
const due = day('2024-05-01');

const task = (said: Partial<Task> = {}): Task =>
  sampleTask('Ask the desk', { due, kind: 'gap', updatedAt: at(10), ...said });
/** The to-do that an export makes of it, changed there at second 20. */
const todo = (said: Partial<DatedTodo> = {}): DatedTodo => ({
  uid: 'a',
  title: 'Ask the desk',
  due,
  state: 'open',
  kind: 'gap',
  owner: null,
  rule: null,
  revisedAt: at(20),
  completedAt: null,
  extras: [],
  ...said,
});

const said = (there: Partial<DatedTodo>, here: Partial<Task> = {}) =>
  sayTodoRow(layTodo(todo(there), task(here)));

describe('a to-do whose task is here', () => {
  it('is given to somebody else where it was later, and stays with its owner where nobody is named', () => {
    expect(said({ owner: 'Ilse' }, { owner: 'trade' })).toBe('Owner Ilse (was trade)');
    expect(said({ owner: 'Ilse', revisedAt: at(1) }, { owner: null })).toBe(
      'Already here; unchanged here: owner',
    );
    expect(said({ owner: null }, { owner: 'trade' })).toBe('Already here');
    const there = todo({ owner: 'Ilse' });
    expect(takeTodo(task({ owner: 'trade' }), there, at(30)).owner).toBe('Ilse');
  });

  it('is as it is where nothing was changed there', () => {
    expect(said({ revisedAt: at(10) })).toBe('Already here');
    expect(layTodo(todo(), task())).toMatchObject({ becomes: 'same', takes: {} });
  });

  it('is done or cancelled where the task is open, whatever has been said of it since', () => {
    for (const state of ['open', 'waiting'] as const) {
      expect(said({ state: 'done', revisedAt: at(5) }, { state })).toBe('Done');
      expect(said({ state: 'cancelled', revisedAt: null }, { state })).toBe('Cancelled');
    }
    expect(said({ state: 'cancelled' }, { state: 'done' })).toBe('Already here');
  });

  it('opens nothing again, and makes nothing wait', () => {
    expect(said({ state: 'open' }, { state: 'done' })).toBe('Already here; unchanged here: that it is done');
    expect(said({ state: 'open', revisedAt: at(5) }, { state: 'done' })).toBe('Already here');
    expect(said({ state: 'waiting' })).toBe('Already here');
    expect(said({ state: 'open' }, { state: 'waiting' })).toBe('Already here');
  });

  const changed = { title: 'Ask again', due: day('2024-05-06'), kind: 'verify' } as const;

  it('changes title, day and kind where it was changed later', () => {
    expect(said(changed)).toBe('Title “Ask again”, due 6 May 2024 (was 1 May 2024), kind verify (was gap)');
    expect(said({ due: null })).toBe('No due day (was 1 May 2024)');
  });

  it.each([at(10), at(5), null])('changes none of them where it was changed at %s', (revisedAt) => {
    expect(said({ ...changed, revisedAt })).toBe('Already here; unchanged here: title, day, kind');
  });

  it('counts in seconds, as a calendar does', () => {
    const updatedAt = at(10).replace('.000', '.900') as Task['updatedAt'];
    expect(said({ ...changed, revisedAt: at(10) }, { updatedAt })).toContain('unchanged');
    expect(said({ ...changed, revisedAt: at(11) }, { updatedAt })).not.toContain('unchanged');
  });

  it('changes nothing of which nothing is said', () => {
    const { due: _, ...silent } = todo({ title: null, kind: null, state: null });
    expect(sayTodoRow(layTodo(silent, task()))).toBe('Already here');
  });

  it('keeps the rule that it has here, and says so where there is another', () => {
    const weekly = { repeat: { unit: 'week', every: 2 } } as const;
    const kept = 'Already here; unchanged here: rule of repetition';
    expect(said({ rule: { unit: 'week', every: 2, day: null } }, weekly)).toBe('Already here');
    expect(said({}, weekly)).toBe(kept);
    expect(said({ rule: { unit: 'day', every: 1, day: null } }, weekly)).toBe(kept);
    expect(said({ extras: ['rule of repetition'] })).toBe(kept);
    const moved = takeTodo(task(weekly), todo({ due: day('2024-05-08') }), at(30));
    expect(moved).toMatchObject({ due: '2024-05-08', ...weekly });
  });

  it('was done when the calendar says, and never later than now', () => {
    const doneAt = (there: Partial<DatedTodo>) =>
      takeTodo(task(), todo({ state: 'done', ...there }), at(30)).completedAt;
    expect(doneAt({ completedAt: at(15) })).toBe(at(15));
    expect(doneAt({ completedAt: null })).toBe(at(20));
    expect(doneAt({ completedAt: at(55) })).toBe(at(30));
  });
});

describe('a to-do that is not known here', () => {
  const strange = (there: Partial<DatedTodo>, isInTrash = false) => layStrangeTodo(todo(there), isInTrash);

  it('is offered as a new task, with what stays behind', () => {
    const row = strange({ rule: { unit: 'week', every: 1, day: null }, extras: ['description', 'alarm'] });
    expect(row.isOffered).toBe(true);
    expect(sayTodoRow(row)).toBe('New, due 1 May 2024, every week, gap; without its description, alarm');
    expect(makeTodo(newTaskId(), todo({ rule: { unit: 'month', every: 1, day: 31 } }), at(30))).toMatchObject(
      {
        title: 'Ask the desk',
        state: 'open',
        due,
        repeat: { unit: 'month', every: 1, day: 31 },
        createdAt: at(30),
      },
    );
  });

  it('is given to whom it names', () => {
    expect(sayTodoRow(strange({ owner: 'Ilse' }))).toBe('New, due 1 May 2024, gap, owner Ilse');
    expect(makeTodo(newTaskId(), todo({ owner: 'Ilse' }), at(30))).toMatchObject({ owner: 'Ilse' });
  });

  it('is shown, and not chosen, where it is done', () => {
    const row = strange({ state: 'done', rule: { unit: 'day', every: 1, day: null } });
    expect(row).toMatchObject({ becomes: 'new', isOffered: false });
    const made = makeTodo(newTaskId(), todo({ state: 'done', completedAt: at(1) }), at(30));
    expect(made).toMatchObject({ state: 'done', completedAt: at(1) });
    expect(made).not.toHaveProperty('repeat');
  });

  it('is refused without a title, and where it lies in the trash', () => {
    expect(sayTodoRow(strange({ title: null }))).toBe('Not imported: no title');
    expect(sayTodoRow(strange({}, true))).toBe('Not imported: in the trash here');
    expect(makeTodo(newTaskId(), todo({ title: null }), at(30))).toBeNull();
  });
});

describe('a calendar', () => {
  it('is summed up', () => {
    const rows = [
      layTodo(todo({ state: 'done' }), task()),
      layTodo(todo({ due: null }), task()),
      layTodo(todo(), task()),
      layStrangeTodo(todo(), false),
      layStrangeTodo(todo(), true),
    ];
    expect(sayTodos(rows)).toBe(
      '1 task done or cancelled, 1 task changed, 1 new task, 1 unchanged, 1 not imported',
    );
  });
});
