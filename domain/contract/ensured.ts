/** A record that was there or was made, with the names of others that may be meant where it is new (isNearName). */
export type Ensured<T> = T & { readonly near: readonly string[] };
