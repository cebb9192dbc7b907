import { type FormId, formIdSchema } from '#domain/ids.ts';
import type { StorageContext } from '../storage-context.ts';
import { FORM_FOLDER } from './layout.ts';
import { listRecordNames } from './list-record-names.ts';

/** The ids of the archive's own forms that have a file, sorted. Anything else that lies there is passed over. */
export const listFormIds = async (context: StorageContext): Promise<readonly FormId[]> =>
  (await listRecordNames(context, FORM_FOLDER))
    .flatMap((name) => formIdSchema.safeParse(name).data ?? [])
    .sort();
