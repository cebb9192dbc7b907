/** Requests on the scratch pad of the archive. */

import { z } from 'zod';
import { idOfTarget, type MovedTo, padTargetSchema } from '../pad/move-from-pad.ts';
import { PAD_ID } from '../pad/pad.ts';
import { type RichText, richTextSchema } from '../rich-text.ts';
import { editId, note, nothing } from './inputs.ts';
import { defineRequest, edit, query, type } from './request.ts';

/** The content of the pad; `note` is null if it is empty. */
export type OpenPad = { readonly note: RichText | null };

export const padRead = defineRequest(
  'pad:read',
  query({
    input: nothing,
    output: type<OpenPad>(),
    topics: ['pad'],
    says: 'What stands in the scratch pad of the archive.',
  }),
);

export const padWrite = defineRequest(
  'pad:write',
  edit({
    input: z.strictObject({ note, editId }),
    output: type<OpenPad>(),
    touches: () => [PAD_ID],
    supersedes: { on: [] },
    says: 'Writes the scratch pad of the archive.',
  }),
);

export const padMove = defineRequest(
  'pad:move',
  edit({
    /** `before`: the whole pad; `left`: what stays in it; `moved`: what is moved out. */
    input: z.strictObject({ before: richTextSchema, left: note, moved: richTextSchema, to: padTargetSchema }),
    output: type<MovedTo>(),
    touches: ({ to }) => [PAD_ID, idOfTarget(to)],
    // The pad's content may be different by then.
    supersedes: 'not-kept',
    isStep: true,
    says: 'Moves something out of the scratch pad into the note on an article, a memo or a new task: both change, or neither.',
  }),
);

export const padRequests = [padRead, padWrite, padMove] as const;
