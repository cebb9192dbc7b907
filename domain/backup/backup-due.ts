/** When a backup is made by itself, and when its absence is told. */

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** After a change. */
export const BACKUP_EVERY_MS = HOUR_MS;
/** Without any change: what is there is read back all the same. */
const BACKUP_AT_LEAST_EVERY_MS = DAY_MS;
/** So long a disk may be away, or a computer off, before anybody is told. */
const LATE_AFTER_MS = 3 * DAY_MS;
/** An archive of fewer articles is being tried out, and not asked about. */
const WORTH_A_BACKUP = 10;

export type BackupTimes = {
  /** When the last one that succeeded was begun; null where none is known. */
  readonly lastMs: number | null;
  /** Whether anything was written since. */
  readonly hasChanged: boolean;
};

/** Whether it is time for one. A last one in the future means that the clock was set: then it is. */
export const isBackupDue = ({ lastMs, hasChanged }: BackupTimes, nowMs: number): boolean => {
  if (lastMs === null || lastMs > nowMs) return true;
  return nowMs - lastMs >= (hasChanged ? BACKUP_EVERY_MS : BACKUP_AT_LEAST_EVERY_MS);
};

/** What is told of a backup that is not as it should be. */
export type BackupLateness =
  | { readonly kind: 'not-set-up' }
  /** The last one did not succeed, for another reason than a disk that is away. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'late'; readonly days: number | null };

export type BackupFacts = {
  readonly hasFolder: boolean;
  /** The analyst has said that this computer makes none. */
  readonly isDeclined: boolean;
  readonly lastMs: number | null;
  /** When the folder was chosen: before the first backup nothing else can be late. */
  readonly chosenMs: number | null;
  readonly articles: number;
  /** Whether the last one did not succeed, for another reason than a disk that is away. */
  readonly hasFailed: boolean;
};

/** Null where nothing is to be told. `days` is null where there was never one. */
export const lateness = (facts: BackupFacts, nowMs: number): BackupLateness | null => {
  const { lastMs, chosenMs } = facts;
  if (facts.isDeclined) return null;
  if (!facts.hasFolder) return facts.articles < WORTH_A_BACKUP ? null : { kind: 'not-set-up' };
  if (facts.hasFailed) return { kind: 'failed' };
  const sinceMs = lastMs ?? chosenMs;
  if (sinceMs === null || nowMs - sinceMs < LATE_AFTER_MS) return null;
  return { kind: 'late', days: lastMs === null ? null : Math.floor((nowMs - lastMs) / DAY_MS) };
};
