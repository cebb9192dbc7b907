/** A record as it is listed, and the words for it on a line. */
export type Listed = {
  readonly record: { readonly id: string; readonly [field: string]: unknown };
  readonly line: readonly (string | null)[];
};
