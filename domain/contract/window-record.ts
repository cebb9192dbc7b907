/** What a window of its own is opened on, and how its page is told. */
import { z } from 'zod';
import { articleIdSchema, memoIdSchema } from '../ids.ts';

export const openableRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), id: articleIdSchema }),
  z.strictObject({ kind: z.literal('memo'), id: memoIdSchema }),
]);
export type OpenableRecord = z.infer<typeof openableRecordSchema>;

/** The search part of the address of a page that begins with the record. */
export const addressOfRecord = ({ kind, id }: OpenableRecord): string => `?${kind}=${id}`;

/** The record of such an address; null where it names none. */
export const recordOfAddress = (search: string): OpenableRecord | null => {
  const [, kind, id] = /^\?(\w+)=([\w-]+)$/u.exec(search) ?? [];
  return openableRecordSchema.safeParse({ kind, id }).data ?? null;
};
