import { describe, expect, it } from 'vitest';
import { dueNotice } from '#domain/task/due-notice.ts';
import type { TaskState } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const today = day('2024-05-03');
const task = (due: string | null, state: TaskState = 'open', title = 'Ask the port') => ({
  title,
  state,
  due: due === null ? null : day(due),
});
const clear = { isEncrypted: false };

describe('the notice of due tasks', () => {
  it('names one task alone, and how many there are otherwise', () => {
    expect(dueNotice([task('2024-05-03')], today, clear)).toEqual({
      title: '1 task due today',
      text: 'Ask the port',
    });
    expect(dueNotice([task('2024-05-02')], today, clear)?.title).toBe('1 task overdue');
    const three = [task('2024-05-03'), task('2024-05-01'), task('2024-04-30')];
    expect(dueNotice(three, today, clear)).toEqual({ title: '1 task due today, 2 overdue', text: '' });
  });

  it('names none of an encrypted archive', () => {
    expect(dueNotice([task('2024-05-03')], today, { isEncrypted: true })?.text).toBe('');
  });

  it('is none where nothing is due: later, without a day, waiting or done', () => {
    const others = [
      task('2024-05-04'),
      task(null),
      task('2024-05-03', 'waiting'),
      task('2024-05-01', 'done'),
    ];
    expect(dueNotice(others, today, clear)).toBeNull();
  });
});
