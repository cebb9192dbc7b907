import { equalJson } from '#domain/equal-json.ts';

type Written = { readonly createdAt: string; readonly updatedAt: string };

/** Whether two records say the same, whenever they were written. */
export const isSameRecord = <T extends Written>(one: T, other: T): boolean =>
  equalJson({ ...one, createdAt: null, updatedAt: null }, { ...other, createdAt: null, updatedAt: null });
