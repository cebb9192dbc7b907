/** The names of the forms that Precis comes with, in the order in which they are offered. */
export const builtInFormIds = [
  'bluf',
  'sitrep',
  'decision',
  'reading-note',
  'evidence-annex',
  'dossier',
  'blank',
] as const;
export type BuiltInFormId = (typeof builtInFormIds)[number];

/** Whether it is the name of a form that Precis comes with, and not the id of one of the archive's own. */
export const isBuiltIn = (template: string): template is BuiltInFormId =>
  builtInFormIds.some((id) => id === template);
