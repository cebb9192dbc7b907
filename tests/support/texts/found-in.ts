import type { FoundIn, FoundMetadata } from '#domain/article/article.ts';

/** What was found of an article, all of it in one place. */
export const foundIn = (
  place: FoundIn,
  values: { readonly [F in keyof FoundMetadata]: string },
): FoundMetadata =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, foundIn: place }]));
