/** The plan of an archive's repair, shared by the code that shows, does or reverts it. */
import type { Timestamp } from '../time.ts';
import type { Reference } from './references.ts';

/** How a finding is mended. */
export type Mending = { readonly with: 'backup' } | { readonly without: readonly Reference[] };

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

export type Removal = { readonly file: string; readonly references: readonly Reference[] };

/** What a repair would do; each file by its path in the archive. */
export type RepairPlan = {
  /** Files whose place the version before takes. */
  readonly restores: readonly string[];
  /** References that lead nowhere, and that the records do without. */
  readonly removals: readonly Removal[];
  /** Pictures that nothing shows any more. */
  readonly pictures: readonly string[];
};

/** More than so many references and pictures are never taken away unasked. */
export const MOST_UNASKED = 10;

/** All that can be mended without a choice between two versions of the same thing. */
export const planRepair = (
  findings: readonly { readonly file: string; readonly repair?: Mending }[],
  pictures: readonly string[],
): RepairPlan => {
  const restores: string[] = [];
  const removals = new Map<string, Reference[]>();
  for (const { file, repair } of findings) {
    if (repair === undefined) continue;
    if ('with' in repair) restores.push(file);
    else removals.set(file, [...(removals.get(file) ?? []), ...repair.without]);
  }
  return {
    restores,
    removals: [...removals].map(([file, references]) => ({ file, references })),
    pictures,
  };
};

/** How many references and pictures go from where they are. */
export const countTakenAway = ({ removals, pictures }: RepairPlan): number =>
  removals.reduce((sum, { references }) => sum + references.length, 0) + pictures.length;

export const isNothing = (plan: RepairPlan): boolean =>
  plan.restores.length === 0 && countTakenAway(plan) === 0;
