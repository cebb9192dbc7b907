/** So many names that the archive knows are offered; what is typed finds the others. */
const MAX_KNOWN = 4;

/** What is offered for a field by what is in it: all that its text states, and the first that the archive knows. */
export const matchOffers = (
  typed: string,
  stated: readonly string[],
  known: readonly string[],
): readonly string[] => {
  const part = typed.toLowerCase();
  const matches = (name: string): boolean => name !== typed && name.toLowerCase().includes(part);
  const ofText = stated.filter(matches);
  const others = known.filter((name) => matches(name) && !ofText.includes(name)).slice(0, MAX_KNOWN);
  return [...ofText, ...others];
};
