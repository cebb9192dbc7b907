/** The class attribute of the parts that apply. */
export const joinClasses = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' ');
