import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings } from '#domain/contract/settings.ts';
import type { TaskRow } from '#domain/contract/task.ts';
import { archiveIdSchema } from '#domain/ids.ts';
import type { DueNotice } from '#domain/task/due-notice.ts';
import type { CalendarDate } from '#domain/time.ts';
import { type Telling, tellDueTasks } from '#electron/app/tell-due-tasks.ts';

vi.mock('#electron/platform/log.ts', () => ({ log: { error: () => undefined } }));

const id = archiveIdSchema.parse('01890000-0000-7000-8000-000000000001');
const MINUTE = 60_000;
/** Where this machine stands. */
const at = (day: number, hour: number, minute = 0): number => new Date(2024, 4, day, hour, minute).getTime();

let told: DueNotice[];
let kept: CalendarDate | null;
let isOn: boolean;
let stop: () => void = () => undefined;

const start = (): void => {
  const telling: Telling = {
    archive: { info: { id } as Telling['archive']['info'], identity: null },
    local: {
      settings: () => ({ ...defaultSettings, tellsDueTasks: isOn }),
      tasksToldOn: () => kept,
      keepTasksToldOn: async (_archive, day) => {
        kept = day;
      },
    },
    nowMs: () => Date.now(),
    openTasks: async () => [{ task: { title: 'Ask', state: 'open', due: '2024-05-03' } } as TaskRow],
    tell: (notice) => void told.push(notice),
  };
  stop = tellDueTasks(telling);
};
const startAt = async (ms: number): Promise<void> => {
  vi.useFakeTimers({ now: ms });
  start();
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  [told, kept, isOn] = [[], null, true];
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('tells once a day, from eight o’clock on', async () => {
  await startAt(at(3, 7, 30));
  expect(told).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(31 * MINUTE);
  expect(told).toEqual([{ title: '1 task due today', text: 'Ask' }]);
  await vi.advanceTimersByTimeAsync(10 * 60 * MINUTE);
  expect(told).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE);
  expect(told.at(-1)?.title).toBe('1 task overdue');
  expect(told).toHaveLength(2);
});

it('does not tell again after another start', async () => {
  await startAt(at(3, 9));
  stop();
  start();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(told).toHaveLength(1);
});

it('tells nothing until it is switched on', async () => {
  isOn = false;
  await startAt(at(3, 9));
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(told).toHaveLength(0);
  isOn = true;
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(told).toHaveLength(1);
});
