/** What a window starts with, a record of its own or the last place, and how its page gets that. */
import { z } from 'zod';
import {
  articleIdSchema,
  boardIdSchema,
  eventIdSchema,
  memoIdSchema,
  passageIdSchema,
  sourceIdSchema,
  tagIdSchema,
} from '../ids.ts';

export const openableRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), id: articleIdSchema }),
  z.strictObject({ kind: z.literal('memo'), id: memoIdSchema }),
]);
export type OpenableRecord = z.infer<typeof openableRecordSchema>;

/** The search part of the address of a page that begins with the record. */
export const addressOfRecord = ({ kind, id }: OpenableRecord): string => `?${kind}=${id}`;

/** The record in such an address; null if it has none. */
export const recordOfAddress = (search: string): OpenableRecord | null => {
  const [, kind, id] = /^\?(\w+)=([\w-]+)$/u.exec(search) ?? [];
  return openableRecordSchema.safeParse({ kind, id }).data ?? null;
};

export const viewIds = [
  'today',
  'review',
  'articles',
  'passages',
  'memos',
  'tasks',
  'sources',
  'tags',
  'chronology',
  'boards',
  'search',
  'insights',
  'trash',
  'settings',
  'help',
] as const;
export type ViewId = (typeof viewIds)[number];

/** The window's last place: a view and the record that was open in it. Only ids, no words of the archive. */
export const keptPlaceSchema = z.strictObject({
  view: z.enum(viewIds),
  articleId: articleIdSchema.nullable(),
  passageId: passageIdSchema.nullable(),
  memoId: memoIdSchema.nullable(),
  tagId: tagIdSchema.nullable(),
  sourceId: sourceIdSchema.nullable(),
  /** Absent in places saved before there were events. */
  eventId: eventIdSchema.nullable().default(null),
  /** Kept since there are boards. */
  boardId: boardIdSchema.nullable().default(null),
});
export type KeptPlace = z.infer<typeof keptPlaceSchema>;

/** The search part of the address of a page that starts at the last place. */
export const addressOfPlace = (place: KeptPlace): string =>
  `?left=${encodeURIComponent(JSON.stringify(place))}`;

/** The place in such an address; null if it has none. */
export const placeOfAddress = (search: string): KeptPlace | null => {
  const [, written] = /^\?left=([^&]+)$/u.exec(search) ?? [];
  if (written === undefined) return null;
  try {
    return keptPlaceSchema.safeParse(JSON.parse(decodeURIComponent(written))).data ?? null;
  } catch {
    return null;
  }
};
