import { v7 } from 'uuid';
import type { z } from 'zod';

/** The id of a new record: the caller that creates it chooses it. */
export const newId = <S extends z.ZodType>(schema: S): z.output<S> => schema.parse(v7());
