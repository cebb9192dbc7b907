/** Requests of writing the archive for other tools. */
import { z } from 'zod';
import { outIds } from '../exchange/write/outs.ts';
import { nothing } from './inputs.ts';
import { transientEdit, type } from './request.ts';

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

export const exchangeRequests = {
  'exchange:export': transientEdit({
    input: z.strictObject({ out: z.enum(outIds), hasNotes: z.boolean() }),
    output: type<WrittenExport>(),
    says: 'Asks for a folder and writes the archive there for another tool; a second time only what has changed.',
  }),
  'exchange:cancel': transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the export that is under way between two files.',
  }),
} as const;
