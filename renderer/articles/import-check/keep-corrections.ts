import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';

/** What was found anew, but for the fields that were corrected: those of `current` that differ from `before`. */
export const keepCorrections = (
  before: Bibliography,
  current: Bibliography,
  foundAnew: Bibliography,
): Bibliography => {
  const corrected = Object.entries(current).filter(
    ([field, value]) => value !== before[field as keyof Bibliography],
  );
  return { ...foundAnew, ...Object.fromEntries(corrected) };
};
