import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToKeep, type DatedBackup } from '#domain/backup/rotation.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = Date.parse('2026-11-27T09:14:00Z');

const backups = fc
  .array(
    fc.record({
      takenAtMs: fc.integer({ min: NOW_MS - 900 * DAY_MS, max: NOW_MS + 2 * DAY_MS }),
      isWhole: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((all): readonly DatedBackup[] => all.map((each, at) => ({ id: `b${at}`, ...each })));

const newest = (all: readonly DatedBackup[]): DatedBackup | undefined =>
  all.toSorted((a, b) => b.takenAtMs - a.takenAtMs)[0];

describe('which backups are kept', () => {
  it('never drops the newest whole one, nor the newest of all', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = backupsToKeep(all, NOW_MS);
        const keptOnes = all.filter(({ id }) => kept.has(id));
        const whole = all.filter(({ isWhole }) => isWhole);
        expect(newest(keptOnes)?.takenAtMs).toBe(newest(all)?.takenAtMs);
        expect(newest(keptOnes.filter(({ isWhole }) => isWhole))?.takenAtMs).toBe(newest(whole)?.takenAtMs);
      }),
    );
  });

  it('drops nothing more when asked again', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = backupsToKeep(all, NOW_MS);
        const again = backupsToKeep(
          all.filter(({ id }) => kept.has(id)),
          NOW_MS,
        );
        expect(again).toEqual(kept);
      }),
    );
  });

  it('drops nothing that the clock has not reached', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = backupsToKeep(all, NOW_MS);
        for (const { id, takenAtMs } of all) if (takenAtMs > NOW_MS) expect(kept.has(id)).toBe(true);
      }),
    );
  });

  it('keeps a whole one of each day of the last month that had one', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = backupsToKeep(all, NOW_MS);
        const inMonth = all.filter(
          ({ isWhole, takenAtMs }) => isWhole && takenAtMs <= NOW_MS && takenAtMs > NOW_MS - 30 * DAY_MS,
        );
        const dayOf = ({ takenAtMs }: DatedBackup) => Math.floor(takenAtMs / DAY_MS);
        const days = (some: readonly DatedBackup[]) => new Set(some.map(dayOf));
        expect(days(inMonth.filter(({ id }) => kept.has(id)))).toEqual(days(inMonth));
      }),
    );
  });

  it('never prefers one that is not whole to a whole one of the same hour', () => {
    const all = [
      { id: 'whole', takenAtMs: NOW_MS - 70 * 60_000, isWhole: true },
      { id: 'partial', takenAtMs: NOW_MS - 60 * 60_000, isWhole: false },
      { id: 'last', takenAtMs: NOW_MS, isWhole: true },
    ];
    expect([...backupsToKeep(all, NOW_MS)].sort()).toEqual(['last', 'whole']);
  });

  it('stays bounded over three years of one an hour, and reaches two years back', () => {
    let all: DatedBackup[] = [];
    const startMs = NOW_MS - 3 * 365 * DAY_MS;
    for (let atMs = startMs; atMs <= NOW_MS; atMs += HOUR_MS) {
      all.push({ id: String(atMs), takenAtMs: atMs, isWhole: true });
      if (all.length < 400) continue;
      const kept = backupsToKeep(all, atMs);
      all = all.filter(({ id }) => kept.has(id));
    }
    const kept = backupsToKeep(all, NOW_MS);
    expect(kept.size).toBeLessThanOrEqual(25 + 31 + 106);
    const oldest = Math.min(...all.filter(({ id }) => kept.has(id)).map(({ takenAtMs }) => takenAtMs));
    expect(NOW_MS - oldest).toBeGreaterThan(103 * 7 * DAY_MS);
  });
});
