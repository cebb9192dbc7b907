/** Requests on names of the register that leave the house as a file for other programs. */
import { z } from 'zod';
import { sourceIdSchema } from '../ids.ts';
import type { Markings } from '../tradecraft/marking.ts';
import { nothing } from './inputs.ts';
import { defineRequest, query, transientEdit, type } from './request.ts';

/** The content of an export of names. */
export type HeldNames = {
  readonly names: number;
  /** Names that are only included because others refer to them. */
  readonly referredTo: number;
  readonly passages: number;
  readonly events: number;
  /** The strictest of all that names them. */
  readonly marking: Markings;
};

/** A file of names that was written. */
export type WrittenNames = HeldNames & { readonly fileName: string; readonly bytes: number };

/** As many as an archive may have. */
const sourceIds = z.array(sourceIdSchema).min(1).max(1_000_000);

export const namesAsked = z.strictObject({
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('names'), sourceIds }),
    z.strictObject({ kind: z.literal('all') }),
  ]),
  /** Whether it includes what they say, what is said of them and their events. */
  hasEvidence: z.boolean(),
});
export type NamesAsked = z.infer<typeof namesAsked>;

export const sourceExported = defineRequest(
  'source:exported',
  query({
    input: namesAsked,
    output: type<HeldNames>(),
    topics: ['sources', 'passages', 'articles', 'events'],
    says: 'What an export of names would hold, and its marking.',
  }),
);

export const sourceExport = defineRequest(
  'source:export',
  transientEdit({
    input: namesAsked.extend({
      /** Its ending names the format. */
      fileName: z.string().min(1).max(255),
      /** Whether a file of that name gives way. */
      replaces: z.boolean(),
    }),
    output: type<WrittenNames>(),
    says: 'Writes names for other programs, as a table, FollowTheMoney or STIX 2.1.',
  }),
);

export const sourceCancelExport = defineRequest(
  'source:cancel-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the export of names that is under way before anything is written.',
  }),
);

export const sourceRevealExport = defineRequest(
  'source:reveal-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: "Shows the last file of exported names in the system's file manager.",
  }),
);

export const sourceDragExport = defineRequest(
  'source:drag-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Gives the last file of exported names to the drag that has begun.',
  }),
);

export const sourceExportRequests = [
  sourceExported,
  sourceExport,
  sourceCancelExport,
  sourceRevealExport,
  sourceDragExport,
] as const;
