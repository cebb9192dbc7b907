/** The beginning of a text that is only pointed at: at most `length` UTF-16 units, then "…" where it goes on. */
export const beginningOf = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length).trimEnd()}…` : text;
