import { newPassageIdSchema, type PassageId } from '#domain/ids.ts';
import { newSampleId } from './archive-samples.ts';

/** An id that no other call has given; later ones sort after earlier ones. */
export const newPassageId = (): PassageId => newPassageIdSchema.parse(newSampleId());
