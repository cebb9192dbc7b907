/** Requests on passages that leave the house as a file for other programs. */
import { z } from 'zod';
import { passageFilterSchema } from '../search/filters.ts';
import { manyPassageIds, nothing } from './inputs.ts';
import { defineRequest, transientEdit, type } from './request.ts';

/** A file of passages that was written. */
export type ExportedPassages = {
  readonly fileName: string;
  readonly passages: number;
  readonly bytes: number;
};

export const passageExport = defineRequest(
  'passage:export',
  transientEdit({
    input: z.strictObject({
      /** In the order of the archive, or in that of the ids. */
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('filter'), filter: passageFilterSchema }),
        z.strictObject({ kind: z.literal('passages'), passageIds: manyPassageIds }),
      ]),
      /** Its ending names the format. */
      fileName: z.string().min(1).max(255),
      /** Whether a file of that name gives way. */
      replaces: z.boolean(),
      hasNotes: z.boolean(),
    }),
    output: type<ExportedPassages>(),
    says: 'Writes passages for other programs, as Web Annotations, as a table or as Markdown.',
  }),
);

export const passageCancelExport = defineRequest(
  'passage:cancel-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the export of passages that is under way before anything is written.',
  }),
);

export const passageRevealExport = defineRequest(
  'passage:reveal-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: "Shows the last file of exported passages in the system's file manager.",
  }),
);

export const passageDragExport = defineRequest(
  'passage:drag-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Gives the last file of exported passages to the drag that has begun.',
  }),
);

export const passageExportRequests = [
  passageExport,
  passageCancelExport,
  passageRevealExport,
  passageDragExport,
] as const;
