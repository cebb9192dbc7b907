import type { Reference } from '#domain/archive/check/references.ts';
import type { FullFinding } from './findings.ts';

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
export const planRepair = (findings: readonly FullFinding[], pictures: readonly string[]): RepairPlan => {
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
