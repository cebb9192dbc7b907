/** Requests on the scratch pad of the archive. */

import { z } from 'zod';
import { PAD_ID } from '../pad/pad.ts';
import type { RichText } from '../rich-text.ts';
import { editId, note, nothing } from './inputs.ts';
import { edit, query, type } from './request.ts';

/** What stands in the pad; `note` is null where nothing does. */
export type OpenPad = { readonly note: RichText | null };

export const padRequests = {
  'pad:read': query({
    input: nothing,
    output: type<OpenPad>(),
    topics: ['pad'],
    says: 'What stands in the scratch pad of the archive.',
  }),
  'pad:write': edit({
    input: z.strictObject({ note, editId }),
    output: type<OpenPad>(),
    touches: () => [PAD_ID],
    supersedes: { on: [] },
    says: 'Writes the scratch pad of the archive.',
  }),
} as const;
