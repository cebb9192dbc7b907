/** The beginning of a text, for a reference to it: at most `length` UTF-16 units, then "…" where it continues. */
export const beginningOf = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length).trimEnd()}…` : text;
