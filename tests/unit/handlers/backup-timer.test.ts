import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BackupPlan, noBackupPlan } from '#domain/backup/backup-plan.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { BackupKeeper, type BackupKeeperDeps } from '#electron/handlers/backup/backup-keeper.ts';
import { newSampleId } from '../../support/archive/sample-ids.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const startMs = Date.parse('2024-04-24T09:00:00.000Z');

type Answer = 'succeeds' | AppError;

/** A keeper whose jobs are counted and answered here; its clock is that of the timers. */
const setUp = (changed: Partial<BackupPlan> = {}) => {
  let plan: BackupPlan = { ...noBackupPlan, folder: '/disk', isFounded: true, ...changed };
  const world = {
    answer: 'succeeds' as Answer,
    begunAtMs: [] as number[],
    clockSetByMs: 0,
    change: () => {},
  };
  const nowMs = (): number => Date.now() + world.clockSetByMs;
  const keeper = new BackupKeeper({
    archive: {
      folder: '/archive',
      info: { id: newSampleId(), title: 'Desk' },
      onChanged: (listener: () => void) => {
        world.change = listener;
        return () => {};
      },
    },
    local: {
      backupPlan: () => plan,
      keepBackupPlan: async (_id: string, next: BackupPlan) => {
        plan = next;
      },
    },
    machine: { nowMs, newId: newSampleId },
    emit: () => {},
    doJob: async () => {
      world.begunAtMs.push(Date.now() - startMs);
      if (world.answer !== 'succeeds') return err(world.answer);
      return ok({ id: '1', takenAt: toTimestamp(nowMs()), files: 1, bytes: 1, leftOutCount: 0 });
    },
    // What it asks of its surroundings beyond that is not asked by a timer.
  } as unknown as BackupKeeperDeps);
  keeper.keep();
  return { keeper, world };
};

beforeEach(() => {
  vi.useFakeTimers({ now: startMs });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('backups that are made by themselves', () => {
  it('begin a minute after the start, and come an hour after each change', async () => {
    const { world } = setUp();
    await pass(MINUTE_MS - 1);
    expect(world.begunAtMs).toEqual([]);
    await pass(1);
    expect(world.begunAtMs).toEqual([MINUTE_MS]);
    world.change();
    await pass(HOUR_MS - MINUTE_MS);
    expect(world.begunAtMs).toHaveLength(1);
    await pass(10 * MINUTE_MS);
    expect(world.begunAtMs).toHaveLength(2);
  });

  it('come once a day where nothing is changed', async () => {
    const { world } = setUp();
    await pass(23 * HOUR_MS);
    expect(world.begunAtMs).toHaveLength(1);
    await pass(2 * HOUR_MS);
    expect(world.begunAtMs).toHaveLength(2);
  });

  it('are not made without a folder, nor where they were declined', async () => {
    const settings: readonly Partial<BackupPlan>[] = [{ folder: null }, { isDeclined: true }];
    for (const setting of settings) {
      const { world } = setUp(setting);
      await pass(3 * HOUR_MS);
      expect(world.begunAtMs).toEqual([]);
    }
  });

  it('look for a disk that is away each five minutes, and try again an hour after another failure', async () => {
    const away = setUp();
    away.world.answer = { code: 'backup-stopped', folder: '/disk', why: 'folder-missing' };
    await pass(30 * MINUTE_MS);
    expect(away.world.begunAtMs).toHaveLength(7);
    await away.keeper.close();

    const full = setUp();
    full.world.answer = { code: 'backup-stopped', folder: '/disk', why: 'disk-full' };
    await pass(HOUR_MS);
    expect(full.world.begunAtMs).toHaveLength(1);
    await pass(10 * MINUTE_MS);
    expect(full.world.begunAtMs).toHaveLength(2);
  });

  it('do not wait for years where the clock was set back', async () => {
    const { world } = setUp({
      last: { takenAt: toTimestamp(startMs + 365 * 24 * HOUR_MS), files: 1, bytes: 1, leftOutCount: 0 },
    });
    await pass(MINUTE_MS);
    expect(world.begunAtMs).toHaveLength(1);
    world.clockSetByMs = -48 * HOUR_MS;
    await pass(10 * MINUTE_MS);
    expect(world.begunAtMs.length).toBeGreaterThan(1);
  });

  it('end when the archive is closed', async () => {
    const { keeper, world } = setUp();
    await keeper.close();
    await pass(3 * HOUR_MS);
    expect(world.begunAtMs).toEqual([]);
  });
});
