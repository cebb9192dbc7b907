/** Requests of writing the archive for other tools. */
import { z } from 'zod';
import type { AgreementTable } from '../coding/count-agreement.ts';
import { type CodingDifference, settlements } from '../coding/list-differences.ts';
import { outIds } from '../exchange/outs.ts';
import { type DraftId, draftIdSchema } from '../ids.ts';
import { nothing } from './inputs.ts';
import { defineRequest, edit, everythingTouched, transientEdit, type } from './request.ts';

/** An export for another tool that was written. */
export type WrittenExport = {
  readonly folder: string;
  readonly written: number;
  /** Files that were there and needed no change. */
  readonly unchanged: number;
  /** Files of an earlier export whose record is gone. */
  readonly removed: number;
  /** Paths of files that somebody has changed since, or that are of something else: they stay as they are. */
  readonly kept: readonly string[];
};

/** Articles by who has coded them, of those that both archives have with the same text, and other counts. */
export type CoderCounts = {
  readonly both: number;
  readonly mine: number;
  readonly theirs: number;
  readonly none: number;
  /** Articles that could not be read, there or here. */
  readonly unreadable: number;
  /** Their articles whose text is not here. */
  readonly elsewhere: number;
  /** Passages whose words are not in their place, on either side: they are not compared. */
  readonly lost: number;
  /** Regions of pictures on either side: they are not compared. */
  readonly regions: number;
};

/** This archive beside a copy of it that another person has coded. */
export type CoderComparison = {
  readonly draftId: DraftId;
  readonly folder: string;
  readonly title: string;
  readonly counts: CoderCounts;
  /** One for each kind of unit. */
  readonly tables: readonly AgreementTable[];
  readonly differences: readonly CodingDifference[];
};

export const exchangeExport = defineRequest(
  'exchange:export',
  transientEdit({
    input: z.strictObject({ out: z.enum(outIds), hasNotes: z.boolean() }),
    output: type<WrittenExport>(),
    says: 'Asks for a folder and writes the archive there for another tool; a second time only what has changed.',
  }),
);

export const exchangeCompareCoder = defineRequest(
  'exchange:compare-coder',
  transientEdit({
    input: nothing,
    output: type<CoderComparison>(),
    says: 'Asks for the folder of an archive that another person has coded, and compares the two; nothing is written.',
  }),
);

export const exchangeSettleCoding = defineRequest(
  'exchange:settle-coding',
  edit({
    input: z.strictObject({
      draftId: draftIdSchema,
      keys: z.array(z.string().max(200)).min(1).max(100_000),
      how: z.enum(settlements),
    }),
    output: type<{ readonly changed: number }>(),
    touches: everythingTouched,
    supersedes: 'nothing',
    says: 'Takes the codes of the other person, or both, for the differences of those keys, in one act.',
  }),
);

export const exchangeEndComparison = defineRequest(
  'exchange:end-comparison',
  transientEdit({
    input: z.strictObject({ draftId: draftIdSchema }),
    output: type<null>(),
    says: 'Forgets a comparison.',
  }),
);

export const exchangeCancel = defineRequest(
  'exchange:cancel',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the export or the comparison that is under way between two files.',
  }),
);

export const exchangeRequests = [
  exchangeExport,
  exchangeCompareCoder,
  exchangeSettleCoding,
  exchangeEndComparison,
  exchangeCancel,
] as const;
