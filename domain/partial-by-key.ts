import { z } from 'zod';

/**
 * An object that may have each of `keys`, all of one shape. What it parses has its keys in the order of `keys`,
 * whatever their order was, so that the same content always gives the same bytes. (A `partialRecord` keeps the
 * order in which the keys came.)
 */
export const partialByKey = <K extends string, V extends z.ZodType>(
  keys: readonly K[],
  value: V,
): z.ZodObject<{ [Key in K]: z.ZodExactOptional<V> }, z.core.$strict> => {
  const entries = keys.map((key) => [key, z.exactOptional(value)] as const);
  return z.strictObject(Object.fromEntries(entries) as { [Key in K]: z.ZodExactOptional<V> });
};
