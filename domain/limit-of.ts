import type { z } from 'zod';

type Limited = Pick<z.ZodString, 'maxLength'> | z.ZodNullable<z.ZodString>;

/** How many UTF-16 units a field takes, as its schema says. A schema without a limit is a bug, and throws. */
export const limitOf = (schema: Limited): number => {
  const { maxLength } = 'unwrap' in schema ? schema.unwrap() : schema;
  if (maxLength === null) throw new Error('the schema of the field has no limit');
  return maxLength;
};
