import { z } from 'zod';

type ExactPartialShape<S extends z.core.$ZodShape> = { [K in keyof S]: z.ZodExactOptional<S[K]> };

/**
 * The object schema with every key optional and none `undefined`: a value that is absent stands as it was, and
 * one that is present is meant. (`.partial()` lets `undefined` through, which a spread would write.)
 */
export const exactPartial = <S extends z.core.$ZodShape>(
  schema: z.ZodObject<S>,
): z.ZodObject<ExactPartialShape<S>, z.core.$strict> => {
  const entries = Object.entries(schema.shape).map(([key, value]) => [key, z.exactOptional(value)]);
  return z.strictObject(Object.fromEntries(entries) as ExactPartialShape<S>);
};
