const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The name among `known` that `part` is, but for case, an article and punctuation; null for none. */
export const knownName = (part: string, known: readonly string[]): string | null => {
  const folded = fold(part);
  if (folded === '') return null;
  return known.find((name) => name === part) ?? known.find((name) => fold(name) === folded) ?? null;
};
