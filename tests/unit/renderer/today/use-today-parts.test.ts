import { describe, expect, it } from 'vitest';
import type { TaskRow } from '#domain/contract/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { splitByDue } from '#renderer/today/use-today-parts.ts';

const taskDue = (due: string | null, state: TaskRow['task']['state'] = 'open'): TaskRow =>
  ({ task: { due, state } }) as TaskRow;
const daysOf = (rows: readonly TaskRow[]) => rows.map(({ task }) => task.due);

describe('the tasks of a day', () => {
  it('are parted by how soon they are due, the earliest first, and what waits for someone is in none', () => {
    const rows = ['2026-12-07', '2026-11-30', '2026-11-20', null, '2026-12-08', '2026-12-01'].map((due) =>
      taskDue(due),
    );
    const { overdue, due, soon } = splitByDue(
      [...rows, taskDue('2026-11-01', 'waiting'), taskDue('2026-11-03')],
      calendarDateSchema.parse('2026-11-30'),
    );
    expect(daysOf(overdue)).toEqual(['2026-11-03', '2026-11-20']);
    expect(daysOf(due)).toEqual(['2026-11-30']);
    expect(daysOf(soon)).toEqual(['2026-12-01', '2026-12-07']);
  });
});
