/** The names of the forms that Precis comes with, in the order in which they are offered. */
export const builtInFormIds = [
  'bluf',
  'sitrep',
  'decision',
  'reading-note',
  'evidence-annex',
  'blank',
] as const;
export type BuiltInFormId = (typeof builtInFormIds)[number];
