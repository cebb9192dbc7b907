import { v7 } from 'uuid';
import { newPassageIdSchema, type PassageId } from '#domain/ids.ts';

/** The id of a passage that is being made. */
export const newPassageId = (): PassageId => newPassageIdSchema.parse(v7());
