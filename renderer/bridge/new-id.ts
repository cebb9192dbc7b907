import { v7 } from 'uuid';
import type { z } from 'zod';

/** The id of something that is being made: whoever makes it says its id. */
export const newId = <S extends z.ZodType>(schema: S): z.output<S> => schema.parse(v7());
