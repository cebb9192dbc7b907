/** Edits of one thing that say only what changes are laid over each other, so that none takes another with it. */

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a request that hold a change of several fields themselves. */
const nestedChanges = ['corrections', 'change'] as const;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** `later` over `earlier`: what `later` does not speak of stays as `earlier` said. */
export const mergeEdit = (earlier: Fields, later: Fields): Fields => {
  const merged: Record<string, unknown> = { ...earlier, ...later };
  for (const field of nestedChanges) {
    const before = earlier[field];
    const after = later[field];
    if (isFields(before) && isFields(after)) merged[field] = { ...before, ...after };
  }
  return merged;
};
