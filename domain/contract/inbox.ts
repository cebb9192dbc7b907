/** Requests on the inbox of the archive: a folder whose files are imported by themselves. */
import { z } from 'zod';
import type { ArticleId } from '../ids.ts';
import { type LabelId, labelIdSchema } from '../passage/label.ts';
import type { Timestamp } from '../time.ts';
import type { InboxRefusal } from './errors/import-errors.ts';
import { nothing } from './inputs.ts';
import { defineRequest, query, transientEdit, type } from './request.ts';

/** The state of the open archive's inbox. */
export type InboxState = {
  /** The watched folder; null for none. */
  readonly folder: string | null;
  /** Its disk is not connected, it was moved, or it can't be read: it is watched again when it can. */
  readonly isAway: boolean;
  /** Why the chosen folder is not watched: for example because it now contains the archive. */
  readonly refusal: InboxRefusal | null;
  /** The label of passages that come from the browser. */
  readonly label: LabelId;
  /** The folder below Downloads into which the browser extension saves pages. */
  readonly keepFolder: string;
  /** The article of the page that came from the browser last; null before the first. */
  readonly lastKept: {
    readonly articleId: ArticleId;
    readonly title: string | null;
    readonly at: Timestamp;
  } | null;
};

export const inboxState = defineRequest(
  'inbox:state',
  query({
    input: nothing,
    output: type<InboxState>(),
    topics: ['articles'],
    says: 'Which folder is watched for files to import, and whether it is there.',
  }),
);

export const inboxChoose = defineRequest(
  'inbox:choose',
  transientEdit({
    input: nothing,
    output: type<{ readonly folder: string }>(),
    refreshes: ['inbox:state'],
    says: 'Has the analyst choose the folder whose files are imported from now on; one around or in an archive is refused.',
  }),
);

export const inboxWatchBrowser = defineRequest(
  'inbox:watch-browser',
  transientEdit({
    input: nothing,
    output: type<{ readonly folder: string }>(),
    refreshes: ['inbox:state'],
    says: 'Watches the folder of the browser extension from now on, which is made where it is missing.',
  }),
);

export const inboxLabel = defineRequest(
  'inbox:label',
  transientEdit({
    input: z.strictObject({ label: labelIdSchema }),
    output: type<null>(),
    refreshes: ['inbox:state'],
    says: 'The label of passages that come from the browser from now on.',
  }),
);

export const inboxShowExtension = defineRequest(
  'inbox:show-extension',
  transientEdit({
    input: nothing,
    output: type<{ readonly folder: string }>(),
    says: 'Puts the browser extension into a folder that stays, and shows it in the file manager.',
  }),
);

export const inboxStop = defineRequest(
  'inbox:stop',
  transientEdit({
    input: nothing,
    output: type<null>(),
    refreshes: ['inbox:state'],
    says: 'The inbox is watched no longer; its files and what was imported stay.',
  }),
);

export const inboxRequests = [
  inboxState,
  inboxChoose,
  inboxWatchBrowser,
  inboxLabel,
  inboxShowExtension,
  inboxStop,
] as const;
