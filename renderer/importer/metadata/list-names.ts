/** So long a list of authors is kept whole; papers of a hundred authors are cited by the first of them. */
const MAX_LIST_LENGTH = 900;

/** The names as a byline, in their order; "et al." where more are named than one may hold. */
export const listNames = (names: readonly string[]): string => {
  const whole = names.join(', ');
  if (whole.length <= MAX_LIST_LENGTH || names.length < 2) return whole;
  const kept = names.slice(0, Math.max(1, names.length - 1));
  while (kept.length > 1 && kept.join(', ').length > MAX_LIST_LENGTH) kept.pop();
  return `${kept.join(', ')} et al.`;
};
