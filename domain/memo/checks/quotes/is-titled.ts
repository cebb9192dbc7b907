/** A title of a work or an office: its words begin with capitals, but for short ones. */
export const isTitled = (quote: string): boolean => {
  const long = quote.match(/(?<![\p{L}\p{M}’'-])\p{L}[\p{L}\p{M}’'-]{3,}/gu) ?? [];
  return long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
};
