import { describe, expect, it } from 'vitest';
import type { TaskRow } from '#domain/contract/task.ts';
import { type Task, taskSchema } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { firstOfSections, taskSections } from '#renderer/tasks/task-sections.ts';

const today = calendarDateSchema.parse('2024-04-24');
const at = '2024-04-01T09:00:00.000Z';

const rowOf = (number: number, said: { due?: string; state?: Task['state'] }): TaskRow => ({
  task: taskSchema.parse({
    id: `0190f000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    passageId: null,
    title: `Task ${number}`,
    kind: 'other',
    state: 'open',
    due: null,
    owner: null,
    createdAt: at,
    updatedAt: at,
    completedAt: null,
    deletedAt: null,
    ...said,
  }),
  place: { on: 'nothing' },
  placeTitle: null,
  quote: null,
  printed: null,
  tagIds: [],
  answer: null,
});

const rows = [
  rowOf(1, { due: '2024-04-20' }),
  rowOf(2, {}),
  rowOf(3, { state: 'cancelled' }),
  rowOf(4, { due: '2024-04-21' }),
];

describe('the sections of the task view', () => {
  it('stand in the order of urgency, what is settled last, none of them empty', () => {
    expect(taskSections(rows, today).map(({ id, count }) => [id, count])).toEqual([
      ['overdue', 2],
      ['no-date', 1],
      ['settled', 1],
    ]);
  });

  it('are drawn from the first on, each with the count of all its tasks', () => {
    const drawn = firstOfSections(taskSections(rows, today), 1);
    expect(drawn.map(({ id, count, rows: shown }) => [id, count, shown.length])).toEqual([['overdue', 2, 1]]);
    expect(firstOfSections(taskSections(rows, today), 3).map(({ id }) => id)).toEqual(['overdue', 'no-date']);
  });
});
