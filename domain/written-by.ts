/** Whose work a record is, where several analysts share an archive. */
import { z } from 'zod';

export const MAX_WRITER_NAME = 200;

/** The name that an analyst has set in Settings, as it stands in the records of an archive. */
export const writerNameSchema = z.string().min(1).max(MAX_WRITER_NAME);

/** `by`: who has made the record, or changed it last. Absent where no name was set. */
export type Signed = { readonly by?: string };

/** The record as `name` has written it; with null, of nobody that is named, whoever wrote it before. */
export const signRecord = <R extends Signed>({ by: _, ...record }: R, name: string | null): R =>
  // Nothing but `by` was taken out, which every record may lack.
  (name === null ? record : { ...record, by: name }) as R;

/** The name as it is written, of what was typed in Settings; null where that says none. */
export const writerNameOf = (typed: string): string | null => {
  const name = typed.replace(/\s+/gu, ' ').trim();
  return name === '' ? null : name.slice(0, MAX_WRITER_NAME);
};
