import type { FoundIn, FoundMetadata } from '#domain/article/article.ts';

/** Metadata of an article, all from the same place. */
export const foundIn = (
  place: FoundIn,
  values: { readonly [F in keyof FoundMetadata]: string },
): FoundMetadata =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, foundIn: place }]));
