/**
 * Which backups are kept: of the last day one an hour, of the last month one a day, of the last two years one a week;
 * of each such time the newest that is whole. The newest whole backup is never among those that go, however old it is,
 * nor is the newest of all, nor one that the clock has not reached yet.
 */

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Where weeks begin is of no account; as long as it is the same each time. */
export const terms = [
  { spanMs: HOUR_MS, reachMs: DAY_MS },
  { spanMs: DAY_MS, reachMs: 30 * DAY_MS },
  { spanMs: 7 * DAY_MS, reachMs: 2 * 52 * 7 * DAY_MS },
] as const;

export type DatedBackup = {
  readonly id: string;
  readonly takenAtMs: number;
  /** Whether all files of the archive are in it, as far as is known. */
  readonly isWhole: boolean;
};

const isNewer = (a: DatedBackup, b: DatedBackup): boolean =>
  a.takenAtMs > b.takenAtMs || (a.takenAtMs === b.takenAtMs && a.id > b.id);

/** A whole one before one that is not, then the newer. */
const isBetter = (a: DatedBackup, b: DatedBackup): boolean =>
  a.isWhole === b.isWhole ? isNewer(a, b) : a.isWhole;

const best = (
  backups: readonly DatedBackup[],
  goesBefore: (a: DatedBackup, b: DatedBackup) => boolean,
): DatedBackup | undefined =>
  backups.reduce<DatedBackup | undefined>(
    (first, each) => (first === undefined || goesBefore(each, first) ? each : first),
    undefined,
  );

/** The best of each span of time that has any. */
const bestOfSpans = (backups: readonly DatedBackup[], spanMs: number): Iterable<DatedBackup> => {
  const spans = new Map<number, DatedBackup>();
  for (const each of backups) {
    const span = Math.floor(each.takenAtMs / spanMs);
    const other = spans.get(span);
    if (other === undefined || isBetter(each, other)) spans.set(span, each);
  }
  return spans.values();
};

/** The ids of those that are kept, of the backups of one copy of an archive. */
export const backupsToKeep = (backups: readonly DatedBackup[], nowMs: number): ReadonlySet<string> => {
  const kept = new Set(backups.filter(({ takenAtMs }) => takenAtMs > nowMs).map(({ id }) => id));
  for (const { spanMs, reachMs } of terms) {
    const within = backups.filter(({ takenAtMs }) => takenAtMs <= nowMs && takenAtMs > nowMs - reachMs);
    for (const { id } of bestOfSpans(within, spanMs)) kept.add(id);
  }
  for (const last of [best(backups, isNewer), best(backups, isBetter)])
    if (last !== undefined) kept.add(last.id);
  return kept;
};
