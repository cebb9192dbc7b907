/** Requests on the check of the open archive, and on its repair. */
import { z } from 'zod';
import type { LastRepair, RepairDone, TakenBack } from '../archive/plan-repair.ts';
import type { RecoveredKind } from '../archive/recovered.ts';
import { nothing } from './inputs.ts';
import { defineRequest, edit, everythingTouched, query, transientEdit, type } from './request.ts';

/** A fault of an archive's file, in a sentence without its name. */
export type CheckFinding = { readonly file: string; readonly says: string; readonly isRepairable: boolean };

/** With the title of the article or memo that the file belongs to; null if none or unknown. */
export type NamedFinding = CheckFinding & { readonly title: string | null };

/** The findings of a check, and what a repair would do. */
export type CheckReport = {
  /** How many files were checked. */
  readonly files: number;
  readonly findings: readonly NamedFinding[];
  /** Files whose place their copy would take. */
  readonly restores: readonly string[];
  /** Lost records that something refers to, and that would be made again. */
  readonly recovers: readonly { readonly kind: RecoveredKind; readonly id: string }[];
};

const repairFolderSchema = z.string().regex(/^before-repair-[0-9T-]{10,40}$/u);

export const checkRun = defineRequest(
  'check:run',
  transientEdit({
    input: nothing,
    output: type<CheckReport>(),
    says: 'Looks at every file of the archive, and says what is wrong and what a repair would do. Changes nothing.',
  }),
);

export const checkRepair = defineRequest(
  'check:repair',
  edit({
    input: nothing,
    output: type<RepairDone>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    refreshes: ['check:last-repair'],
    says: 'Checks the archive and does what a repair would do; each file is kept in the trash as it was.',
  }),
);

export const checkTakeBack = defineRequest(
  'check:take-back',
  edit({
    input: z.strictObject({ folder: repairFolderSchema }),
    output: type<TakenBack>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    refreshes: ['check:last-repair'],
    says: 'Brings back what a repair has put away, and removes what it has made again and nobody has changed; what it has restored stays.',
  }),
);

export const checkLastRepair = defineRequest(
  'check:last-repair',
  query({
    input: nothing,
    output: type<LastRepair | null>(),
    topics: ['trash'],
    says: 'The last repair that was not taken back.',
  }),
);

export const checkRequests = [checkRun, checkRepair, checkTakeBack, checkLastRepair] as const;
