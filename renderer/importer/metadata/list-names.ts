/** So long a list of authors is kept whole; papers of a hundred authors are cited by the first of them. */
const MAX_LIST_LENGTH = 900;
const SEPARATOR = ', ';

/** The names as a byline, in their order; "et al." where more are named than one may hold. */
export const listNames = (names: readonly string[]): string => {
  const whole = names.join(SEPARATOR);
  if (whole.length <= MAX_LIST_LENGTH || names.length < 2) return whole;
  const kept: string[] = [];
  let length = 0;
  for (const name of names) {
    length += name.length + (kept.length === 0 ? 0 : SEPARATOR.length);
    if (kept.length > 0 && length > MAX_LIST_LENGTH) break;
    kept.push(name);
  }
  return `${kept.join(SEPARATOR)} et al.`;
};
