/** Requests on the inbox of the archive: a folder whose files are imported by themselves. */
import type { InboxRefusal } from './errors/import-errors.ts';
import { nothing } from './inputs.ts';
import { query, transientEdit, type } from './request.ts';

/** How the inbox of the open archive stands. */
export type InboxState = {
  /** Which folder is watched; null where none is. */
  readonly folder: string | null;
  /** Its disk is not connected, or it was moved: it is watched again when it is back. */
  readonly isAway: boolean;
  /** Why it is not watched although it was chosen: the archive has come into it, say. */
  readonly refusal: InboxRefusal | null;
};

export const inboxRequests = {
  'inbox:state': query({
    input: nothing,
    output: type<InboxState>(),
    topics: ['articles'],
    says: 'Which folder is watched for files to import, and whether it is there.',
  }),
  'inbox:choose': transientEdit({
    input: nothing,
    output: type<{ readonly folder: string }>(),
    refreshes: ['inbox:state'],
    says: 'Has the analyst choose the folder whose files are imported from now on; one around or in an archive is refused.',
  }),
  'inbox:stop': transientEdit({
    input: nothing,
    output: type<null>(),
    refreshes: ['inbox:state'],
    says: 'The inbox is watched no longer; its files and what was imported stay.',
  }),
} as const;
