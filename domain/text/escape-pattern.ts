/**
 * A pattern that matches `literal` and nothing else, with the flag `u` or without. A hyphen stays as it is: outside
 * of a class it means itself, and escaped it is an error with `u`.
 */
export const escapePattern = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
