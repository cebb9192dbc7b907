/** The plan of an archive's repair, shared by the code that shows, does or reverts it. */
import type { Timestamp } from '../time.ts';
import type { Recovery } from './recovered.ts';

/** How a finding is mended. */
export type Mending = { readonly with: 'backup' } | { readonly again: Recovery };

/** A file that was repaired or set aside, and where its old version is kept; null where there was none. */
export type RepairedFile = { readonly file: string; readonly keptAs: string | null };

export type RepairDone = {
  /** The folder of the trash that contains the old versions: the repair is reverted by its name. */
  readonly folder: string;
  readonly repaired: readonly RepairedFile[];
  readonly putAway: readonly RepairedFile[];
};

/** A repair that can be taken back. */
export type LastRepair = {
  readonly folder: string;
  readonly repairedAt: Timestamp;
  /** So many files it has changed or put away. */
  readonly files: number;
};

export type TakenBack = {
  readonly repairedAt: Timestamp;
  /** Files restored to their state before the repair, with what was done to them since. */
  readonly back: readonly string[];
  /** Changed since in a way that nothing can be joined with: as they are now; their state before stays in the trash. */
  readonly left: readonly string[];
};

/** What a repair would do; each file by its path in the archive. */
export type RepairPlan = {
  /** Files whose place their copy takes. */
  readonly restores: readonly string[];
  /** Lost records that something refers to, which are made again; a reference is never removed. */
  readonly recovers: readonly Recovery[];
  /** Pictures that nothing shows any more. */
  readonly pictures: readonly string[];
};

/** More than so many pictures are never put away unasked. */
export const MOST_UNASKED = 10;

/** All that can be mended without a choice between two versions of the same thing. */
export const planRepair = (
  findings: readonly { readonly file: string; readonly repair?: Mending }[],
  pictures: readonly string[],
): RepairPlan => {
  const restores: string[] = [];
  const recovers = new Map<string, Recovery>();
  for (const { file, repair } of findings) {
    if (repair === undefined) continue;
    if ('with' in repair) restores.push(file);
    else if (!recovers.has(repair.again.id)) recovers.set(repair.again.id, repair.again);
  }
  return { restores, recovers: [...recovers.values()], pictures };
};

export const isNothing = ({ restores, recovers, pictures }: RepairPlan): boolean =>
  restores.length + recovers.length + pictures.length === 0;

/** The records that each file gets. */
export const recoveriesByFile = (
  recovers: readonly Recovery[],
): readonly (readonly [file: string, recoveries: readonly Recovery[]])[] =>
  [...new Set(recovers.map(({ file }) => file))].map((file) => [
    file,
    recovers.filter((recovery) => recovery.file === file),
  ]);
