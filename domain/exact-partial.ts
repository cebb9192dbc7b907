import { z } from 'zod';

type ExactPartialShape<S extends z.core.$ZodShape> = { [K in keyof S]: z.ZodExactOptional<S[K]> };

/**
 * The object schema with every key optional and none `undefined`: an absent value is left unchanged, a present one
 * is set. (`.partial()` lets `undefined` through, which a spread would write.)
 */
export const exactPartial = <S extends z.core.$ZodShape>(
  schema: z.ZodObject<S>,
): z.ZodObject<ExactPartialShape<S>, z.core.$strict> => {
  const entries = Object.entries(schema.shape).map(([key, value]) => [key, z.exactOptional(value)]);
  return z.strictObject(Object.fromEntries(entries) as ExactPartialShape<S>);
};

/**
 * An object that may have each of `keys`, all of one shape. The parsed object has its keys in the order of `keys`,
 * whatever the order of the input, so that the same content always gives the same bytes. (A `partialRecord` keeps
 * the order of the input.)
 */
export const partialByKey = <K extends string, V extends z.ZodType>(
  keys: readonly K[],
  value: V,
): z.ZodObject<{ [Key in K]: z.ZodExactOptional<V> }, z.core.$strict> => {
  const entries = keys.map((key) => [key, z.exactOptional(value)] as const);
  return z.strictObject(Object.fromEntries(entries) as { [Key in K]: z.ZodExactOptional<V> });
};
