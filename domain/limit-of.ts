import type { z } from 'zod';

type Limited = Pick<z.ZodString, 'maxLength'> | z.ZodNullable<z.ZodString>;

/** The maximum length of a field in UTF-16 units, from its schema. A schema without a limit is a bug, and throws. */
export const limitOf = (schema: Limited): number => {
  const { maxLength } = 'unwrap' in schema ? schema.unwrap() : schema;
  if (maxLength === null) throw new Error('the schema of the field has no limit');
  return maxLength;
};
